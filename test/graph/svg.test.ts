import { expect } from 'chai';
import fc from 'fast-check';
import { chart } from '../../compiler/graph/chart.js';
import { elided, textWidth } from '../../compiler/graph/svg/measure.js';
import { svg } from '../../compiler/graph/svg.js';
import type { WrittenGraph } from '../../compiler/template/logical.js';
import { chain, drawings } from './arbitrary.js';
import { drawn, knot, placeOf, shop } from './graphs.js';

const place = placeOf(1);

function graphOf(ids: readonly string[], edges: readonly { from: string; to: string; label?: string }[]): WrittenGraph {
  return {
    nodes: ids.map((id, index) => ({
      id,
      type: `T${index % 3}`,
      place,
      ...(index % 4 === 1 ? { parent: ids[0] as string } : {}),
    })),
    edges: edges.map((edge) => ({ ...edge, label: edge.label ?? '', place })),
  };
}

describe('svg', () => {
  it('names every resource, its type and place, and every reference', () => {
    const text = svg(chart(shop));
    expect(text).to.include('<title>LBServer1 (server), shop.yaml:2</title>');
    expect(text).to.include('>LBServer1</text>').and.to.include('>server</text>');
    expect(text).to.include('<title>CDN needs BUCKET\nsources.0.source, shop.yaml:13</title>');
    expect(text).to.include('>sources.0.source</text>');
    expect(text).to.include('<title id="jiml-title">Dependencies in shop.yaml</title>');
    expect(text).to.include('Critical path, in order of creation: DB, LBServer1, LB, CDN, DnsWwwMydomainCom.');
  });

  it('marks the critical path, cycles and frames', () => {
    expect(svg(chart(shop)).match(/class="node critical"/g)).to.have.length(5);
    expect(svg(chart(shop)).match(/class="frame"/g)).to.have.length(1);
    expect(svg(chart(shop))).not.to.include('need each other');
    expect(svg(chart(knot)).match(/class="wire cycle"><title>/g)).to.have.length(4);
    expect(svg(chart(knot))).to.include('>need each other</text>');
  });

  it('loads nothing, runs nothing, and knows the dark', () => {
    const text = svg(chart(knot));
    expect(text).not.to.match(/<script|<image|<use|<foreignObject|href|url\(|@import|\son\w+=/i);
    expect(text.match(/https?:[^"]*/g)).to.deep.equal(['http://www.w3.org/2000/svg']);
    expect(text).to.include('@media (prefers-color-scheme:dark)');
  });

  it('escapes whatever names say', () => {
    const name = `<script>&"'\u0001\uD800]]>`;
    const text = svg(chart(graphOf([name], [{ from: name, to: name, label: name }])));
    expect(text).to.include('&lt;script&gt;&amp;&quot;&#39;\uFFFD\uFFFD]]&gt;');
    expect(text).not.to.include('<script').and.not.to.include('\u0001');
    expectWellFormed(text);
  });

  it('draws one wire for several references between two nodes', () => {
    const text = svg(chart(drawn('A a\nB b\nA > B p\nA > B q\nA > B p')));
    expect(text).to.include('>p, q</text>');
    expect(text).to.include('<title>A needs B\np, shop.yaml:3\np, shop.yaml:5\nq, shop.yaml:4</title>');
    expect(text.match(/class="head"/g)).to.have.length(1);
  });

  it('is a well-formed picture for any graph, the same whatever the order, with everything inside', () => {
    fc.assert(
      fc.property(drawings, ({ ids, edges }) => {
        const graph = graphOf(ids, edges);
        const text = svg(chart(graph));
        expectWellFormed(text);
        expect(text).not.to.match(/NaN|Infinity|undefined/);
        expect(text.match(/<g class="node/g)).to.have.length(ids.length);
        const pairs = new Set(edges.map(({ from, to }) => `${from} ${to}`));
        expect(text.match(/class="head"/g) ?? []).to.have.length(pairs.size);
        expect(svg(chart({ nodes: graph.nodes.toReversed(), edges: graph.edges.toReversed() }))).to.equal(text);
      }),
    );
  });

  it('is a small picture for an empty graph', () => {
    expectWellFormed(svg(chart({ nodes: [], edges: [] })));
  });

  const large = chain(5_000);
  const shapes = {
    chain: large.edges,
    ring: [...large.edges, { from: 'N0', to: 'N4999' }],
    star: large.ids.slice(1).map((from) => ({ from, to: 'N0' })),
    web: large.ids.slice(1).flatMap((from, i) => [7, 31].map((step) => ({ from, to: `N${(i * step) % (i + 1)}` }))),
    nothing: [],
  };
  for (const [name, edges] of Object.entries(shapes)) {
    it(`draws 5,000 nodes: ${name}`, () => {
      const place = placeOf(1);
      const nodes = large.ids.map((id) => ({ id, type: 't', place }));
      const text = svg(chart({ nodes, edges: edges.map((edge) => ({ ...edge, label: 'x', place })) }));
      expect(text.match(/<g class="node/g)).to.have.length(5_000);
    }).timeout(20_000);
  }
});

describe('elided', () => {
  const tables: readonly [string, number, string][] = [
    ['short', 200, 'short'],
    ['SecurityGroupIngressRuleForEverything', 130, 'SecurityGro…verything'],
    ['x', 1, '…'],
  ];
  for (const [text, width, shown] of tables) {
    it(`${text} in ${width}`, () => {
      expect(elided(text, width, 10)).to.equal(shown);
    });
  }

  it('always fits, where a single character does', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.integer({ min: 20, max: 300 }), (text, width) => {
        expect(textWidth(elided(text, width, 12), 12)).to.be.at.most(width);
      }),
    );
  });
});

function expectWellFormed(text: string): void {
  const open: string[] = [];
  for (const [, close, name = '', rest = ''] of text.matchAll(/<(\/?)([A-Za-z]+)((?:\s+[\w:-]+="[^"<]*")*\s*\/?)>/g)) {
    if (close === '/') expect(open.pop()).to.equal(name);
    else if (!rest.endsWith('/')) open.push(name);
  }
  expect(open).to.deep.equal([]);
  expect(text.replaceAll(/<\/?[A-Za-z]+(?:\s+[\w:-]+="[^"<]*")*\s*\/?>/g, '')).not.to.match(
    /[<>]|&(?!amp;|lt;|gt;|quot;|#39;)/,
  );
}
