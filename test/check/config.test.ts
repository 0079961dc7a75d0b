import { expect } from 'chai';
import { component, type Files, found, template } from '../expand/compiling.js';

const HAVING = `parameters: { P: {}, Q: { type: Number } }
resources:
  - { type: Our::X::Y, id: Raw, config: { P: $P, Q: $Q } }
  - { type: part, id: Part }
  - { type: Our::X::Y, id: Group, forEach: 2 }
`;

const FILES: Files = {
  ...component('part', {}, 'resources: { self: { type: Our::X::Part } }\nattributes: { handle: $self.Arn }\n'),
  ...component(
    'whole',
    {
      type: 'object',
      additionalProperties: false,
      definitions: {
        rule: {
          type: 'object',
          additionalProperties: false,
          required: ['ports'],
          properties: {
            ports: { type: ['string', 'integer'], format: 'ports' },
            from: { type: 'string', format: 'cidr', default: 'anywhere' },
          },
        },
      },
      properties: {
        rules: { type: 'array', items: { $ref: '#/definitions/rule' } },
        time: { type: ['string', 'integer'], format: 'duration' },
        secret: { type: 'string', format: 'secret' },
        count: { type: 'integer', minimum: 1, maximum: 9 },
        on: { type: 'boolean' },
        kind: { enum: ['small', 'large'] },
        part: { offers: 'handle' },
        parts: { type: 'array', items: { offers: 'handle' } },
        inner: { type: 'object', resource: 'inner' },
        other: { aliasOf: 'inner' },
        either: {
          anyOf: [
            { type: 'string' },
            {
              type: 'object',
              additionalProperties: false,
              required: ['file'],
              properties: { file: { type: 'string' } },
            },
          ],
        },
      },
    },
    `resources:
  self:
    type: Our::X::Whole
    config:
      Rules: [{ forEach: $rules, From: $each.value.ports.from, To: $each.value.ports.to, Source: $each.value.from }]
      Time: $time
      Secret: $secret
      Count: $count
      On: $on
      Kind: $kind
      Part: $part.handle
      Parts: [{ forEach: $parts, value: $each.value.handle }]
      Either: $either
  Inner: { type: inner, when: [$inner], config: $inner }
`,
  ),
  ...component(
    'inner',
    { size: { type: 'integer' }, name: { type: 'string' } },
    'resources: { self: { type: Our::X::Inner, config: { Size: $size, Name: $name } } }\n',
  ),
};

function given(config: string): string {
  return `${HAVING}  - { type: whole, id: W, config: ${config} }\n`;
}

const ref = (name: string) => ({ Ref: name });
const ARN = { 'Fn::GetAtt': ['Part', 'Arn'] };

describe('a config that its schema allows', () => {
  const table: [config: string, properties: object][] = [
    ['{ rules: [{ ports: 22 }] }', { Rules: [{ From: 22, To: 22, Source: '0.0.0.0/0' }] }],
    ['{ rules: [{ ports: "80-90", from: 10.0.0.0/8 }] }', { Rules: [{ From: 80, To: 90, Source: '10.0.0.0/8' }] }],
    ['{ rules: [{ ports: all, from: $P }] }', { Rules: [{ From: 0, To: 65535, Source: ref('P') }] }],
    [
      '{ rules: [{ ports: $Q, from: "${{ P }}/32" }] }',
      { Rules: [{ From: ref('Q'), To: ref('Q'), Source: { 'Fn::Join': ['', [ref('P'), '/32']] } }] },
    ],
    ['{ time: 5m }', { Time: 300 }],
    ['{ time: PT1H30M }', { Time: 5400 }],
    ['{ time: 90 }', { Time: 90 }],
    ['{ time: $Q }', { Time: ref('Q') }],
    ['{ secret: $P }', { Secret: ref('P') }],
    ['{ secret: "{{resolve:secretsmanager:a}}", on: true }', { Secret: '{{resolve:secretsmanager:a}}', On: true }],
    ['{ secret: "****", on: "true" }', { On: true }],
    ['{ count: "3", kind: small }', { Count: 3, Kind: 'small' }],
    ['{ count: $Q, on: $P, kind: !Ref P }', { Count: ref('Q'), On: ref('P'), Kind: ref('P') }],
    ['{ part: $Part }', { Part: ARN }],
    ['{ part: { handle: arn } }', { Part: 'arn' }],
    ['{ part: $P, on: true }', { On: true }],
    ['{ parts: [$Part, { handle: x }] }', { Parts: [ARN, 'x'] }],
    ['{ either: text }', { Either: 'text' }],
    ['{ either: { file: f } }', { Either: { file: 'f' } }],
  ];
  for (const [config, properties] of table) {
    it(config, () => expect(template(given(config), FILES).Resources.W.Properties).to.deep.equal(properties));
  }

  it('leaves out in a nested config what a layer beside it gives', () => {
    const files: Files = {
      ...component(
        'outer',
        { in: { type: 'object', resource: 'inner' } },
        'resources:\n  In: { type: inner, config: [{ size: 1 }, $in] }\n',
      ),
      ...component(
        'inner',
        {
          type: 'object',
          required: ['size', 'name'],
          properties: { size: { type: 'integer' }, name: { type: 'string' } },
        },
        'resources: { self: { type: Our::X::Inner, config: { Size: $size, Name: $name } } }\n',
      ),
    };
    const outer = (config: string) => `resources:\n  - { type: outer, id: O, config: { in: ${config} } }\n`;
    expect(template(outer('{ name: a }'), files).Resources.OIn.Properties).to.deep.equal({ Size: 1, Name: 'a' });
    expect(found(outer('{ size: 2 }'), files).join()).to.match(/missing-property/);
  });

  it('takes another name for the same', () => {
    const all = template(given('{ other: { size: 3, name: "007" } }'), FILES).Resources;
    expect(all.WInner.Properties).to.deep.equal({ Size: 3, Name: '007' });
  });
});

