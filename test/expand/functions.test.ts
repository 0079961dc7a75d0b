import { expect } from 'chai';
import { all, becomes, files, ref, written } from './comp.js';
import { found } from './compiling.js';

describe('a function in a template', () => {
  const condition = (name: string, yes: unknown, no: unknown) => ({ 'Fn::If': [name, yes, no] });
  const gone = ref('AWS::NoValue');
  const table: [value: string, config: string, expected: unknown][] = [
    ['!If [$a, yes, no]', '{ a: true }', 'yes'],
    ['!If [$a, yes, no]', '{ a: false }', 'no'],
    ['!If [$a, yes, no]', '{ a: "false" }', 'no'],
    ['!If [$a, yes, no]', '{ a: 0 }', 'no'],
    ['!If [$a, yes, no]', '{ a: "" }', 'no'],
    ['!If [$a, yes, no]', '{}', 'no'],
    ['!If [$list, yes, no]', '{ list: [] }', 'no'],
    ['!If [$list, yes, no]', '{ list: [x] }', 'yes'],
    ['!If [[$a], yes, no]', '{ a: false }', 'yes'],
    ['!If [[$a], yes, no]', '{}', 'no'],
    ['!If [$a, yes, no]', '{ a: $Q }', 'yes'],
    ['!If [$a, yes, no]', '{ a: $Q.Arn }', 'yes'],
    ['!If [$a, yes]', '{}', undefined],
    ['!If [$a, yes, no]', '{ a: $Flag }', condition('FlagIsTrue', 'yes', 'no')],
    ['!If [$a, yes]', '{ a: $Flag }', condition('FlagIsTrue', 'yes', gone)],
    ['!If [$a, yes, no]', '{ a: $Text }', condition('NotTextIsEmpty', 'yes', 'no')],
    ['!If [$a, yes, no]', '{ a: $Count }', condition('NotCountIs0', 'yes', 'no')],
    ['!If [$a, yes, no]', '{ a: $Size }', 'yes'],
    ['!If [$a, 1, 2]', '{ a: $Word }', condition('WordIsYes', 1, 2)],
    ['!If [$a, yes, no]', '{ a: $Key }', 'yes'],
    ['!If [$a, yes, no]', '{ a: !If [Given, true, false] }', condition('Given', 'yes', 'no')],
    ['!If [Given, yes, no]', '{}', condition('Given', 'yes', 'no')],
    ['!If [!Not [$a], yes, no]', '{ a: $Flag }', condition('NotFlagIsTrue', 'yes', 'no')],
    ['!If [!Or [$a, $b], yes, no]', '{ a: $Flag, b: $Text }', condition('FlagIsTrueOrNotTextIsEmpty', 'yes', 'no')],
    ['!If [!And [$a, $b], yes, no]', '{ a: $Flag, b: true }', condition('FlagIsTrue', 'yes', 'no')],
    ['!If [!And [$a, $b], yes, no]', '{ a: $Flag, b: false }', 'no'],
    ['!If [!Or [$a, $b], yes, no]', '{ a: $Flag, b: x }', 'yes'],
    ['!Equals [$a, x]', '{ a: x }', true],
    ['!Equals [$a, 1]', '{ a: "1" }', true],
    ['!Equals [$a, x]', '{}', false],
    ['!Equals [$a, $a]', '{ a: $Text }', true],
    ['!Equals [$a, s]', '{ a: $Size }', condition('SizeIsS', true, false)],
    ['!If [!Equals [$a, s], yes, no]', '{ a: $Size }', condition('SizeIsS', 'yes', 'no')],
    ['!Equals [$a, l]', '{ a: $Size }', false],
    ['!Equals [l, $a]', '{ a: $Size }', false],
    ['!If [!Equals [$a, x], yes, no]', '{ a: !If [Given, x, y] }', condition('Given', 'yes', 'no')],
    ['!Not [$a]', '{ a: true }', false],
    ['!And [$a, $b]', '{ a: true, b: true }', true],
    ['!Select [1, $list]', '{ list: [x, y] }', 'y'],
    ['!Select [$a, $list]', '{ a: 0, list: [x, y] }', 'x'],
    ['!Select [1, $a]', '{ a: $Many }', { 'Fn::Select': ['1', ref('Many')] }],
    ['!Select [$a, $list]', '{ a: $Count, list: [x, y] }', { 'Fn::Select': [ref('Count'), ['x', 'y']] }],
    ['!Split [",", $a]', '{ a: "x,y" }', ['x', 'y']],
    ['!Split [",", $a]', '{ a: $Text }', { 'Fn::Split': [',', ref('Text')] }],
    ['!Join ["-", $list]', '{ list: [x, 1, true] }', 'x-1-true'],
    ['!Join ["-", $list]', '{ list: [x, $Text] }', { 'Fn::Join': ['', ['x-', ref('Text')]] }],
    ['!Join ["-", $a]', '{ a: $Many }', { 'Fn::Join': ['-', ref('Many')] }],
    ['!Join ["-", [$a, $b]]', '{ b: x }', 'x'],
    ['!Join ["-", [$a]]', '{}', undefined],
    ['!Cidr [$a, 2, 8]', '{ a: 10.0.0.0/16 }', ['10.0.0.0/24', '10.0.1.0/24']],
    ['!Cidr [$a, 2, 8]', '{ a: $Text }', { 'Fn::Cidr': [ref('Text'), '2', '8'] }],
    ['!Select [1, !Cidr [$a, 2, 8]]', '{ a: $Text }', { 'Fn::Select': ['1', { 'Fn::Cidr': [ref('Text'), '2', '8'] }] }],
    ['!Length $list', '{ list: [x, y] }', 2],
    ['!Length $list', '{}', 0],
    ['!Length $a', '{ a: $G }', 2],
    ['!Base64 $a', '{}', undefined],
    ['!Base64 $a', '{ a: x }', { 'Fn::Base64': 'x' }],
    ['!GetAZs $AWS::Region', '{}', { 'Fn::GetAZs': ref('AWS::Region') }],
  ];
  for (const [value, config, expected] of table) {
    it(`${value} of ${config}`, () => expect(becomes(value, config)).to.deep.equal(expected));
  }

  const conditions: [value: string, config: string, expected: object][] = [
    ['!If [$a, y, n]', '{ a: $Flag }', { FlagIsTrue: { 'Fn::Equals': [ref('Flag'), 'true'] } }],
    [
      '!If [!Or [$a, !Not [$b]], y, n]',
      '{ a: $Flag, b: $Text }',
      {
        FlagIsTrueOrNotNotTextIsEmpty: {
          'Fn::Or': [
            { 'Fn::Equals': [ref('Flag'), 'true'] },
            { 'Fn::Not': [{ 'Fn::Not': [{ 'Fn::Equals': [ref('Text'), ''] }] }] },
          ],
        },
      },
    ],
    ['!If [!And [$a, !Equals [$b, x]], y, n]', '{ a: $Flag, b: !If [Given, x, $Text] }', {}],
  ];
  for (const [value, config, expected] of conditions) {
    it(`the Conditions of ${value} with ${config} are ones that CloudFormation can evaluate`, () => {
      const { Conditions } = all(value, config);
      expect(Conditions).to.deep.include(expected);
      expect(JSON.stringify(Conditions)).not.to.include('Fn::If');
    });
  }

  const wrong: [value: string, config: string, code: string][] = [
    ['!If [$a]', '{ a: x }', 'bad-argument'],
    ['!If [Unknown, x, y]', '{}', 'condition-mismatch'],
    ['!Equals [$a]', '{ a: x }', 'bad-argument'],
    ['!Select [5, $list]', '{ list: [x] }', 'bad-argument'],
    ['!Cidr [$a, 300, 8]', '{ a: 10.0.0.0/16 }', 'bad-argument'],
    ['!Join [$a, [x, $b]]', '{ a: $Text, b: $Text }', 'bad-argument'],
  ];
  for (const [value, config, code] of wrong) {
    it(`${value} of ${config}: ${code}`, () => {
      expect(found(written(config), files(value, '', '{}')).join('\n')).to.include(` ${code} `);
    });
  }
});
