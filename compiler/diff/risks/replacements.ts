import type { ResourceChange, Risk } from '../model.js';
import { type Places, riskOf, type Scene } from './scene.js';

/** Resources that are made anew, and data that goes with what is removed or replaced without a word from CloudFormation. */
export function replacements(scene: Pick<Scene, 'resources'> & Places): readonly Risk[] {
  return scene.resources.flatMap((change) => {
    const { id, action, data, replacement } = change;
    const risks: Risk[] = [];
    if (data === 'deleted' && (action === 'remove' || replacement === 'true')) {
      risks.push(riskOf('data-loss', id, lossOf(change), scene));
    }
    if (replacement === 'true') risks.push(riskOf('replacement', id, replacementOf(change), scene));
    return risks;
  });
}

function lossOf({ id, type, action }: ResourceChange): string {
  if (action === 'remove') return `"${id}" (${type}) is deleted with the data in it.`;
  return `"${id}" (${type}) is replaced by an empty one, and the data in the old one is deleted.`;
}

function replacementOf({ id, type, because }: ResourceChange): string {
  const [own] = because;
  const root = because.at(-1);
  const place =
    own === undefined ? '' : ` because ${own.path.slice(1).join('.') || own.path.join('.')} cannot change in place`;
  const through = root === undefined || root === own ? '' : `, which follows "${root.id}"`;
  return `"${id}" (${type}) is replaced${place}${through}.`;
}
