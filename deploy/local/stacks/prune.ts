import type { Unit } from '../store/store.js';

/** How many deleted stacks can still be asked for. CloudFormation tells of them for 90 days. */
const KEPT = 100;

/** Forgets the stacks that were deleted longest ago. One within a stack that something goes on in is left. */
export function prune(unit: Unit): void {
  const { stacks } = unit.account;
  const active = new Set(stacks.filter((one) => one.active).map(({ id }) => id));
  const old = stacks
    .filter(({ deleted, parent }) => deleted && (parent === undefined || !active.has(parent)))
    .sort((a, b) => (a.gone ?? 0) - (b.gone ?? 0))
    .slice(0, -KEPT);
  if (old.length === 0) return;
  const gone = new Set(old.map(({ id }) => id));
  stacks.splice(0, stacks.length, ...stacks.filter(({ id }) => !gone.has(id)));
  for (const id of gone) unit.drop(id);
}
