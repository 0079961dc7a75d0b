import { expect } from 'chai';
import fc from 'fast-check';
import { type Chart, chart } from '../../../compiler/graph/chart.js';
import { acyclic } from '../../../compiler/graph/layout/acyclic.js';
import { crossings } from '../../../compiler/graph/layout/crossings.js';
import type { Box } from '../../../compiler/graph/layout/drawing.js';
import { layout } from '../../../compiler/graph/layout/layout.js';
import { separate } from '../../../compiler/graph/layout/separate.js';
import { order } from '../../../compiler/graph/order.js';
import { drawings } from '../arbitrary.js';
import { drawn, knot, placeOf, shop } from '../graphs.js';

const sizes = {
  node: (id: string) => ({ width: 40 + 10 * id.length, height: 46, head: id.length > 5 ? 18 : 0 }),
  label: (from: string) => (from < 'M' ? 60 : 0),
  critical: () => false,
};

/** Any chart, with parts that are nested up to three deep. */
const charts: fc.Arbitrary<Chart> = drawings.chain(({ ids, edges }) =>
  fc.array(fc.nat({ max: 20 }), { minLength: ids.length, maxLength: ids.length }).map((parents) =>
    chart({
      nodes: ids.map((id, index) => ({ id, type: 't', parent: ids[parents[index] ?? 0] ?? 'none', place: placeOf(1) })),
      edges: edges.map((edge) => ({ ...edge, label: 'x', place: placeOf(1) })),
    }),
  ),
);

describe('layout', () => {
  it('draws every node and pair once, inside the picture', () => {
    fc.assert(
      fc.property(charts, (given) => {
        const { boxes, frames, wires, width, height } = layout(given, sizes);
        expect(boxes.map((box) => box.id).sort()).to.deep.equal(given.order.toSorted());
        const pairs = new Set(given.edges.filter(({ from, to }) => from !== to).map(({ from, to }) => `${from} ${to}`));
        expect(wires.map(({ from, to }) => `${from} ${to}`).sort()).to.deep.equal([...pairs].sort());
        for (const box of [...boxes, ...frames])
          expect(within(box, { id: '', x: 0, y: 0, width, height })).to.equal(true);
      }),
    );
  });

  it('lets no boxes overlap', () => {
    fc.assert(
      fc.property(charts, (given) => {
        const { boxes } = layout(given, sizes);
        for (const a of boxes)
          for (const b of boxes) if (a !== b) expect(apart(a, b), `${a.id} ${b.id}`).to.equal(true);
      }),
    );
  });

  it('has in a frame the node, its parts, and nothing else', () => {
    fc.assert(
      fc.property(charts, (given) => {
        const { boxes, frames } = layout(given, sizes);
        const parents = new Map(given.nodes.map((node) => [node.id, node.parent]));
        for (const frame of frames)
          for (const box of boxes) {
            let at: string | undefined = box.id;
            while (at !== undefined && at !== frame.id) at = parents.get(at);
            const member = at === frame.id;
            expect(member ? within(box, frame) : apart(box, frame), `${box.id} in ${frame.id}`).to.equal(true);
          }
      }),
    );
  });

  it('draws what needs left of what is needed', () => {
    const { boxes } = layout(chart(shop), sizes);
    const x = new Map(boxes.map((box) => [box.id, box.x]));
    for (const { from, to } of shop.edges) expect(x.get(from)).to.be.below(x.get(to) ?? 0);
  });

  it('puts what is tied to nothing into rows', () => {
    const { width, height, boxes } = layout(
      chart(drawn(Array.from({ length: 30 }, (_, i) => `N${i} t`).join('\n'))),
      sizes,
    );
    expect(boxes).to.have.length(30);
    expect(width / height).to.be.within(1, 3);
  });
});

describe('acyclic', () => {
  it('turns edges of cycles only, and leaves no cycle', () => {
    fc.assert(
      fc.property(charts, (given) => {
        const arcs = acyclic(given);
        const found = order(
          given.order,
          arcs.map(({ left, right }) => ({ from: left, to: right })),
        );
        expect(found.cycles).to.deep.equal([]);
        const cycleOf = new Map(given.cycles.flatMap((cycle) => cycle.members.map((id) => [id, cycle] as const)));
        for (const { left, right, reversed } of arcs)
          if (reversed)
            expect(cycleOf.get(left) !== undefined && cycleOf.get(left) === cycleOf.get(right)).to.equal(true);
      }),
    );
  });

  it('turns one edge of a ring', () => {
    const ring = chart(drawn('A a\nB b\nC c\nA > B x\nB > C x\nC > A x'));
    expect(acyclic(ring).filter((arc) => arc.reversed)).to.deep.equal([{ left: 'A', right: 'C', reversed: true }]);
    expect(acyclic(chart(knot)).filter((arc) => arc.reversed)).to.have.length(1);
  });
});

describe('separate', () => {
  const slab = { height: 10, margin: 2 };
  const tables: readonly { name: string; columns: readonly [number, number][]; wanted: number[]; centres: number[] }[] =
    [
      { name: 'alone', columns: [[0, 0]], wanted: [7], centres: [7] },
      {
        name: 'far apart',
        columns: [
          [0, 0],
          [0, 0],
        ],
        wanted: [0, 30],
        centres: [0, 30],
      },
      {
        name: 'at the same height',
        columns: [
          [0, 0],
          [0, 0],
        ],
        wanted: [6, 6],
        centres: [0, 12],
      },
      {
        name: 'in different columns',
        columns: [
          [0, 0],
          [1, 1],
        ],
        wanted: [6, 6],
        centres: [6, 6],
      },
      {
        name: 'across columns',
        columns: [
          [0, 0],
          [0, 1],
          [1, 1],
        ],
        wanted: [0, 0, 0],
        centres: [-12, 0, 12],
      },
      {
        name: 'in the wrong order',
        columns: [
          [0, 0],
          [0, 0],
        ],
        wanted: [12, 0],
        centres: [0, 12],
      },
    ];
  for (const { name, columns, wanted, centres } of tables) {
    it(name, () => {
      const slabs = columns.map(([first, last]) => ({ ...slab, first, last }));
      const found = separate(
        slabs,
        [...slabs.keys()],
        wanted,
        wanted.map(() => 1),
      );
      expect([...found].map((centre) => Math.round(centre * 1e6) / 1e6)).to.deep.equal(centres);
    });
  }
});

describe('crossings', () => {
  it('counts what a comparison of all pairs counts', () => {
    const line = fc.record({ left: fc.integer({ min: 0, max: 6 }), right: fc.integer({ min: 0, max: 6 }) });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const pairs = lines.flatMap((a, i) => lines.slice(i + 1).map((b) => (a.left - b.left) * (a.right - b.right)));
        expect(crossings(lines)).to.equal(pairs.filter((product) => product < 0).length);
      }),
    );
  });
});

const CLOSE = 0.01;

function within(inner: Box, outer: Box): boolean {
  return (
    inner.x >= outer.x - CLOSE &&
    inner.y >= outer.y - CLOSE &&
    inner.x + inner.width <= outer.x + outer.width + CLOSE &&
    inner.y + inner.height <= outer.y + outer.height + CLOSE
  );
}

function apart(a: Box, b: Box): boolean {
  return (
    a.x + a.width <= b.x + CLOSE ||
    b.x + b.width <= a.x + CLOSE ||
    a.y + a.height <= b.y + CLOSE ||
    b.y + b.height <= a.y + CLOSE
  );
}
