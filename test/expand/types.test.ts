import { expect } from 'chai';
import { component, type Files, found, template } from './compiling.js';

const ref = (name: string) => ({ Ref: name });
const att = (name: string, attribute: string) => ({ 'Fn::GetAtt': [name, attribute] });

/** The properties of all resources, by id. */
function made(blueprint: string, files: Files): Record<string, unknown> {
  const all = template(blueprint, files).Resources as Record<string, { Properties?: unknown }>;
  return Object.fromEntries(Object.entries(all).map(([id, { Properties }]) => [id, Properties]));
}

const CODES = (messages: readonly string[]) =>
  messages
    .filter((message) => !message.includes('schema.json'))
    .map((message) => message.split(' ').slice(0, 2).join(' '));

describe('the parts of a component', () => {
  const INNER = component(
    'inner',
    { size: { default: 1 }, name: {}, tags: { type: 'array' } },
    'resources:\n  self: { type: Our::A::Inner, config: { Size: $size, Name: $name, Tags: $tags } }\n  Extra: { type: Our::A::Extra, config: { Of: $self } }\nattributes: { size: $size, extra: $Extra, done: $Extra }\n',
  );
  const outer = (resources: string, more = '') => ({
    ...INNER,
    ...component(
      'outer',
      { on: {}, names: { type: 'array' }, inner: { type: 'object' }, count: {}, size: {} },
      `resources:\n${resources}${more}`,
    ),
  });
  const use = (config: string) =>
    `parameters: { P: { allowedValues: ["true", "false"] } }\nresources:\n  - { type: outer, id: O, config: ${config} }\noutputs: { Used: $P }\n`;

  const table: [resources: string, config: string, expected: object][] = [
    ['  A: { type: Our::X::Y }\n', '{}', { OA: undefined }],
    [
      '  self: { type: Our::X::Y }\n  B: { type: Our::X::Z, config: { P: $self } }\n',
      '{}',
      { O: undefined, OB: { P: ref('O') } },
    ],
    ['  A: { type: Our::X::Y, when: $on }\n', '{ on: true }', { OA: undefined }],
    ['  A: { type: Our::X::Y, when: $on }\n', '{}', {}],
    [
      '  A: { type: Our::X::Y, when: $on }\n  B: { type: Our::X::Y, config: { P: $A, Q: x } }\n',
      '{}',
      { OB: { Q: 'x' } },
    ],
    [
      '  A: { type: Our::X::Y, forEach: $names }\n  B: { type: Our::X::Z, config: { All: $A, One: $A.x, Arn: $A.Arn, Key: $A(names.1) } }\n',
      '{ names: [x, y-z] }',
      {
        OAX: undefined,
        OAYZ: undefined,
        OB: {
          All: [ref('OAX'), ref('OAYZ')],
          One: ref('OAX'),
          Arn: [att('OAX', 'Arn'), att('OAYZ', 'Arn')],
          Key: ref('OAYZ'),
        },
      },
    ],
    [
      '  A: { type: Our::X::Y, forEach: $names, key: $each.value.id, config: { N: $each.value.n } }\n',
      '{ names: [{ id: one, n: 1 }, { id: two, n: 2 }] }',
      { OAOne: { N: 1 }, OATwo: { N: 2 } },
    ],
    [
      '  A: { type: Our::X::Y, forEach: $names, key: $each.value.id, config: { N: $each.value.n } }\n',
      '{ names: [{ id: one, n: 1 }, { id: one, n: 1 }] }',
      { OAOne: { N: 1 } },
    ],
    ['  A: { type: Our::X::Y, forEach: 2, as: i, config: { N: $i.value } }\n', '{}', { OA1: { N: 1 }, OA2: { N: 2 } }],
    ['  self: { type: inner, config: { name: x } }\n', '{}', { O: { Size: 1, Name: 'x' }, OExtra: { Of: ref('O') } }],
    [
      '  In: { type: inner, config: $inner }\n  B: { type: Our::X::Y, config: { S: $In.size, E: $In.extra.Arn } }\n',
      '{ inner: { size: 5 } }',
      { OIn: { Size: 5 }, OInExtra: { Of: ref('OIn') }, OB: { S: 5, E: att('OInExtra', 'Arn') } },
    ],
    [
      '  In: { type: inner, config: [{ size: 2, name: under }, $inner, { name: over }] }\n',
      '{ inner: { size: 5, name: mine } }',
      { OIn: { Size: 5, Name: 'over' }, OInExtra: { Of: ref('OIn') } },
    ],
    [
      '  In: { type: inner, config: [{ size: 2, name: under }, $inner] }\n',
      '{}',
      { OIn: { Size: 2, Name: 'under' }, OInExtra: { Of: ref('OIn') } },
    ],
    ['  A: { type: Our::X::Y, config: [{ P: 1, Q: 1 }, { Q: 2 }] }\n', '{}', { OA: { P: 1, Q: 2 } }],
    [
      '  In: { type: inner, config: [{ size: 2 }, { size: !If [$on, 3] }] }\n',
      '{ on: $P }',
      { OIn: { Size: { 'Fn::If': ['PIsTrue', 3, 2] } }, OInExtra: { Of: ref('OIn') } },
    ],
    [
      '  In: { type: inner, config: { size: !If [$on, 3] } }\n',
      '{ on: $P }',
      { OIn: { Size: { 'Fn::If': ['PIsTrue', 3, 1] } }, OInExtra: { Of: ref('OIn') } },
    ],
  ];
  for (const [resources, config, expected] of table) {
    it(`${resources.trim()} of ${config}`, () => {
      expect(made(use(config), outer(resources))).to.deep.equal(expected);
    });
  }

  it('wait for each other, for what is done and for what may be left out', () => {
    const resources = `  self: { type: inner, waitFor: $B }
  A: { type: Our::X::Y, waitFor: [$In, $B?], deletionPolicy: Retain, metadata: { N: $id } }
  B: { type: Our::X::Y, when: $on }
  In: { type: inner }
  D: { type: Our::X::Y, waitFor: !If [$size, $In, $A] }
`.replace('$B?', '$B');
    const all = (config: string) => template(use(config), outer(resources)).Resources;
    expect(all('{ on: true }').OA).to.deep.include({
      DependsOn: ['OB', 'OInExtra'],
      DeletionPolicy: 'Retain',
      Metadata: { N: 'O' },
    });
    expect(all('{}').OA.DependsOn).to.equal('OInExtra');
    expect(all('{ on: true }').O.DependsOn).to.equal('OB');
    expect(all('{ size: 1 }').OD.DependsOn).to.equal('OInExtra');
    expect(all('{ size: $P }').OD.DependsOn).to.deep.equal(['OA', 'OInExtra']);
  });

  const wrong: [resources: string, config: string, at: string][] = [
    ['  A: { type: Our::X::Y, when: $on }\n', '{ on: $P }', '3:41 must-be-known'],
    ['  A: { type: Our::X::Y, forEach: $count }\n', '{ count: $P }', '3:44 must-be-known'],
    ['  A: { type: Our::X::Y, forEach: $names }\n', '{ names: [a, a] }', '3:44 duplicate-id'],
    [
      '  A: { type: Our::X::Y, forEach: $names, key: $each.value.id, config: { N: $each.value.n } }\n',
      '{ names: [{ id: a, n: 1 }, { id: a, n: 2 }] }',
      '3:5 duplicate-logical-id',
    ],
    [
      '  A: { type: Our::X::Y, forEach: $names, config: { P: $each.value } }\n',
      '{ names: [a, !If [PIsTrue, b, !Ref AWS::NoValue]] }',
      '3:48 unknown-condition',
    ],
    ['  self: { type: outer }\n', '{}', '2:17 component-in-itself'],
    ['  A: { type: Our::X::Y, config: { P: $this } }\n', '{}', '3:5 no-main-resource'],
  ];
  for (const [resources, config, at] of wrong) {
    it(`${resources.trim()} of ${config}: ${at}`, () => {
      const messages = found(use(config), outer(resources)).map((message) =>
        message.replace(/^\S*template\.yaml:/, ''),
      );
      expect(CODES(messages)).to.include(at);
    });
  }

  it('can be nested in components, and blame goes to the author', () => {
    const files = {
      ...component(
        'low',
        { port: { format: 'ports' }, way: {} },
        'values: { ways: { tcp: 6 } }\nresources: { self: { type: Our::X::Y, config: { From: $port.from, Way: $ways(way) } } }\n',
      ),
      ...component(
        'middle',
        { door: {}, kind: {} },
        'resources: { self: { type: low, config: { port: $door, way: $kind } } }\n',
      ),
      ...component(
        'high',
        { gates: { type: 'array' } },
        'resources: { M: { type: middle, forEach: $gates, config: { door: $each.value.door, kind: $each.value.kind } } }\n',
      ),
    };
    const text = (door: string, kind: string) =>
      `resources:\n  - type: high\n    id: H\n    config:\n      gates:\n        - { door: ${door}, kind: ${kind} }\n`;
    expect(made(text('80-90', 'tcp'), files)).to.deep.equal({ HM1: { From: 80, Way: 6 } });
    expect(CODES(found(text('90-80', 'tcp'), files))).to.deep.equal(['6:19 bad-text']);
    expect(CODES(found(text('80', 'tpc'), files))).to.deep.equal(['6:29 not-in-table']);
  });
});

