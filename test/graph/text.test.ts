import { expect } from 'chai';
import { chart } from '../../compiler/graph/chart.js';
import { dot } from '../../compiler/graph/dot.js';
import { mermaid } from '../../compiler/graph/mermaid.js';
import type { WrittenGraph } from '../../compiler/template/logical.js';
import { drawn, placeOf } from './graphs.js';

const small = drawn(
  'LB loadbalancer\nLBServer1 server in LB\nDB database\nLB > LBServer1 servers\nLBServer1 > DB waitFor',
);

const place = placeOf(1);
const hostile: WrittenGraph = {
  nodes: [
    { id: 'end', type: 'a"]; x', place },
    { id: 'say "hi"\\', type: '<b>\nnew', place },
  ],
  edges: [{ from: 'end', to: 'say "hi"\\', label: '|]"\\', place }],
};

describe('dot', () => {
  it('draws nested parts in clusters and the critical path in bold', () => {
    expect(dot(chart(small))).to.equal(
      `digraph jiml {
  rankdir=LR;
  node [shape=box, style=rounded, fontname="Helvetica"];
  edge [fontname="Helvetica", fontsize=10];
  "DB" [label="DB\\ndatabase", tooltip="shop.yaml:3", penwidth=2];
  subgraph "cluster_LB" {
    style="rounded,dashed";
    "LB" [label="LB\\nloadbalancer", tooltip="shop.yaml:1", penwidth=2];
    "LBServer1" [label="LBServer1\\nserver", tooltip="shop.yaml:2", penwidth=2];
  }
  "LBServer1" -> "DB" [label="waitFor", penwidth=2];
  "LB" -> "LBServer1" [label="servers", penwidth=2];
}
`,
    );
  });

  it('quotes what would end a string', () => {
    const text = dot(chart(hostile));
    expect(text).to.include('"say \\"hi\\"\\\\" [label="say \\"hi\\"\\\\\\n<b>\\nnew", ');
    expect(text).to.include('"end" -> "say \\"hi\\"\\\\" [label="|]\\"\\\\", penwidth=2];');
  });

  it('draws nothing for nothing', () => {
    expect(dot(chart({ nodes: [], edges: [] }))).to.match(
      /^digraph jiml \{\n(?: {2}(?:rankdir|node|edge)\b.*\n){3}\}\n$/,
    );
  });
});

describe('mermaid', () => {
  it('draws nested parts in subgraphs and the critical path in bold', () => {
    expect(mermaid(chart(small))).to.equal(
      `flowchart LR
  n0["DB<br/>database"]
  subgraph gn2["LB"]
    n2["LB<br/>loadbalancer"]
    n1["LBServer1<br/>server"]
  end
  n1 -->|"waitFor"| n0
  n2 -->|"servers"| n1
  classDef critical stroke-width:3px
  class n0,n1,n2 critical
  linkStyle 0,1 stroke-width:3px
`,
    );
  });

  it('writes what means something to Mermaid as numbers', () => {
    expect(mermaid(chart(hostile)).split('\n').slice(1, 4)).to.deep.equal([
      '  n0["say #34;hi#34;#92;<br/>#60;b#62;#10;new"]',
      '  n1["end<br/>a#34;#93;#59; x"]',
      '  n1 -->|"#124;#93;#34;#92;"| n0',
    ]);
  });

  it('leaves out styles where nothing is critical', () => {
    expect(mermaid(chart(drawn('A a')))).to.equal('flowchart LR\n  n0["A<br/>a"]\n');
  });

  it('leaves out an empty label', () => {
    expect(mermaid(chart(drawn('A a\nB b\nA > B')))).to.include('  n1 --> n0\n');
  });
});
