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