describe('what is shared', () => {
  const NET = component(
    'net',
    { cidr: { default: '10.0.0.0/8' } },
    'resources: { self: { type: Our::X::Net, config: { C: $cidr } } }\nattributes: { vpc: $self }\n',
  );
  const files = {
    ...NET,
    ...component(
      'box',
      { net: { default: '$Net' } },
      'shared: { Net: net }\nresources: { self: { type: Our::X::Box, config: { Vpc: $net.vpc } } }\n',
    ),
  };

  it('is made where there is none', () => {
    expect(made('resources: [{ type: box, id: A }, { type: box, id: B }]\n', files)).to.deep.equal({
      Net: { C: '10.0.0.0/8' },
      A: { Vpc: ref('Net') },
      B: { Vpc: ref('Net') },
    });
  });
  it('is the only one, whatever its id', () => {
    expect(
      made('resources: [{ type: box, id: A }, { type: net, id: Mine, config: { cidr: x } }]\n', files),
    ).to.deep.equal({ Mine: { C: 'x' }, A: { Vpc: ref('Mine') } });
  });
  it('is not made where nobody asks', () => {
    expect(made('resources: [{ type: box, id: A, config: { net: { vpc: vpc-1 } } }]\n', files)).to.deep.equal({
      A: { Vpc: 'vpc-1' },
    });
  });
  it('is asked for where there are two', () => {
    const two = '{ type: net, id: M }, { type: net, id: N }';
    expect(found(`resources: [{ type: box, id: A }, ${two}]\n`, files).join()).to.match(/^1:13 several-shared .*M, N/);
    expect(made(`resources: [{ type: box, id: A, config: { net: $N } }, ${two}]\n`, files).A).to.deep.equal({
      Vpc: ref('N'),
    });
  });
  it('is asked for where two are a group', () => {
    expect(found('resources: [{ type: box, id: A }, { type: net, id: M, forEach: 2 }]\n', files).join()).to.include(
      'M1, M2',
    );
  });
  it('needs its name', () => {
    expect(found('resources: [{ type: box, id: A }, { type: Our::X::Y, id: Net }]\n', files).join()).to.include(
      'shared-id-taken',
    );
  });
});