describe('a config that its schema does not allow', () => {
  const table: [config: string, at: string][] = [
    ['{ ruels: [] }', '6:37 unknown-property'],
    ['{ rules: {} }', '6:44 wrong-kind'],
    ['{ rules: [{ port: 22 }] }', '6:47 unknown-property'],
    ['{ rules: [{ from: anywhere }] }', '6:45 missing-property'],
    ['{ rules: [{ ports: 99999 }] }', '6:54 bad-text'],
    ['{ rules: [{ ports: "90-80" }] }', '6:54 bad-text'],
    ['{ rules: [{ ports: 22, from: 10.0.0.1/8 }] }', '6:64 bad-text'],
    ['{ time: soon }', '6:43 bad-text'],
    ['{ secret: hunter2 }', '6:45 literal-secret'],
    ['{ secret: !If [C, hunter2, $P] }', '6:53 literal-secret'],
    ['{ count: 10 }', '6:44 out-of-range'],
    ['{ count: many }', '6:44 wrong-kind'],
    ['{ on: yes }', '6:41 boolean-word'],
    ['{ kind: smal }', '6:43 not-allowed'],
    ['{ part: $Raw }', '6:43 not-offered'],
    ['{ part: { hnadle: x } }', '6:43 not-offered'],
    ['{ part: $Group }', '6:43 not-offered'],
    ['{ parts: [$Part, $Raw] }', '6:52 not-offered'],
    ['{ inner: { sise: 3 } }', '6:46 unknown-property'],
    ['{ inner: { size: x } }', '6:52 wrong-kind'],
    ['{ inner: {}, other: {} }', '6:48 both-names'],
    ['{ either: 3.5, count: 1 }', ''],
    ['{ either: [a] }', '6:45 wrong-kind'],
    ['{ either: { fiel: a } }', '6:47 unknown-property'],
    ['[]', '6:35 wrong-kind'],
  ];
  for (const [config, at] of table) {
    it(`${config}: ${at || 'nothing'}`, () => {
      const all = found(given(config), FILES).filter((message) => !message.includes('schema.json'));
      const codes = all.map((message) => message.split(' ').slice(0, 2).join(' '));
      if (at === '') expect(codes).to.deep.equal([]);
      else expect(codes).to.include(at);
    });
  }
});

describe('several wrong configs', () => {
  it('take time by how many they are', () => {
    const time = (count: number) => {
      const outputs = Array.from({ length: count }, (_, index) => `  O${index}: { valeu: 1 }\n`).join('');
      const start = performance.now();
      expect(found(`resources: [{ type: Our::X::Y }]\noutputs:\n${outputs}`)).to.have.length.within(count, 2 * count);
      return performance.now() - start;
    };
    const best = (count: number) => Math.min(time(count), time(count), time(count));
    best(200);
    expect(best(2000)).to.be.lessThan(40 * best(200));
  });

  it('are told in one run, sorted by place', () => {
    const text = `${given('{ count: 10, ruels: [] }')}  - { type: whole, id: V, config: { kind: x } }\n  - { type: wohle }\n`;
    const lines = found(text, FILES).filter((message) => !message.includes('schema.json'));
    expect(lines.map((message) => message.split(' ')[1])).to.deep.equal([
      'out-of-range',
      'unknown-property',
      'not-allowed',
      'unknown-type',
    ]);
  });
});
