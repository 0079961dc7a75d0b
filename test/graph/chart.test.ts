import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { expect } from 'chai';
import fc from 'fast-check';
import { chart } from '../../compiler/graph/chart.js';
import { json } from '../../compiler/graph/json.js';
import { drawings } from './arbitrary.js';
import { drawn, knot, placeOf, shop } from './graphs.js';

const schema = JSON.parse(readFileSync('schemas/output/graph.schema.json', 'utf8'));
const validate = new Ajv({ allErrors: true }).compile(schema);

describe('chart', () => {
  it('has the nodes of listing 4.1 in order, with their waves, lines and nesting', () => {
    const { nodes, order } = chart(shop);
    expect(nodes.map(({ id, type, parent, level, line }) => [id, type, parent, level, line])).to.deep.equal([
      ['DB', 'database', undefined, 0, 5],
      ['LBServer1', 'server', 'LB', 1, 2],
      ['LBServer2', 'server', 'LB', 1, 3],
      ['BUCKET', 'bucket', undefined, 0, 7],
      ['LB', 'loadbalancer', undefined, 2, 1],
      ['CDN', 'cdn', undefined, 3, 4],
      ['DnsWwwMydomainCom', 'dns', undefined, 4, 6],
    ]);
    expect(order).to.deep.equal(nodes.map((node) => node.id));
    expect(new Set(nodes.map((node) => node.file))).to.deep.equal(new Set(['shop.yaml']));
  });

  it('marks one longest chain', () => {
    const { nodes, edges } = chart(shop);
    expect(nodes.filter((node) => node.critical).map((node) => node.id)).to.deep.equal(
      'DB LBServer1 LB CDN DnsWwwMydomainCom'.split(' '),
    );
    expect(edges.filter((edge) => edge.critical).map(({ from, label, to }) => [from, label, to])).to.deep.equal([
      ['LBServer1', 'waitFor', 'DB'],
      ['LB', 'servers', 'LBServer1'],
      ['CDN', 'defaultSource', 'LB'],
      ['DnsWwwMydomainCom', 'to', 'CDN'],
    ]);
  });

  it('marks nothing where nothing needs anything', () => {
    expect(chart(drawn('A a\nB b')).nodes.map((node) => node.critical)).to.deep.equal([false, false]);
  });

  it('shows cycles with their members and a way round', () => {
    expect(chart(knot).cycles).to.deep.equal([
      { members: ['Mail'], walk: [{ from: 'Mail', to: 'Mail', label: 'rules.0.from' }] },
      {
        members: ['NatServer', 'Private', 'VPC'],
        walk: [
          { from: 'NatServer', to: 'VPC', label: 'network' },
          { from: 'VPC', to: 'Private', label: 'subnets.private' },
          { from: 'Private', to: 'NatServer', label: 'routes.0.through' },
        ],
      },
    ]);
  });

  it('leaves out parents that are not there and those that lead back', () => {
    const { nodes } = chart(drawn('A a in B\nB b in C\nC c in A\nD d in Nowhere\nE e in A'));
    expect(Object.fromEntries(nodes.map(({ id, parent }) => [id, parent]))).to.deep.equal({
      A: 'B',
      B: 'C',
      C: undefined,
      D: undefined,
      E: 'A',
    });
  });

  it('leaves out edges that lead elsewhere', () => {
    expect(chart(drawn('A a\nA > X p\nX > A q')).edges).to.deep.equal([]);
  });

  it('is as its schema says, and the same text for the same graph', () => {
    fc.assert(
      fc.property(drawings, ({ ids, edges }) => {
        const graph = {
          nodes: ids.map((id, index) => ({ id, type: 't', place: placeOf(index + 1), ...parentOf(ids, index) })),
          edges: edges.map((edge) => ({ ...edge, label: edge.label ?? '', place: placeOf(1) })),
        };
        const text = json(chart(graph));
        validate(JSON.parse(text));
        expect(validate.errors ?? []).to.deep.equal([]);
        expect(json(chart({ nodes: graph.nodes.toReversed(), edges: graph.edges.toReversed() }))).to.equal(text);
      }),
    );
  });

  it('its schema refuses what is not as it says', () => {
    const good = JSON.parse(json(chart(knot)));
    for (const bad of [
      { ...good, version: 2 },
      { ...good, more: 1 },
      { ...good, nodes: [{ id: 'A' }] },
    ])
      expect(validate(bad)).to.equal(false);
    expect(validate(good)).to.equal(true);
  });
});

function parentOf(ids: readonly string[], index: number): { parent: string } | undefined {
  const parent = ids[(index * 7 + 3) % ids.length];
  return index % 3 === 0 && parent !== undefined ? { parent } : undefined;
}
