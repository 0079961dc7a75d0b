import { expect } from 'chai';
import { component, type Files, found, template } from './compiling.js';

const PAIR: Files = component(
  'pair',
  { other: {} },
  `resources:
  self: { type: Our::A::Self }
  Second: { type: Our::A::Second, config: { Self: $self, Other: $other } }
attributes: { done: [$Second] }
`,
);
const LONE: Files = component('lone', {}, 'resources:\n  One: { type: Our::A::One }\n  Two: { type: Our::A::Two }\n');
const HAVING = 'parameters: { P: {} }\nconditions: { C: !Equals [$P, a] }\nresources:\n';

function resources(entries: readonly string[], files: Files = { ...PAIR, ...LONE }) {
  return template(HAVING + entries.map((entry) => `  - ${entry}\n`).join(''), files).Resources;
}

const RAW = '{ type: Our::X::Y, id: A, ';

describe('what is said beside the config', () => {
  const table: [name: string, entries: string[], expected: object][] = [
    ['an id', [`${RAW} dependsOn: B }`, '{ type: Our::X::Y, id: B }'], { A: 'B' }],
    [
      'a list',
      [`${RAW} waitFor: [B, C] }`, '{ type: Our::X::Y, id: B }', '{ type: Our::X::Y, id: C }'],
      { A: ['B', 'C'] },
    ],
    ['a reference', [`${RAW} waitFor: $B }`, '{ type: Our::X::Y, id: B }'], { A: 'B' }],
    [
      'references',
      [`${RAW} waitFor: [$B, C] }`, '{ type: Our::X::Y, id: B }', '{ type: Our::X::Y, id: C }'],
      { A: ['B', 'C'] },
    ],
    [
      'both words',
      [`${RAW} waitFor: B, dependsOn: C }`, '{ type: Our::X::Y, id: B }', '{ type: Our::X::Y, id: C }'],
      { A: ['B', 'C'] },
    ],
    ['what a type says is done', [`${RAW} waitFor: B }`, '{ type: pair, id: B }'], { A: 'BSecond' }],
    ['all of a type without a main part', [`${RAW} waitFor: B }`, '{ type: lone, id: B }'], { A: ['BOne', 'BTwo'] }],
    ['a group', [`${RAW} waitFor: B }`, '{ type: Our::X::Y, id: B, forEach: 2 }'], { A: ['B1', 'B2'] }],
    ['one of a group', [`${RAW} waitFor: B.2 }`, '{ type: Our::X::Y, id: B, forEach: 2 }'], { A: 'B2' }],
    [
      'a group of a type',
      [`${RAW} waitFor: $B }`, '{ type: pair, id: B, forEach: [x, y] }'],
      { A: ['BXSecond', 'BYSecond'] },
    ],
    ['an attribute', [`${RAW} waitFor: $B.Arn }`, '{ type: Our::X::Y, id: B }'], { A: 'B' }],
    [
      'by the main part of a type',
      ['{ type: pair, id: A, waitFor: B }', '{ type: Our::X::Y, id: B }'],
      { A: 'B', ASecond: undefined },
    ],
    [
      'by all of a type without one',
      ['{ type: lone, id: A, waitFor: B }', '{ type: Our::X::Y, id: B }'],
      { AOne: 'B', ATwo: 'B' },
    ],
    [
      'by each of a group',
      ['{ type: Our::X::Y, id: A, forEach: 2, waitFor: B }', '{ type: Our::X::Y, id: B }'],
      { A1: 'B', A2: 'B' },
    ],
  ];
  for (const [name, entries, expected] of table) {
    it(`waits for ${name}`, () => {
      const all = resources(entries);
      for (const [id, value] of Object.entries(expected)) expect(all[id].DependsOn, id).to.deep.equal(value);
    });
  }

  it('understands waitFor inside a nested server', () => {
    const all = resources([
      '{ type: loadbalancer, id: LB, config: { server: { waitFor: $B }, servers: 1 } }',
      '{ type: Our::X::Y, id: B }',
    ]);
    expect([all.LBServer1.DependsOn].flat()).to.include('B');
  });

  it('gives a condition to all parts', () => {
    const all = resources([
      '{ type: pair, id: A, condition: C, config: { other: x } }',
      '{ type: lone, id: B, condition: C }',
    ]);
    expect(Object.values(all as Record<string, { Condition: string }>).map(({ Condition }) => Condition)).to.deep.equal(
      ['C', 'C', 'C', 'C'],
    );
  });

  it('says everything else to the main part', () => {
    const beside = `deletionPolicy: Retain, updateReplacePolicy: Snapshot, creationPolicy: { ResourceSignal: { Count: 1 } },
      updatePolicy: { UseOnlineResharding: true }, metadata: { Name: $P }`;
    const expected = {
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Snapshot',
      CreationPolicy: { ResourceSignal: { Count: 1 } },
      UpdatePolicy: { UseOnlineResharding: true },
      Metadata: { Name: { Ref: 'P' } },
    };
    expect(resources([`${RAW} ${beside} }`, '{ type: Our::X::Y, condition: C }']).A).to.deep.equal({
      Type: 'Our::X::Y',
      ...expected,
    });
    const typed = resources([`{ type: pair, id: A, ${beside} }`, '{ type: Our::X::Y, condition: C }']);
    expect(typed.A).to.deep.equal({ Type: 'Our::A::Self', ...expected });
    expect(Object.keys(typed.ASecond)).to.deep.equal(['Type', 'Properties']);
  });

  const wrong: [entries: string[], at: string][] = [
    [[`${RAW} waitFor: Bb }`, '{ type: Our::X::Y, id: B }'], '4:41 unknown-dependency'],
    [[`${RAW} waitFor: [B, P] }`, '{ type: Our::X::Y, id: B }'], '4:45 unknown-dependency'],
    [[`${RAW} waitFor: $P }`], '4:42 unknown-dependency'],
    [[`${RAW} waitFor: AWS::Region }`], '4:41 unknown-dependency'],
    [[`${RAW} waitFor: A }`], '4:41 dependency-cycle'],
    [[`${RAW} condition: D }`], '4:43 unknown-condition'],
    [[`${RAW} condition: $C }`], '4:43 wrong-kind'],
    [['{ type: $P, id: A }'], '4:13 wrong-kind'],
    [['{ type: Our::X::Y, id: $P }'], '4:28 wrong-kind'],
    [['{ type: Our::X::Y, id: "a-b" }'], '4:28 bad-id'],
    [['{ type: Our::X::Y, id: P }'], '4:28 duplicate-name'],
    [['{ type: Our::X::Y, id: each }'], '4:28 reserved-name'],
    [['{ type: Our::X::Y, id: A }', '{ type: Our::X::Z, id: A }'], '5:28 duplicate-id'],
    [['{ type: pair, id: A }', '{ type: Our::X::Z, id: ASecond }'], '5:5 duplicate-logical-id'],
    [['{ type: Our::X::Y }', '{ type: Our::Z::Y }'], '5:5 needs-id'],
    [['{ type: piar }'], '4:13 unknown-type'],
    [['{ type: "" }'], '4:13 out-of-range'],
    [['{ id: A }'], '4:5 missing-property'],
    [['{ type: Our::X::Y, config: [] }'], '4:32 wrong-kind'],
    [['{ type: Our::X::Y, deletionPolicy: Keep }'], '4:40 not-allowed'],
    [['{ type: Our::X::Y, Properties: {} }'], '4:24 unknown-key'],
    [['[]'], '4:5 wrong-kind'],
  ];
  for (const [entries, at] of wrong) {
    it(`${entries.join(' ')}: ${at}`, () => {
      const all = found(HAVING + entries.map((entry) => `  - ${entry}\n`).join(''), { ...PAIR, ...LONE });
      expect(all.map((message) => message.split(' ').slice(0, 2).join(' '))).to.include(at);
    });
  }
});

