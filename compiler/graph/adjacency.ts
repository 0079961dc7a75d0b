/** An edge of any of our graphs: `from` needs `to`. */
export interface Need {
  readonly from: string;
  readonly to: string;
  readonly label?: string;
}

/**
 * A graph as numbers, because names given by users can be anything and graphs may be large. A node's number is its
 * rank among the sorted ids, so nothing that is computed from numbers depends on the order of the input.
 */
export interface Adjacency {
  /** Sorted by code units, each once. */
  readonly ids: readonly string[];
  /** Where the targets of node n begin in `targets`; they end where those of n + 1 begin. */
  readonly starts: Int32Array;
  /** What each node needs, by number; as many times as there are edges. */
  readonly targets: Int32Array;
}

/** Edges that begin or end at no node of `ids` are left out. O(E + V log V). */
export function adjacency(ids: Iterable<string>, edges: readonly Need[]): Adjacency {
  const sorted = [...new Set(ids)].sort(byCodeUnits);
  const numbers = new Map(sorted.map((id, number) => [id, number]));
  const pairs = numberedPairs(numbers, edges);
  const starts = new Int32Array(sorted.length + 1);
  for (let i = 0; i < pairs.length; i += 2) increase(starts, pairs[i] as number);
  let sum = 0;
  for (let n = 0; n < starts.length; n++) {
    sum += starts[n] as number;
    starts[n] = sum;
  }
  return { ids: sorted, targets: filled(starts, pairs), starts };
}

/** Compares by code units, which is the same everywhere, unlike a locale's order. */
export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function numberedPairs(numbers: ReadonlyMap<string, number>, edges: readonly Need[]): number[] {
  const pairs: number[] = [];
  for (const { from, to } of edges) {
    const source = numbers.get(from);
    const target = numbers.get(to);
    if (source !== undefined && target !== undefined) pairs.push(source, target);
  }
  return pairs;
}

/** Moves each of `starts` from the end of its node's targets down to their beginning while filling them in. */
function filled(starts: Int32Array, pairs: readonly number[]): Int32Array {
  const targets = new Int32Array(pairs.length / 2);
  for (let i = 0; i < pairs.length; i += 2) {
    const source = pairs[i] as number;
    const slot = (starts[source] as number) - 1;
    starts[source] = slot;
    targets[slot] = pairs[i + 1] as number;
  }
  return targets;
}

function increase(counts: Int32Array, at: number): void {
  counts[at] = (counts[at] as number) + 1;
}
