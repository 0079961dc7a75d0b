import type { JsonMap } from '../../template/template.js';
import { blueprintOf } from '../blueprint.js';
import { namesOf } from '../names.js';
import { at, type Branch, type Tree, together } from '../tree.js';
import { shortened } from './json.js';
import { pruned } from './prune.js';
import { remarksIn } from './remarks.js';
import type { Found } from './search.js';
import { written } from './trial.js';

/** What is adopted: with its comments, without them, and whether its functions stay as they are. */
export interface Adopting {
  readonly template: Branch;
  readonly original: JsonMap;
  readonly exact: boolean;
}

/** The blueprint with the resources that were found, each where the main one of its logical resources stood. */
export function replaced({ candidates, outcome, called }: Found, { template, original, exact }: Adopting): Branch {
  const gone = new Map<string, Tree | undefined>([...outcome.made.keys()].map((id) => [id, undefined]));
  const resources = at(template, 'Resources');
  const entries = resources?.kind === 'branch' ? resources.entries : [];
  for (const candidate of candidates) {
    const own = entries.filter(({ key }) => outcome.made.get(key)?.includes(candidate));
    const remarks = together(...own.map(remarksIn));
    gone.set(candidate.claim.id, { ...(shortened(written(candidate)) as Branch), remarks });
  }
  const names = { ...namesOf(template), called: (text: string) => called.get(text) };
  const rest = pruned(template, original, new Set(outcome.made.keys()));
  return blueprintOf(rest, { names, exact, conditions: false }, gone);
}
