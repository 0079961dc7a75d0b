import { expect } from 'chai';
import fc from 'fast-check';
import type { Need } from '../../compiler/graph/dependencies.js';
import { order } from '../../compiler/graph/order.js';
import { chain, drawings, edgesOf, shuffled } from './arbitrary.js';

const figure43 = 'LBServer1>DB LBServer2>DB LB>LBServer1 LB>LBServer2 CDN>LB CDN>BUCKET Dns>CDN';

const tables: readonly { name: string; ids: string; edges: string; groups: string; levels: string }[] = [
  { name: 'nothing', ids: '', edges: '', groups: '', levels: '' },
  { name: 'ids where nothing is needed', ids: 'C A B', edges: '', groups: 'A B C', levels: 'A,B,C' },
  {
    name: 'figure 4.3',
    ids: 'LB CDN DB Dns BUCKET LBServer2 LBServer1',
    edges: figure43,
    groups: 'DB LBServer1 LBServer2 BUCKET LB CDN Dns',
    levels: 'DB,BUCKET LBServer1,LBServer2 LB CDN Dns',
  },
  {
    name: 'the longest chain of dependants first, then the id',
    ids: 'A B C Z Y',
    edges: 'Y>Z C>Y',
    groups: 'Z Y A B C',
    levels: 'Z,A,B Y C',
  },
  { name: 'upper case before lower case', ids: 'b a B', edges: '', groups: 'B a b', levels: 'B,a,b' },
  { name: 'edges that lead elsewhere are ignored', ids: 'A', edges: 'A>X X>A', groups: 'A', levels: 'A' },
  { name: 'parallel edges', ids: 'A B', edges: 'A>B:p A>B:q', groups: 'B A', levels: 'B A' },
  {
    name: 'a cycle stays together between what it needs and what needs it',
    ids: 'A Vpc Nat Zone App',
    edges: 'Vpc>Nat Nat>Vpc Nat>Zone App>Vpc',
    groups: 'Zone Nat+Vpc A App',
    levels: 'Zone,A Nat,Vpc App',
  },
  { name: 'two cycles', ids: 'A B C D', edges: 'A>B B>A C>D D>C A>C', groups: 'C+D A+B', levels: 'C,D A,B' },
];

describe('order', () => {
  for (const { name, ids, edges, groups, levels } of tables) {
    it(name, () => {
      const found = order(words(ids), edgesOf(edges));
      expect(found.groups.map((group) => group.ids.join('+')).join(' ')).to.equal(groups);
      expect(found.ids).to.deep.equal(words(groups.replaceAll('+', ' ')));
      expect(found.levels.map((level) => level.join(',')).join(' ')).to.equal(levels);
    });
  }

  it('counts a repeated id once', () => {
    expect(order(['A', 'B', 'A'], edgesOf('A>B')).ids).to.deep.equal(['B', 'A']);
  });

  it('reports a node that needs itself, and every larger knot once', () => {
    const { cycles } = order(['A', 'B', 'C', 'D'], edgesOf('A>A B>C C>B D>A'));
    expect(cycles).to.deep.equal([
      { members: ['A'], edges: edgesOf('A>A') },
      { members: ['B', 'C'], edges: edgesOf('B>C C>B') },
    ]);
  });

  it('does not depend on the order of what it is given', () => {
    fc.assert(
      fc.property(shuffled, ({ ids, edges, otherIds, otherEdges }) => {
        const [one, other] = [order(ids, edges), order(otherIds, otherEdges)];
        expect(other.groups).to.deep.equal(one.groups);
        expect(other.levels).to.deep.equal(one.levels);
        expect(other.cycles.map((cycle) => cycle.members)).to.deep.equal(one.cycles.map((cycle) => cycle.members));
      }),
    );
  });

  it('has everything after what it needs, in groups that really need each other', () => {
    fc.assert(
      fc.property(drawings, ({ ids, edges }) => {
        const { groups, ids: ordered } = order(ids, edges);
        expect(ordered.toSorted()).to.deep.equal(ids.toSorted());
        const at = new Map(groups.flatMap((group, index) => group.ids.map((id) => [id, index] as const)));
        for (const { from, to } of edges) expect(at.get(from)).to.be.at.least(at.get(to) as number);
        for (const a of ids)
          for (const b of ids)
            expect(at.get(a) === at.get(b)).to.equal(a === b || (reaches(edges, a, b) && reaches(edges, b, a)));
      }),
    );
  });

  it('measures the longest chains', () => {
    fc.assert(
      fc.property(drawings, ({ ids, edges }) => {
        const { groups } = order(ids, edges);
        const of = new Map(groups.flatMap((group) => group.ids.map((id) => [id, group] as const)));
        const across = edges.map(({ from, to }) => [of.get(from), of.get(to)] as const).filter(([a, b]) => a !== b);
        for (const group of groups) {
          const above = across.filter(([, to]) => to === group).map(([from]) => (from?.height ?? 0) + 1);
          const below = across.filter(([from]) => from === group).map(([, to]) => (to?.level ?? 0) + 1);
          expect(group.height).to.equal(Math.max(0, ...above));
          expect(group.level).to.equal(Math.max(0, ...below));
        }
      }),
    );
  });

  for (const closed of [false, true]) {
    it(`a ${closed ? 'ring' : 'chain'} of 100,000 is no trouble`, () => {
      const { ids, edges } = chain(100_000);
      const found = order(ids, closed ? [...edges, { from: 'N0', to: 'N99999' }] : edges);
      expect(found.ids.length).to.equal(100_000);
      expect(found.levels.length).to.equal(closed ? 1 : 100_000);
      expect(found.cycles.length).to.equal(closed ? 1 : 0);
    }).timeout(5_000);
  }
});

function words(text: string): string[] {
  return text.split(' ').filter((word) => word !== '');
}

function reaches(edges: readonly Need[], from: string, to: string): boolean {
  const seen = new Set([from]);
  for (const id of seen) for (const edge of edges) if (edge.from === id) seen.add(edge.to);
  return seen.has(to);
}
