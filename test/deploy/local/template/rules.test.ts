import { expect } from 'chai';
import { readTemplate } from '../../../../deploy/local/template/read.js';
import { checkRules } from '../../../../deploy/local/template/rules.js';
import { ENVIRONMENT, refusalOf, templateWith } from './stand.js';

const NAMES = { Names: { Type: 'CommaDelimitedList' }, Kind: { Type: 'String' } };

function check(rule: object, values: Readonly<Record<string, string>>): string {
  const template = readTemplate(templateWith({ Parameters: NAMES, Rules: { R: rule } }));
  return refusalOf(() => checkRules(template, new Map(Object.entries(values)), ENVIRONMENT));
}

const PASSED = 'no refusal, but undefined';
const rule = (Assert: object, RuleCondition?: object) => ({
  ...(RuleCondition && { RuleCondition }),
  Assertions: [{ Assert, AssertDescription: 'must be so' }],
});
const BROKEN = 'Template validation error: Rule R failed: must be so';

describe('rules', () => {
  const table: readonly (readonly [string, object, Readonly<Record<string, string>>, string])[] = [
    ['contains', rule({ 'Fn::Contains': [['a', 'b'], { Ref: 'Kind' }] }), { Kind: 'b' }, PASSED],
    ['does not contain', rule({ 'Fn::Contains': [['a', 'b'], { Ref: 'Kind' }] }), { Kind: 'c' }, BROKEN],
    ['each equals', rule({ 'Fn::EachMemberEquals': [{ Ref: 'Names' }, 'a'] }), { Names: 'a,a' }, PASSED],
    ['one does not equal', rule({ 'Fn::EachMemberEquals': [{ Ref: 'Names' }, 'a'] }), { Names: 'a,b' }, BROKEN],
    ['each in', rule({ 'Fn::EachMemberIn': [{ Ref: 'Names' }, ['a', 'b']] }), { Names: 'b,a' }, PASSED],
    ['one not in', rule({ 'Fn::EachMemberIn': [{ Ref: 'Names' }, ['a', 'b']] }), { Names: 'b,c' }, BROKEN],
    ['the region', rule({ 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'eu-west-1'] }), {}, PASSED],
    ['another region', rule({ 'Fn::Not': [{ 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'eu-west-1'] }] }), {}, BROKEN],
    [
      'only where its condition holds',
      rule({ 'Fn::Equals': [1, 2] }, { 'Fn::Equals': [{ Ref: 'Kind' }, 'x'] }),
      { Kind: 'y' },
      PASSED,
    ],
    [
      'where its condition holds',
      rule({ 'Fn::Equals': [1, 2] }, { 'Fn::Equals': [{ Ref: 'Kind' }, 'x'] }),
      { Kind: 'x' },
      BROKEN,
    ],
    ['what only an account knows', rule({ 'Fn::Contains': [{ 'Fn::RefAll': 'AWS::EC2::VPC::Id' }, 'x'] }), {}, PASSED],
    ['without assertions', {}, {}, 'Template format error: Rule R must contain a list of Assertions.'],
  ];
  for (const [name, one, values, expected] of table) {
    it(name, () => expect(check(one, values)).to.equal(expected));
  }
});