describe('contributions', () => {
  const files = {
    ...component(
      'target',
      {
        type: 'object',
        properties: { items: { type: 'array', collected: true }, quiet: { type: 'array' } },
        additionalProperties: false,
      },
      'resources: { self: { type: Our::X::Target, config: { Items: $items } } }\n',
    ),
    ...component('wrap', {}, 'resources: { self: { type: target, config: { items: [w] } } }\n'),
    ...component(
      'giver',
      { to: {}, names: { type: 'array' }, value: { default: '$id' }, on: { default: true } },
      'resources: { self: { type: Our::X::Giver } }\nadds:\n  - { to: $to, when: $on, items?: $value }\n  - { forEach: $names, to: $to, items: $each.value }\n',
    ),
  };
  const items = (entries: string, id = 'T') =>
    (
      made(
        `parameters: { P: { allowedValues: ["true", "false"] } }\nresources:\n${entries}outputs: { O: $P }\n`,
        files,
      )[id] as { Items: unknown } | undefined
    )?.Items;
  const T = '  - { type: target, id: T, config: { items: [own] } }\n';
  const giver = (id: string, config: string) => `  - { type: giver, id: ${id}, config: ${config} }\n`;

  const table: [name: string, entries: string, expected: unknown][] = [
    ['come after the own ones, by id', `${giver('B', '{ to: $T }')}${giver('A', '{ to: $T }')}${T}`, ['own', 'A', 'B']],
    [
      'are each there once',
      `${T}${giver('A', '{ to: $T, value: own }')}${giver('B', '{ to: $T, value: x }')}${giver('C', '{ to: $T, value: x }')}`,
      ['own', 'x'],
    ],
    [
      'are each there once, whatever they are',
      `${T}${giver('A', '{ to: $T, value: { k: [1] } }')}${giver('B', '{ to: $T, value: { k: [1] } }')}`,
      ['own', { k: [1] }],
    ],
    ['can be several', `${T}${giver('A', '{ to: $T, names: [x, y] }')}`, ['own', 'A', 'x', 'y']],
    ['can be left out', `${T}${giver('A', '{ to: $T, on: false }')}`, ['own']],
    [
      'can be decided later',
      `${T}${giver('A', '{ to: $T, on: $P }')}`,
      ['own', { 'Fn::If': ['PIsTrue', 'A', ref('AWS::NoValue')] }],
    ],
    ['reach what a component wraps', `  - { type: wrap, id: T }\n${giver('A', '{ to: $T }')}`, ['w', 'A']],
    [
      'reach all of a group',
      `  - { type: target, id: G, forEach: 2 }\n${giver('A', '{ to: $G }')}${T.replace('id: T', 'id: X')}`,
      undefined,
    ],
    ['go to nobody who does not collect', `  - { type: Our::X::Y, id: R }\n${T}${giver('A', '{ to: $R }')}`, ['own']],
  ];
  for (const [name, entries, expected] of table) it(name, () => expect(items(entries)).to.deep.equal(expected));

  it('reach each of a group', () => {
    const entries = `  - { type: target, id: G, forEach: 2 }\n${giver('A', '{ to: $G }')}`;
    expect([items(entries, 'G1'), items(entries, 'G2')]).to.deep.equal([['A'], ['A']]);
  });

  it('without "?" must be collected', () => {
    const text = `resources:\n  - { type: Our::X::Y, id: R }\n${giver('A', '{ to: $R, names: [x] }')}`;
    expect(found(text, files).join('\n')).to.match(/^3:5 not-collected /m);
  });

  it('may not depend on what is collected', () => {
    const knot = component(
      'knot',
      { type: 'object', properties: { items: { type: 'array', collected: true } } },
      'resources: { self: { type: Our::X::Y, config: { I: $items } } }\nadds: [{ to: $this, when: $items, items: x }]\n',
    );
    expect(found('resources: [{ type: knot, id: K }]\n', knot).join('\n')).to.include(' collected-too-late ');
  });

  it('let two name each other', () => {
    const text = `resources:
  - { type: firewall, id: A, config: { allow: [{ ports: 22, from: $B }] } }
  - { type: firewall, id: B, config: { allow: [{ ports: 22, from: $A }] } }
`;
    expect(Object.keys(made(text, {}))).to.include.members(['A', 'B']);
  });
});

