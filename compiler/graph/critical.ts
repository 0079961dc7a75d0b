import type { Need } from './dependencies.js';
import type { Group, Order } from './order.js';

/**
 * The longest chain of groups in which each needs the one before it, in the order in which they are made; of several
 * the one that comes first in order. Empty where nothing needs anything. A cycle counts as one step.
 */
export function criticalPath<E extends Need>(found: Order<E>, edges: readonly E[]): readonly Group[] {
  const next = nextHighest(found, edges);
  const path: Group[] = [];
  const [first] = found.groups;
  let group = first !== undefined && first.height > 0 ? first : undefined;
  for (; group !== undefined; group = next.get(group)) path.push(group);
  return path;
}

/** For each group the first in order of those that need it and are one step lower. */
function nextHighest<E extends Need>({ groups }: Order<E>, edges: readonly E[]): Map<Group, Group> {
  const at = new Map(groups.flatMap((group, number) => group.ids.map((id) => [id, number] as const)));
  const best = new Map<number, number>();
  for (const { from, to } of edges) {
    const [user, needed] = [at.get(from), at.get(to)];
    if (user === undefined || needed === undefined) continue;
    if (groups[user]?.height !== (groups[needed]?.height ?? 0) - 1) continue;
    best.set(needed, Math.min(user, best.get(needed) ?? user));
  }
  return new Map([...best].map(([needed, user]) => [groups[needed] as Group, groups[user] as Group]));
}
