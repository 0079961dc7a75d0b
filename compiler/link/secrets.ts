import type { Report } from '../diagnostics/diagnostic.js';
import type { Logical } from '../template/logical.js';
import { isMap } from '../template/value.js';
import type { Found, Use } from './collect.js';
import { placeOf } from './references.js';

/** Checks that what parameters keep secret does not come out where everybody can read it. */
export function checkSecrets(logical: Logical, found: Found, report: Report): void {
  const secret = new Set<string>();
  for (const [name, { value }] of logical.sections.parameters)
    if (isMap(value) && (value.NoEcho === true || value.NoEcho === 'true')) secret.add(name);
  if (secret.size === 0) return;
  for (const use of found.uses) if (secret.has(use.target)) checkUse(use, report);
}

const HINTS = {
  metadata: 'Let the server read it when it starts, from the Secrets Manager.',
  elsewhere: 'Leave it out here.',
};

function checkUse(use: Use, report: Report): void {
  const where = publicPlace(use);
  const part = use.part === undefined ? {} : { part: use.part };
  const extra = { ...part, hint: HINTS[where === 'metadata' ? 'metadata' : 'elsewhere'] };
  if (where === 'metadata') report('noecho-in-metadata', placeOf(use), { name: use.target }, extra);
  else if (where !== undefined) report('noecho-leak', placeOf(use), { name: use.target, where }, extra);
}

function publicPlace({ spot }: Use): 'an output' | 'a tag' | 'a name' | 'metadata' | undefined {
  if (spot.owner.section === 'Outputs') return 'an output';
  if (spot.owner.section !== 'Resources') return undefined;
  const keys = spot.label.split('.');
  if (keys[0] === 'Metadata') return 'metadata';
  if (keys.some((key) => key === 'Tags')) return 'a tag';
  // A user's name is as often a secret as it is a name.
  return /(?<!User)Name$/.test(keys.at(-1) ?? '') ? 'a name' : undefined;
}
