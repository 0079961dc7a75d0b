import { expect } from 'chai';
import { component, type Files, found, template } from './compiling.js';

const ref = (name: string) => ({ Ref: name });

/** The properties of all resources, by id. */
function made(blueprint: string, files: Files): Record<string, unknown> {
  const all = template(blueprint, files).Resources as Record<string, { Properties?: unknown }>;
  return Object.fromEntries(Object.entries(all).map(([id, { Properties }]) => [id, Properties]));
}

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

describe('what is wrong with a contribution', () => {
  it('is said where it was written', () => {
    const shop = `resources:
  - { type: cdn, id: CDN, config: { defaultSource: $B } }
  - { type: bucket, id: B }
  - { type: dns, config: { from: www.example.com, to: $CDN } }
`;
    expect(found(shop).map((line) => line.split(' ', 2).join(' '))).to.deep.equal(['4:34 check-warned']);
  });
});