describe('an id that nobody wrote', () => {
  const table: [entries: string[], ids: string[]][] = [
    [['{ type: AWS::SQS::Queue }'], ['Queue']],
    [['{ type: pair }'], ['Pair', 'PairSecond']],
    [['{ type: lone }'], ['LoneOne', 'LoneTwo']],
    [['{ type: AWS::SQS::Queue, forEach: [a, b-c] }'], ['QueueA', 'QueueBC']],
    [['{ type: Custom::Thing }'], ['Thing']],
  ];
  for (const [entries, ids] of table) {
    it(`${entries.join(' ')}: ${ids.join(' ')}`, () => {
      const all = Object.keys(resources([...entries, '{ type: Our::X::Y, condition: C }']));
      expect(all.filter((id) => id !== 'Y').sort()).to.deep.equal(ids);
    });
  }

  const NAMED: Files = component(
    'named',
    { type: 'object', properties: { from: { type: 'string' } }, identifiedBy: 'from' },
    'resources: { self: { type: Our::A::B, config: { Name: $from } } }\n',
  );
  const named: [entry: string, ids: string[]][] = [
    ['{ type: named, config: { from: www.my-domain.com } }', ['NamedWwwMyDomainCom']],
    ['{ type: named, config: { from: "${{ Q.Name }}.x" } }', ['Named']],
    ['{ type: named, forEach: [a, b], config: { from: "${{ each.value }}.x" } }', ['NamedA', 'NamedB']],
  ];
  for (const [entry, ids] of named) {
    it(`${entry}: ${ids.join(' ')}`, () => {
      const all = resources([entry, '{ type: Our::X::Y, id: Q, condition: C }'], NAMED);
      expect(
        Object.keys(all)
          .filter((id) => id !== 'Q')
          .sort(),
      ).to.deep.equal(ids);
    });
  }
});
