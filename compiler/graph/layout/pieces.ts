import type { Nest } from '../nesting.js';
import type { Arc } from './acyclic.js';
import type { Piece } from './drawing.js';

/** Splits a drawing into what no wire connects, in the order of the nests. */
export function pieces(nests: readonly Nest[], arcs: readonly Arc[]): Piece[] {
  const leader = leaders(nests, arcs);
  const found = new Map<string, { nests: Nest[]; arcs: Arc[] }>();
  for (const nest of nests) {
    const key = leader(nest.node.id);
    const piece = found.get(key);
    if (piece === undefined) found.set(key, { nests: [nest], arcs: [] });
    else piece.nests.push(nest);
  }
  for (const arc of arcs) found.get(leader(arc.left))?.arcs.push(arc);
  return [...found.values()];
}

/** One id for each set of connected nodes (union-find with path halving). */
function leaders(nests: readonly Nest[], arcs: readonly Arc[]): (id: string) => string {
  const up = new Map<string, string>();
  const leader = (id: string): string => {
    let at = id;
    for (let next = up.get(at); next !== undefined; next = up.get(at)) {
      const beyond = up.get(next);
      if (beyond !== undefined) up.set(at, beyond);
      at = next;
    }
    return at;
  };
  const join = (a: string, b: string) => {
    const [one, other] = [leader(a), leader(b)];
    if (one !== other) up.set(other, one);
  };
  const joinParts = ({ node, parts }: Nest) => {
    for (const part of parts) {
      join(node.id, part.node.id);
      joinParts(part);
    }
  };
  for (const nest of nests) joinParts(nest);
  for (const { left, right } of arcs) join(left, right);
  return leader;
}
