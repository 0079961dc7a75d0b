import { byCodeUnits } from '../../text/codeUnits.js';
import type { Risk } from '../model.js';
import { lostBackups } from './backups.js';
import { removedExports } from './exports.js';
import { exposures } from './exposures.js';
import { grants } from './grants.js';
import { openings } from './openings.js';
import { replacements } from './replacements.js';
import { riskOf, type Scene } from './scene.js';

const ORDER: readonly Risk['kind'][] = [
  'data-loss',
  'backup-removed',
  'replacement',
  'wider-access',
  'export-removed',
  'new-capability',
];

/** What somebody should look at before it happens: the worst first, then by id. */
export function risksOf(scene: Scene): readonly Risk[] {
  const found = [replacements, lostBackups, grants, openings, exposures, removedExports, capabilities];
  return inOrder(found.flatMap((find) => find(scene)));
}

/** The worst first, then by id. */
export function inOrder(risks: readonly Risk[]): readonly Risk[] {
  return risks.toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || byCodeUnits(a.id, b.id));
}

function capabilities(scene: Scene): readonly Risk[] {
  return scene.capabilities.map(({ name, ids }) => {
    const shown = ids.slice(0, 3).join(', ');
    const more = ids.length > 3 ? ` and ${ids.length - 3} more` : '';
    return riskOf('new-capability', ids[0] ?? name, `Deploying it newly needs ${name}, for ${shown}${more}.`, scene);
  });
}
