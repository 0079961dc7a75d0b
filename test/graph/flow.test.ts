import { expect } from 'chai';
import fc from 'fast-check';
import { flow } from '../../compiler/graph/flow.js';
import { flowText } from '../../compiler/graph/flowText.js';
import { drawings } from './arbitrary.js';
import { drawn, placeOf, shop } from './graphs.js';

const tables: readonly { name: string; graph: string; text: string }[] = [
  { name: 'one thing', graph: 'A bucket', text: 'create bucket A\nawait A\n' },
  {
    name: 'what nothing needs is awaited at the end, in one go',
    graph: 'A bucket\nB bucket',
    text: 'create bucket A\ncreate bucket B\nawait A, B\n',
  },
  {
    name: 'nothing is awaited twice',
    graph: 'A a\nB b\nC c\nC > A x\nC > B y\nB > A z',
    text: 'create a A\nawait A\ncreate b B\nawait B\ncreate c C\nawait C\n',
  },
  {
    name: 'a cycle is created and awaited together',
    graph: 'VPC network\nNatServer server\nApp server\nVPC > NatServer nat\nNatServer > VPC network\nApp > VPC network',
    text:
      'create server NatServer together with network VPC\nawait NatServer, VPC\n' + 'create server App\nawait App\n',
  },
  {
    name: 'three that need each other',
    graph: 'A a\nB b\nC c\nA > B x\nB > C x\nC > A x',
    text: 'create a A together with b B, c C\nawait A, B, C\n',
  },
  { name: 'what needs itself is created as anything else', graph: 'A a\nA > A x', text: 'create a A\nawait A\n' },
];

describe('flow', () => {
  it('is listing 4.2 in the order of figure 4.3 for listing 4.1', () => {
    expect(flowText(flow(shop))).to.equal(
      [
        'create database DB',
        'await DB',
        'create server LBServer1',
        'create server LBServer2',
        'create bucket BUCKET',
        'await LBServer1, LBServer2',
        'create loadbalancer LB',
        'await BUCKET, LB',
        'create cdn CDN',
        'await CDN',
        'create dns DnsWwwMydomainCom',
        'await DnsWwwMydomainCom',
        '',
      ].join('\n'),
    );
  });

  for (const { name, graph, text } of tables) {
    it(name, () => {
      expect(flowText(flow(drawn(graph)))).to.equal(text);
    });
  }

  it('is nothing for nothing', () => {
    expect(flowText(flow({ nodes: [], edges: [] }))).to.equal('');
  });

  it('is data', () => {
    expect(flow(drawn('A a\nB b\nA > B x'))).to.deep.equal({
      version: 1,
      steps: [
        { create: [{ id: 'B', type: 'b' }] },
        { await: ['B'] },
        { create: [{ id: 'A', type: 'a' }] },
        { await: ['A'] },
      ],
    });
  });

  it('awaits everything once, and before what needs it is created', () => {
    fc.assert(
      fc.property(drawings, ({ ids, edges }) => {
        const place = placeOf(1);
        const { steps } = flow({
          nodes: ids.map((id) => ({ id, type: 't', place })),
          edges: edges.map((edge) => ({ ...edge, label: 'x', place })),
        });
        const awaited = steps.flatMap((step) => ('await' in step ? step.await : []));
        expect(awaited.toSorted()).to.deep.equal(ids.toSorted());
        const done = new Set<string>();
        for (const step of steps) {
          if ('await' in step) for (const id of step.await) done.add(id);
          else
            for (const { id } of step.create)
              for (const { to } of edges.filter((edge) => edge.from === id))
                expect(done.has(to) || step.create.some((other) => other.id === to)).to.equal(true);
        }
      }),
    );
  });
});
