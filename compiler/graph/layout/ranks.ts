import { order } from '../order.js';
import type { Arc } from './acyclic.js';

/**
 * The column of each node, from 0, so that every arc leads to the right: as far left as can be, and then each node
 * moved towards the side on which more is tied to it, which makes wires shorter.
 */
export function ranks(ids: readonly string[], arcs: readonly Arc[]): Map<string, number> {
  const found = order(
    ids,
    arcs.map(({ left, right }) => ({ from: right, to: left })),
  );
  const rank = new Map(found.groups.flatMap(({ ids: [id = ''], level }) => [[id, level] as const]));
  const before = neighbours(arcs, 'right', 'left');
  const after = neighbours(arcs, 'left', 'right');
  for (let round = 0; round < 4; round++) {
    for (const id of round % 2 === 0 ? found.ids.toReversed() : found.ids)
      rank.set(id, better(id, rank, before.get(id) ?? [], after.get(id) ?? []));
  }
  return rank;
}

function neighbours(arcs: readonly Arc[], of: 'left' | 'right', to: 'left' | 'right'): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const arc of arcs) {
    const list = found.get(arc[of]);
    if (list === undefined) found.set(arc[of], [arc[to]]);
    else list.push(arc[to]);
  }
  return found;
}

function better(
  id: string,
  rank: ReadonlyMap<string, number>,
  before: readonly string[],
  after: readonly string[],
): number {
  const now = rank.get(id) ?? 0;
  if (before.length < after.length)
    return after.reduce((least, other) => Math.min(least, (rank.get(other) ?? 0) - 1), Infinity);
  if (before.length > after.length)
    return before.reduce((most, other) => Math.max(most, (rank.get(other) ?? 0) + 1), 0);
  return now;
}
