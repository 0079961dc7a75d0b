import { expect } from 'chai';
import { all, att, becomes, files, ref, written } from './comp.js';
import { found } from './compiling.js';

describe('a name in a template', () => {
  const table: [value: string, config: string, expected: unknown][] = [
    ['$a', '{ a: x }', 'x'],
    ['$a', '{}', undefined],
    ['$a', '{ a: $Text }', ref('Text')],
    ['$a', '{ a: $Q }', ref('Q')],
    ['$a', '{ a: $Q.Arn }', att('Q', 'Arn')],
    ['$a.Arn', '{ a: $Q }', att('Q', 'Arn')],
    ['$d', '{}', 'fallback'],
    ['$d', '{ d: other }', 'other'],
    ['$id', '{}', 'C'],
    ['"${{ id }}-${{ a }}"', '{ a: x }', 'C-x'],
    ['"${{ a }}${{ b }}"', '{}', undefined],
    ['"x${{ a }}"', '{}', undefined],
    ['$none', '{ a: x }', undefined],
    ['$this', '{}', undefined],
    ['$AWS::Region', '{}', ref('AWS::Region')],
    ['$map.k.0', '{ map: { k: [x] } }', 'x'],
    ['$map.k', '{ map: {} }', undefined],
    ['$list.1', '{ list: [x, y] }', 'y'],
    ['$list.9', '{ list: [x, y] }', undefined],
    ['$list.k', '{ list: [{ k: x }, { k: y }] }', ['x', 'y']],
    ['$a.k', '{ a: text }', undefined],
    ['$a.k', '{ a: $Text }', undefined],
    ['$a.k?', '{ a: $Q }', undefined],
    ['$a', '{ a: $G }', [ref('GX'), ref('GY')]],
    ['$a.x', '{ a: $G }', ref('GX')],
    ['$a.Arn', '{ a: $G }', [att('GX', 'Arn'), att('GY', 'Arn')]],
    ['$$a', '{ a: x }', '$a'],
    ['!Ref a', '{ a: x }', 'x'],
    ['!GetAtt Second.Arn', '{}', att('CSecond', 'Arn')],
    ['!Sub "${a}/${Second.Arn}/${!a}"', '{ a: x }', { 'Fn::Join': ['', ['x/', att('CSecond', 'Arn'), '/${a}']] }],
    ['!Sub ["${v}-${a}", { v: $b }]', '{ a: x, b: y }', 'y-x'],
    ['$Second', '{}', ref('CSecond')],
    ['$Second.Arn', '{}', att('CSecond', 'Arn')],
  ];
  for (const [value, config, expected] of table.filter(([value]) => value !== '$this')) {
    it(`${value} of ${config}`, () => {
      expect(becomes(value, config, '  Second: { type: Our::A::C }\n')).to.deep.equal(expected);
    });
  }

  it('leads to itself as a reference', () => {
    const rest = '  Second: { type: Our::A::C, config: { Self: $self, This: $this, Arn: $self.Arn } }\n';
    expect(all('x', '{}', rest).Resources.CSecond.Properties).to.deep.equal({
      Self: ref('C'),
      This: ref('C'),
      Arn: att('C', 'Arn'),
    });
  });
});

describe('a table', () => {
  const TABLE =
    '{ t: { s: small, m: medium }, tt: { s: { x: 1, y: 2 }, m: { x: 3, y: 4 } }, things: { s: $self.Arn, m: text }, l: [zero, one] }';
  const looked: [value: string, config: string, expected: unknown][] = [
    ['$t(a)', '{ a: s }', 'small'],
    ['$t(a)', '{}', undefined],
    ['$tt(a)(b)', '{ a: m, b: x }', 3],
    ['$tt(a).y', '{ a: s }', 2],
    ['$l(a)', '{ a: 1 }', 'one'],
    ['$l(a)', '{ a: 3 }', 'one'],
    ['$a(b)', '{ a: $G, b: y }', ref('GY')],
    ['$a(b)', '{ a: $G, b: 3 }', ref('GY')],
    ['$t(a)', '{ a: $Size }', { 'Fn::FindInMap': ['CompT', ref('Size'), 'value'] }],
    ['$tt(a)(b)', '{ a: $Size, b: y }', { 'Fn::FindInMap': ['CompTt', ref('Size'), 'y'] }],
    ['$tt(a).x', '{ a: $Size }', { 'Fn::FindInMap': ['CompTt', ref('Size'), 'x'] }],
    ['$things(a)', '{ a: $Size }', { 'Fn::If': ['SizeIsS', att('CThird', 'Arn'), 'text'] }],
    ['$t(a)', '{ a: !If [Given, s, m] }', { 'Fn::If': ['Given', 'small', 'medium'] }],
  ];
  for (const [value, config, expected] of looked) {
    it(`${value} of ${config}`, () => {
      const rest = '  Third: { type: Our::A::C }\n';
      expect(becomes(value, config, rest, TABLE.replace('$self.Arn', '$Third.Arn'))).to.deep.equal(expected);
    });
  }

  it('becomes a Mapping, once', () => {
    const { Mappings } = all('[$t(a), $t(a), $tt(a).x]', '{ a: $Size }', '', TABLE.replace('$self.Arn', 'x'));
    expect(Mappings).to.deep.equal({
      CompT: { m: { value: 'medium' }, s: { value: 'small' } },
      CompTt: { m: { x: 3, y: 4 }, s: { x: 1, y: 2 } },
    });
  });

  const wrong: [value: string, config: string, at: string, message: string][] = [
    ['$t(a)', '{ a: l }', '13:39', '"l" is not in the table "t". (There are s, m.)'],
    ['$t(a)', '{ a: $Text }', '13:39', 'unchecked-lookup'],
    ['$t(a)', '{ a: $Q.Arn }', '13:39', 'must-be-known'],
    ['$t(a)', '{ a: $Q }', '13:39', '"Q" is not in the table "t".'],
    ['$tt(a)(b)', '{ a: s, b: z }', '13:45', '"z" is not in the table "tt(a)". (There are x, y.)'],
  ];
  for (const [value, config, at, message] of wrong) {
    it(`${value} of ${config}: ${message}`, () => {
      const messages = found(written(config), files(value, '', TABLE.replace('$self.Arn', 'x'))).join('\n');
      expect(messages).to.include(message);
      expect(messages).to.match(new RegExp(`^${at} `, 'm'));
    });
  }

  it('is held against what the parameter allows', () => {
    const text = written('{ a: $Size }').replace('[s, m]', '[s, m, xl]');
    expect(found(text, files('$t(a)', '', TABLE.replace('$self.Arn', 'x'))).join()).to.include(
      '13:39 not-in-table "xl"',
    );
  });
});

