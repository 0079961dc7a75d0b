import { expect } from 'chai';
import { all, becomes } from './comp.js';
import { found, template } from './compiling.js';

/** What a repeated resource becomes: by id, the property `P`. */
function repeated(forEach: string, value: string, more = ''): Record<string, unknown> {
  const { Resources } = template(
    `resources:\n  - type: Our::X::Y\n    id: A\n    forEach: ${forEach}\n    config: { P: ${value} }\n${more}`,
  );
  const entries = Object.entries(Resources as Record<string, { Properties?: { P: unknown } }>);
  return Object.fromEntries(entries.map(([id, { Properties }]) => [id, Properties?.P]));
}

describe('forEach of a resource', () => {
  const table: [forEach: string, value: string, expected: object][] = [
    ['2', '$each.value', { A1: 1, A2: 2 }],
    ['2', '$each.index', { A1: 0, A2: 1 }],
    ['2', '$each.key', { A1: '1', A2: '2' }],
    ['"2"', '$each.value', { A1: 1, A2: 2 }],
    ['0', '$each.value', {}],
    ['[]', '$each.value', {}],
    ['[a, b-c]', '$each.value', { AA: 'a', ABC: 'b-c' }],
    ['[a, b]', '"${{ each.key }}/${{ each.index }}"', { AA: 'a/0', AB: 'b/1' }],
    ['[443, 80]', '$each.value', { A443: 443, A80: 80 }],
    ['{ b: 1, a: 2 }', '$each.value', { AA: 2, AB: 1 }],
    ['{ b: 1, a: 2 }', '$each.index', { AA: 0, AB: 1 }],
    [
      '{ web: { port: 80, deep: { er: [x] } } }',
      '"${{ each.value.port }}${{ each.value.deep.er.0 }}"',
      { AWeb: '80x' },
    ],
    ['[{ n: a }, { n: b }]', '$each.value.n', { A1: 'a', A2: 'b' }],
    ['[{ n: a }]', '$each.value', { A1: { n: 'a' } }],
    ['[a]', '$each.value.extra?', { AA: undefined }],
    ['[[a, b]]', '[x, $each.value]', { A1: ['x', 'a', 'b'] }],
    ['{ constructor: 1, __proto__: 2, "1": 3 }', '$each.value', { AConstructor: 1, AProto: 2, A1: 3 }],
  ];
  for (const [forEach, value, expected] of table) {
    it(`${forEach} with ${value}`, () => expect(repeated(forEach, value)).to.deep.equal(expected));
  }

  it('is named by as', () => {
    expect(repeated('[a]\n    as: rule', '"${{ rule.value }}"')).to.deep.equal({ AA: 'a' });
  });

  it('walks over another group', () => {
    const more = '  - { type: Our::X::Y, id: B, forEach: $A, config: { P: $each.value.Arn } }\n';
    expect(repeated('[x, y]', 'p', more)).to.deep.equal({
      AX: 'p',
      AY: 'p',
      BX: { 'Fn::GetAtt': ['AX', 'Arn'] },
      BY: { 'Fn::GetAtt': ['AY', 'Arn'] },
    });
  });

  it('keeps the ids of others when a key is added', () => {
    const before = Object.keys(repeated('{ a: 1, c: 1 }', 'x'));
    expect(Object.keys(repeated('{ a: 1, b: 1, c: 1 }', 'x'))).to.include.members(before);
  });

  const wrong: [forEach: string, value: string, at: string][] = [
    ['[a, a]', 'x', '5:14 duplicate-id'],
    ['[a-b, a b]', 'x', '5:14 duplicate-id'],
    ['$P', 'x', '5:14 must-be-known'],
    ['!Ref P', 'x', '5:14 must-be-known'],
    ['-1', 'x', '5:14 out-of-range'],
    ['1.5', 'x', '5:14 wrong-kind'],
    ['text', 'x', '5:14 wrong-kind'],
    ['100000', 'x', '5:14 too-many-resources'],
    ['[a]', '$each.vlaue', '6:24 unknown-attribute'],
    ['[{ n: 1 }]', '$each.value.m', '6:30 unknown-attribute'],
    ['[{ n: 1 }]', '"a${{ each.value }}"', '6:24 wrong-kind'],
    ['[a]\n    as: r', '$each.value', '7:19 unknown-name'],
  ];
  for (const [forEach, value, at] of wrong) {
    it(`${forEach} with ${value}: ${at}`, () => {
      const text = `parameters: { P: { type: Number } }\nresources:\n  - type: Our::X::Y\n    id: A\n    forEach: ${forEach}\n    config: { P: ${value} }\n`;
      const all = found(text).map((message) => message.split(' ').slice(0, 2).join(' '));
      expect(all).to.include(at);
    });
  }
});