describe('checks', () => {
  const check = (body: string) => ({
    ...component(
      'checked',
      { type: 'object', properties: { a: {}, list: { type: 'array' } } },
      `resources: { self: { type: Our::X::Y, config: { A: $a, L: $list } } }\nchecks:\n  - ${body}\n`,
    ),
    ...component('outside', { b: {} }, 'resources: { self: { type: checked, config: { a: $b, list: [] } } }\n'),
  });
  const run = (type: string, config: string, body: string) =>
    found(
      `parameters: { P: { allowedValues: ["true", "false"] } }\nresources:\n  - type: ${type}\n    id: C\n    config: ${config}\noutputs: { O: $P }\n`,
      check(body),
    );

  const table: [type: string, config: string, body: string, message: string | undefined][] = [
    [
      'checked',
      '{ a: x }',
      '{ that: !Equals [$a, y], at: a, otherwise: "Not ${{ a }}.", hint: "Write y, ${{ id }}." }',
      '5:18 check-failed Not x. (Write y, C.)',
    ],
    ['checked', '{ a: y }', '{ that: !Equals [$a, y], at: a, otherwise: "Not ${{ a }}." }', undefined],
    ['checked', '{ a: $P }', '{ that: $a, at: a, otherwise: "Not ${{ a }}." }', undefined],
    [
      'checked',
      '{ a: x, list: [$P] }',
      '{ that: false, at: list, otherwise: "Not ${{ list.0 }}." }',
      '5:27 check-failed Not $P.',
    ],
    ['checked', '{ a: x }', '{ that: false, at: a, severity: warning, otherwise: Hm. }', '5:18 check-warned Hm.'],
    ['checked', '{}', '{ that: $a, at: a, otherwise: Give it. }', '3:5 check-failed Give it.'],
    ['checked', '{ a: x }', '{ when: !Equals [$a, y], that: false, at: a, otherwise: No. }', undefined],
    [
      'checked',
      '{ list: [a, b] }',
      '{ forEach: $list, that: !Equals [$each.value, a], at: $each.value, otherwise: "Not ${{ each.value }}." }',
      '5:25 check-failed Not b.',
    ],
    ['outside', '{ b: x }', '{ that: !Equals [$a, y], at: a, otherwise: "Not ${{ a }}." }', '5:18 check-failed Not x.'],
  ];
  for (const [type, config, body, message] of table) {
    it(`${body} of ${type} ${config}: ${message ?? 'nothing'}`, () => {
      expect(run(type, config, body)).to.deep.equal(message === undefined ? [] : [message]);
    });
  }
});

