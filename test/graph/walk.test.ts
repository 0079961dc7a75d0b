import { expect } from 'chai';
import fc from 'fast-check';
import { order } from '../../compiler/graph/order.js';
import { cycleWalk } from '../../compiler/graph/walk.js';
import { chain, drawings, edgesOf, shuffled } from './arbitrary.js';

const tables: readonly { name: string; edges: string; walk: string }[] = [
  { name: 'to itself', edges: 'A>A:p', walk: 'A>A:p' },
  { name: 'there and back', edges: 'B>A:q A>B:p', walk: 'A>B:p B>A:q' },
  { name: 'the shortest way', edges: 'A>B B>C C>A A>D D>E E>F F>A', walk: 'A>B B>C C>A' },
  { name: 'begins at the smallest id, wherever the knot is entered', edges: 'C>D D>B B>C', walk: 'B>C C>D D>B' },
  { name: 'past a dead end', edges: 'A>B B>C C>B C>D D>A', walk: 'A>B B>C C>D D>A' },
  { name: 'of two ways the smaller id', edges: 'A>C C>A A>B B>A', walk: 'A>B B>A' },
  { name: 'of two edges the smaller label', edges: 'A>B:z A>B:y B>A:x', walk: 'A>B:y B>A:x' },
];

describe('cycleWalk', () => {
  for (const { name, edges, walk } of tables) {
    it(name, () => {
      const given = edgesOf(edges);
      const [cycle] = order(
        given.flatMap(({ from, to }) => [from, to]),
        given,
      ).cycles;
      expect(cycle && cycleWalk(cycle)).to.deep.equal(edgesOf(walk));
    });
  }

  it('is a walk along given edges, back to its beginning, that meets nothing twice', () => {
    fc.assert(
      fc.property(drawings, ({ ids, edges }) => {
        for (const cycle of order(ids, edges).cycles) {
          const walk = cycleWalk(cycle);
          for (const [index, edge] of walk.entries()) {
            expect(edges).to.include(edge);
            expect(edge.to).to.equal(walk[(index + 1) % walk.length]?.from);
          }
          expect(walk[0]?.from).to.equal(cycle.members[0]);
          expect(new Set(walk.map((edge) => edge.from)).size).to.equal(walk.length);
        }
      }),
    );
  });

  it('is the same walk in whatever order the edges come', () => {
    fc.assert(
      fc.property(shuffled, ({ ids, edges, otherEdges }) => {
        const walks = [edges, otherEdges].map((list) => order(ids, list).cycles.map(cycleWalk));
        expect(walks[1]).to.deep.equal(walks[0]);
      }),
    );
  });

  it('goes round 100,000', () => {
    const { ids, edges } = chain(100_000);
    const [cycle] = order(ids, [...edges, { from: 'N0', to: 'N99999', label: 'before' }]).cycles;
    expect(cycle && cycleWalk(cycle).length).to.equal(100_000);
  });
});
