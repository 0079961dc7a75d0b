import fc from 'fast-check';
import type { Need } from '../../compiler/graph/dependencies.js';

export interface Drawing {
  readonly ids: readonly string[];
  readonly edges: readonly Need[];
}

/** Names that break plain objects, names that look like numbers, and plain ones. */
const names = ['__proto__', 'constructor', 'toString', '10', '9', 'A', 'B', 'C', 'Db', 'a', 'é', 'z'];

/** Any graph of up to twelve nodes: cycles, edges of a node to itself, parallel edges. */
export const drawings: fc.Arbitrary<Drawing> = fc.subarray(names, { minLength: 1 }).chain((ids) =>
  fc.record({
    ids: fc.constant(ids),
    edges: fc.array(
      fc.record({ from: fc.constantFrom(...ids), to: fc.constantFrom(...ids), label: fc.constantFrom('p', 'q', 'r') }),
      { maxLength: 20 },
    ),
  }),
);

/** Two spellings of the same graph. */
export const shuffled = drawings.chain(({ ids, edges }) =>
  fc.record({
    ids: fc.constant(ids),
    edges: fc.constant(edges),
    otherIds: fc.shuffledSubarray([...ids], { minLength: ids.length }),
    otherEdges: fc.shuffledSubarray([...edges], { minLength: edges.length }),
  }),
);

/** `A>B A>C` as edges: A needs B and C. */
export function edgesOf(text: string): Need[] {
  return text
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => {
      const [from = '', to = '', label = ''] = word.split(/[>:]/);
      return { from, to, label };
    });
}

/** A chain in which each node needs the one before it. */
export function chain(length: number): Drawing {
  const ids = Array.from({ length }, (_, i) => `N${i}`);
  return { ids, edges: ids.slice(1).map((from, i) => ({ from, to: ids[i] as string, label: 'after' })) };
}