describe('a type that leads nowhere', () => {
  const own = (template: string, properties = {}) => component('own', properties, template);
  const blueprint = 'resources:\n  - { type: own, id: O }\n  - { type: Our::X::Y, id: U, config: { P: $O.x } }\n';
  const table: [template: string, code: string][] = [
    [
      'values: { a: $b, b: $a }\nresources: { self: { type: Our::X::Y, config: { P: $a } } }\nattributes: { x: $b }\n',
      'value-cycle',
    ],
    [
      'values: { a: { b: $a } }\nresources: { self: { type: Our::X::Y, config: $a } }\nattributes: { x: $a }\n',
      'value-cycle',
    ],
    [
      'values: { a: [x, $a] }\nresources: { self: { type: Our::X::Y, config: { P: $a } } }\nattributes: { x: $a }\n',
      'value-cycle',
    ],
    ['resources: { self: { type: Our::X::Y } }\nattributes: { x: $this.x }\n', 'value-cycle'],
    [
      'resources: { self: { type: Our::X::Y }, A: { type: Our::X::Y, forEach: $A } }\nattributes: { x: $A }\n',
      'value-cycle',
    ],
    [
      'values: { a: $b.k, b: $a.k }\nresources: { self: { type: Our::X::Y, when: $a } }\nattributes: { x: $b }\n',
      'value-cycle',
    ],
  ];
  for (const [text, code] of table) {
    it(text.split('\n').join(' '), () => expect(found(blueprint, own(text)).join('\n')).to.include(` ${code} `));
  }

  it('does not take all time', () => {
    const values = Array.from(
      { length: 40 },
      (_, index) => `  v${index}: { a: $v${index + 1}, b: $v${index + 1} }\n`,
    ).join('');
    const text = `values:\n${values}  v40: x\nresources: { self: { type: Our::X::Y, config: $v0 } }\nattributes: { x: y }\n`;
    expect(found(blueprint, own(text)).join('\n')).to.include(' too-many-values ');
  }).timeout(30_000);

  it('is told where an alias leads nowhere', () => {
    const files = { 'components/own/schema.json': '{ "aliasOf": "nothing" }' };
    expect(found('resources: [{ type: own }]\n', files).join()).to.include('unknown-type There is no type "nothing".');
  });
});
