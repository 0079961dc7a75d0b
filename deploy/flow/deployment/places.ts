import { member, type Node } from '../../../compiler/source/node.js';
import { Place } from '../../../compiler/source/place.js';
import type { Target } from '../../inputs/target.js';

/** Where a blueprint speaks of a logical resource; undefined where it does not. */
export function placeOf({ compilation }: Target, id: string): Place | undefined {
  return compilation.places?.get(id);
}

/**
 * Where a blueprint says what CloudFormation names by a path such as `/Resources/Jobs/Properties/DelaySeconds`: as near
 * as it is written by that name. Without a path or with a strange one the beginning of the blueprint.
 */
export function placeAt(target: Target, path: string | undefined): Place | undefined {
  const [, section, id = '', , ...steps] = (path ?? '').split('/').map(unescaped);
  const resource = section === 'Resources' ? placeOf(target, id) : undefined;
  return resource === undefined ? beginningOf(target) : writtenIn(resource.at('config'), steps, resource);
}

/** The beginning of a blueprint. */
export function beginningOf({ compilation }: Target): Place | undefined {
  const [document] = compilation.document ?? [];
  return document === undefined ? undefined : Place.root(document);
}

/** JSON Pointer (RFC 6901). */
function unescaped(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~');
}

function writtenIn(config: Place, steps: readonly string[], resource: Place): Place {
  let node = config.path.reduce<Node | undefined>(inner, config.document.root);
  let at = config;
  for (const step of steps) {
    node = inner(node, step);
    if (node === undefined) break;
    at = at.at(/^\d+$/.test(step) && node !== undefined ? Number(step) : step);
  }
  return at === config ? resource : at;
}

function inner(node: Node | undefined, step: string | number): Node | undefined {
  return node?.kind === 'list' ? node.items[Number(step)] : member(node, String(step));
}