describe('presence in a template', () => {
  const gone = ref('AWS::NoValue');
  const table: [value: string, config: string, expected: unknown][] = [
    ['{ when: $a, k: v }', '{ a: true }', { k: 'v' }],
    ['{ when: $a, k: v }', '{}', undefined],
    ['{ when: $a, k: v }', '{ a: $Flag }', { 'Fn::If': ['FlagIsTrue', { k: 'v' }, gone] }],
    ['{ o: { when: $a, k: v } }', '{}', undefined],
    ['[{ when: $a, k: v }, x]', '{}', ['x']],
    ['[{ when: $a, k: v }, x]', '{ a: $Flag }', [{ 'Fn::If': ['FlagIsTrue', { k: 'v' }, gone] }, 'x']],
    ['[$a, $b]', '{}', undefined],
    ['[$a, x]', '{}', ['x']],
    ['{ k: $a, l: { m: $b } }', '{}', undefined],
    ['[]', '{}', []],
    ['{}', '{}', {}],
    ['{ k: [], l: {} }', '{}', { k: [], l: {} }],
    ['$list', '{ list: [] }', []],
    ['{ k: 0, l: "", m: false }', '{}', { k: 0, l: '', m: false }],
    ['[$list, x]', '{ list: [a, b] }', ['a', 'b', 'x']],
    ['[[$list]]', '{ list: [a, b] }', [['a', 'b']]],
  ];
  for (const [value, config, expected] of table) {
    it(`${value} of ${config}`, () => expect(becomes(value, config)).to.deep.equal(expected));
  }
});

describe('forEach in a list of a template', () => {
  const table: [item: string, config: string, expected: unknown][] = [
    ['{ forEach: $list, value: $each.value }', '{ list: [a, b] }', ['a', 'b']],
    [
      '{ forEach: $list, V: $each.value, I: $each.index }',
      '{ list: [a, b] }',
      [
        { V: 'a', I: 0 },
        { V: 'b', I: 1 },
      ],
    ],
    ['{ forEach: $map, value: "${{ each.key }}=${{ each.value }}" }', '{ map: { b: 1, a: 2 } }', ['a=2', 'b=1']],
    ['{ forEach: { x: $a, y: $b, z: $list }, value: $each.key }', '{ a: 1, list: [c] }', ['x', 'z']],
    ['{ forEach: $a, value: $each.key }', '{ a: 2 }', ['1', '2']],
    ['{ forEach: $list, as: one, value: "${{ one.value }}" }', '{ list: [a] }', ['a']],
    [
      '{ forEach: $list, when: $each.value.on, N: $each.value.n }',
      '{ list: [{ on: true, n: 1 }, { on: false, n: 2 }] }',
      [{ N: 1 }],
    ],
    [
      '{ forEach: $list, when: !Not [!Equals [$each.value, b]], value: $each.value }',
      '{ list: [a, b, c] }',
      ['a', 'c'],
    ],
    [
      '{ forEach: $list, as: o, value: [{ forEach: $o.value, as: i, value: "${{ o.index }}${{ i.value }}" }] }',
      '{ list: [[a, b], [c]] }',
      [['0a', '0b'], ['1c']],
    ],
    ['{ forEach: $a, value: $each.value.Arn }', '{ a: $G }', [att('GX', 'Arn'), att('GY', 'Arn')]],
    ['{ forEach: $list, value: $each.value }', '{}', undefined],
    ['{ forEach: [$list, c], value: $each.value }', '{ list: [a, b] }', ['a', 'b', 'c']],
  ];
  for (const [item, config, expected] of table) {
    it(`${item} of ${config}`, () => expect(becomes(`[${item}]`, config)).to.deep.equal(expected));
  }

  it('must know how often', () => {
    expect(found(written('{ a: $Count }'), files('[{ forEach: $a, value: x }]', '', '{}')).join('\n')).to.match(
      /^13:39 must-be-known/m,
    );
  });
});
