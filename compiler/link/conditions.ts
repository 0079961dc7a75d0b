import type { Report } from '../diagnostics/diagnostic.js';
import { order } from '../graph/order.js';
import { cycleWalk } from '../graph/walk.js';
import type { Logical, Placed } from '../template/logical.js';
import { suggest } from '../text/suggest.js';
import type { Found, Use } from './collect.js';
import { Logic } from './logic.js';
import { macros, placeOf } from './references.js';
import type { Guard, Owner } from './spot.js';

/**
 * Checks conditions: that none needs itself, that each is used, and that what is there only under a condition is used
 * only where that condition is known to hold.
 */
export function checkConditions(logical: Logical, found: Found, report: Report): void {
  const { conditions, raw } = logical.sections;
  const uses = found.uses.filter((use) => use.kind === 'condition');
  const sorted = sortConditions(conditions, uses, report);
  if (raw.size === 0 && !macros(logical)) reportUnused(conditions, uses, report);
  checkPresence(logical, found, new Logic(conditions, sorted), report);
}

/** Names in an order in which each stands after what it is made from; those that need themselves are left out. */
function sortConditions(
  conditions: ReadonlyMap<string, Placed>,
  uses: readonly Use[],
  report: Report,
): readonly string[] {
  const edges = uses
    .filter(({ spot }) => spot.owner.section === 'Conditions')
    .map((use) => ({ from: use.spot.owner.name, to: use.target, place: placeOf(use) }));
  const { ids, cycles } = order(conditions.keys(), edges);
  for (const cycle of cycles) {
    const walk = cycleWalk(cycle);
    const related = walk.map(({ from, to, place }) => ({ place, message: `"${from}" asks for "${to}" here.` }));
    const place = walk[0]?.place;
    if (place !== undefined) report('condition-cycle', place, { names: walk.map(({ from }) => from) }, { related });
  }
  const cyclic = new Set(cycles.flatMap(({ members }) => members));
  return ids.filter((id) => !cyclic.has(id));
}

function reportUnused(conditions: ReadonlyMap<string, Placed>, uses: readonly Use[], report: Report): void {
  const used = new Set(uses.map(({ target }) => target));
  // Where a name is written wrong, that is reported there, and the condition that was meant is not unused.
  for (const name of [...used]) if (!conditions.has(name)) used.add(suggest(name, conditions.keys()) ?? name);
  for (const [name, { place }] of conditions)
    if (!used.has(name)) report('unused-condition', place, { name }, { part: 'key' });
}

function checkPresence(logical: Logical, found: Found, logic: Logic, report: Report): void {
  const owners = new Map<string, Owner['resource']>();
  for (const resource of logical.resources) if (resource.attributes.has('Condition')) owners.set(resource.id, resource);
  for (const use of found.uses) {
    const target = use.kind === 'reference' ? owners.get(use.target) : undefined;
    const condition = target?.attributes.get('Condition');
    const { owner, guard } = use.spot;
    if (target === undefined || typeof condition !== 'string' || owner.name === target.id) continue;
    if (logic.implied(condition, assumed(owner, guard))) continue;
    const related = [{ place: target.place, message: `"${use.target}" is there only if "${condition}" holds.` }];
    const hint = `Use it inside Fn::If on "${condition}", or give "${owner.name}" the same condition.`;
    const extra = { related, hint, ...(use.part && { part: use.part }) };
    report('conditional-use', placeOf(use), { name: use.target, condition, user: owner.name }, extra);
  }
}

/** What is known to hold at a place: the condition of its owner, and the branches that lead to it. */
function assumed(owner: Owner, guard: Guard | undefined): readonly (readonly [string, boolean])[] {
  const facts: [string, boolean][] = owner.condition === undefined ? [] : [[owner.condition, true]];
  for (let at = guard; at !== undefined; at = at.outer) facts.push([at.condition, at.holds]);
  return facts;
}
