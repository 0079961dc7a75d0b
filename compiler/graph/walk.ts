import { byCodeUnits, type Need } from './dependencies.js';
import type { Cycle } from './order.js';

/**
 * One way round a cycle: edges, each beginning where the last one ended, from the member with the smallest id back to
 * it, and as few as that takes. Where several edges would do, the smallest target and then the smallest label is taken.
 * O(E log E) in the edges of the cycle.
 *
 * @throws for edges that lead no way round, which `order` never gives.
 */
export function cycleWalk<E extends Need>(cycle: Cycle<E>): readonly E[] {
  const start = cycle.members[0] as string;
  const outgoing = outgoingOf(cycle.edges);
  const reachedBy = new Map<string, E>();
  const queue = [start];
  for (const id of queue) {
    for (const edge of outgoing.get(id) ?? []) {
      if (reachedBy.has(edge.to)) continue;
      reachedBy.set(edge.to, edge);
      if (edge.to === start) return backFrom(start, reachedBy);
      queue.push(edge.to);
    }
  }
  throw new Error(`The cycle of "${start}" has no way round.`);
}

function outgoingOf<E extends Need>(edges: readonly E[]): Map<string, E[]> {
  const outgoing = new Map<string, E[]>();
  for (const edge of edges.toSorted(byTargetThenLabel)) {
    const list = outgoing.get(edge.from);
    if (list === undefined) outgoing.set(edge.from, [edge]);
    else list.push(edge);
  }
  return outgoing;
}

function byTargetThenLabel(a: Need, b: Need): number {
  return byCodeUnits(a.to, b.to) || byCodeUnits(a.label ?? '', b.label ?? '');
}

function backFrom<E extends Need>(start: string, reachedBy: ReadonlyMap<string, E>): E[] {
  const walk: E[] = [];
  let id = start;
  do {
    const edge = reachedBy.get(id) as E;
    walk.push(edge);
    id = edge.from;
  } while (id !== start);
  return walk.reverse();
}