describe('a group', () => {
  const uses = (value: string) =>
    template(`resources:
  - { type: AWS::RDS::DBInstance, id: S, forEach: [a, b] }
  - { type: AWS::RDS::DBInstance, id: N, forEach: 2 }
  - { type: Our::X::Y, id: Use, config: { P: ${value} } }
`).Resources.Use.Properties?.P;
  const ref = (name: string) => ({ Ref: name });
  const att = (name: string, attribute: string) => ({ 'Fn::GetAtt': [name, attribute] });

  const table: [value: string, becomes: unknown][] = [
    ['$N', [ref('N1'), ref('N2')]],
    ['[$N]', [ref('N1'), ref('N2')]],
    ['[x, $N, y]', ['x', ref('N1'), ref('N2'), 'y']],
    ['$N.1', ref('N1')],
    ['$S.b', ref('SB')],
    ['$N.2.Arn', att('N2', 'Arn')],
    ['$N.Arn', [att('N1', 'Arn'), att('N2', 'Arn')]],
    ['$N.Endpoint.Address', [att('N1', 'Endpoint.Address'), att('N2', 'Endpoint.Address')]],
    ['"${{ N.1 }}"', ref('N1')],
    ['"${{ N }}"', { 'Fn::Join': [',', [ref('N1'), ref('N2')]] }],
  ];
  for (const [value, becomes] of table) it(value, () => expect(uses(value)).to.deep.equal(becomes));

  it('says which members it has', () => {
    const all = found(
      'resources:\n  - { type: Our::X::Y, id: N, forEach: 2 }\n  - { type: Our::X::Y, id: U, config: { P: $N.3 } }\n',
    );
    expect(all).to.have.length(1);
    expect(all[0]).to.match(/^3:47 unknown-attribute .*1, 2/);
  });
});

describe('a map that is repeated in a template', () => {
  const MAP = (over: string, key: string, value: string) => `{ forEach: ${over}, key: ${key}, value: ${value} }`;
  const table: [value: string, config: string, expected: unknown][] = [
    [MAP('$list', '$each.value', '$each.index'), '{ list: [x, y] }', { x: 0, y: 1 }],
    [MAP('$list', '$each.value.n', '$each.value.v?'), '{ list: [{ n: x, v: 1 }, { n: y }] }', { x: 1 }],
    [MAP('$map', '"${{ each.key }}s"', '$each.value'), '{ map: { b: 1, a: 2 } }', { as: 2, bs: 1 }],
    [MAP('$list', '$each.value', '$each.index'), '{ list: [x, x] }', { x: 1 }],
    [MAP('$list', '$each.value', '1'), '{}', undefined],
    [`{ as: one, ${MAP('$list', '$one.value', '[$one.key]').slice(1)}`, '{ list: [x] }', { x: ['x'] }],
    [MAP('[$a]', '$each.value', MAP('$list', '$each.value', '$each.index')), '{ a: m, list: [x] }', { m: { x: 0 } }],
    [`{ when: $a, ${MAP('$list', '$each.value', '1').slice(1)}`, '{ a: false, list: [x] }', undefined],
  ];
  for (const [value, config, expected] of table) {
    it(`${value} of ${config}`, () => expect(becomes(value, config)).to.deep.equal(expected));
  }
});

describe('the condition of a part', () => {
  const part = (config: string, more = '') => {
    const { Conditions, Resources } = all('x', config, `  Other: { type: Our::A::C, condition: $a${more} }\n`);
    return [Resources.COther?.Condition, Conditions];
  };
  const given = { Given: { 'Fn::Equals': [{ Ref: 'Text' }, 'a'] } };

  it('leaves it out where it is known not to be there', () => {
    expect(all('x', '{ a: false }', '  Other: { type: Our::A::C, condition: $a }\n').Resources).not.to.have.key(
      'COther',
    );
  });

  it('says nothing where it is known to be there', () => expect(part('{ a: true }')).to.deep.equal([undefined, given]));

  it('is one of the template where only CloudFormation knows', () => {
    const FlagIsTrue = { 'Fn::Equals': [{ Ref: 'Flag' }, 'true'] };
    expect(part('{ a: $Flag }')).to.deep.equal(['FlagIsTrue', { ...given, FlagIsTrue }]);
  });

  it('holds beside that of the resource', () => {
    const [name, conditions] = part('{ a: $Flag }, condition: Given');
    expect(name).to.equal('GivenAndFlagIsTrue');
    const both = [{ Condition: 'Given' }, { 'Fn::Equals': [{ Ref: 'Flag' }, 'true'] }];
    expect(conditions).to.deep.equal({ ...given, GivenAndFlagIsTrue: { 'Fn::And': both } });
  });
});
