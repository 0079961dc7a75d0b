import { expect } from 'chai';
import { logical, resource } from '../template/stub.js';
import { codes, findings, linked } from './reports.js';

const one = (parameter: object) => logical([], { parameters: { P: parameter } });

describe('link: parameters', () => {
  const right: object[] = [
    { Type: 'String', Default: '' },
    { Type: 'String', Default: 'b', AllowedValues: ['a', 'b'] },
    { Type: 'String', Default: true, AllowedValues: [true, false] },
    { Type: 'String', Default: 'abc', AllowedPattern: '[a-z]*', MinLength: 1, MaxLength: '3' },
    { Type: 'String', Default: 'ab', AllowedPattern: '(?i)AB' },
    { Type: 'String', Default: 'ab', AllowedPattern: '\\p{Alpha}++' },
    { Type: 'String', Default: 'ä', AllowedPattern: '[\\u0020-\\u00FF]+', MaxLength: 1 },
    { Type: 'String', Default: 'a-b_c', AllowedPattern: '[a\\-b\\_c]+' },
    { Type: 'Number', Default: 5, MinValue: 2, MaxValue: '59' },
    { Type: 'Number', Default: '1', AllowedValues: [1, 2] },
    { Type: 'CommaDelimitedList', Default: 'a, b', AllowedValues: ['a', 'b'], AllowedPattern: '[ab]' },
    { Type: 'List<Number>', Default: '1,2', MaxValue: 2 },
    { Type: 'AWS::EC2::KeyPair::KeyName', MinLength: 1 },
    { Type: 'List<AWS::EC2::Subnet::Id>' },
    { Type: 'AWS::EC2::AvailabilityZone::Name' },
    { Type: 'AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>', Default: '/aws/service/x' },
    { Type: 'AWS::SSM::Parameter::Value<List<String>>', Default: '/a' },
    { Type: 'AWS::SSM::Parameter::Name', NoEcho: true, Default: '/a' },
    { Type: 'String', NoEcho: true },
    { Type: 'String', NoEcho: 'true', Default: '' },
    { Type: 'String', NoEcho: true, Default: '{{resolve:ssm:/a}}' },
  ];
  for (const parameter of right)
    it(`takes ${JSON.stringify(parameter)}`, () => expect(findings(one(parameter))).to.deep.equal([]));

  const wrong: [object, string][] = [
    [{ Type: 'string' }, 'unknown-parameter-type parameters.P.type "string" is not a type of parameter.'],
    [
      { Type: 'AWS::SSM::Parameter::Value<Number>' },
      'unknown-parameter-type parameters.P.type "AWS::SSM::Parameter::Value<Number>" is not a type of parameter.',
    ],
    [
      { Type: 'String', MinValue: 1 },
      'misplaced-constraint parameters.P.minValue "minValue" goes with numbers, and this parameter is a String.',
    ],
    [
      { Type: 'Number', AllowedPattern: '.' },
      'misplaced-constraint parameters.P.allowedPattern "allowedPattern" goes with texts, and this parameter is a Number.',
    ],
    [
      { Type: 'CommaDelimitedList', MaxLength: 3 },
      'misplaced-constraint parameters.P.maxLength "maxLength" goes with single texts, and this parameter is a CommaDelimitedList.',
    ],
    [
      { Type: 'String', AllowedPattern: '[a' },
      'bad-pattern parameters.P.allowedPattern "[a" is not a regular expression.',
    ],
    [
      { Type: 'Number', MinValue: 3, MaxValue: 2 },
      'contradicting-constraints parameters.P.minValue "minValue" is 3 and "maxValue" is 2, so no value is right.',
    ],
    [
      { Type: 'String', NoEcho: true, Default: 'hunter2' },
      'secret-default parameters.P.default The parameter "P" is secret, and its default would be readable in the template.',
    ],
    [
      { Type: 'String', Default: 'x'.repeat(4100) },
      'parameter-too-long parameters.P.default The value of "P" has 4,100 bytes, 4 more than the 4,096 that CloudFormation takes.',
    ],
  ];
  for (const [parameter, message] of wrong)
    it(`refuses ${JSON.stringify(parameter).slice(0, 60)}`, () =>
      expect(findings(one(parameter))).to.deep.equal([message]));

  const defaults: [object, string][] = [
    [
      { Type: 'String', Default: 'c', AllowedValues: ['a'] },
      'The default "c" breaks the parameter\'s own "allowedValues": it is not one of them.',
    ],
    [
      { Type: 'String', Default: 'abcd', MaxLength: 3 },
      'The default "abcd" breaks the parameter\'s own "maxLength": it has 4 characters, more than 3.',
    ],
    [
      { Type: 'String', Default: '', MinLength: 1 },
      'The default "" breaks the parameter\'s own "minLength": it has 0 characters, less than 1.',
    ],
    [
      { Type: 'String', Default: 'ab1', AllowedPattern: '[a-z]+' },
      'The default "ab1" breaks the parameter\'s own "allowedPattern": it does not match "[a-z]+".',
    ],
    [
      { Type: 'String', Default: 'b', AllowedPattern: 'a|bc' },
      'The default "b" breaks the parameter\'s own "allowedPattern": it does not match "a|bc".',
    ],
    [{ Type: 'Number', Default: 'many' }, 'The default "many" breaks the parameter\'s own "type": it is not a number.'],
    [
      { Type: 'Number', Default: 60, MaxValue: 59 },
      'The default "60" breaks the parameter\'s own "maxValue": it is more than 59.',
    ],
    [
      { Type: 'List<Number>', Default: '1,x' },
      'The default "1,x" breaks the parameter\'s own "type": it is not a number.',
    ],
    [
      { Type: 'CommaDelimitedList', Default: 'a,c', AllowedValues: ['a'] },
      'The default "a,c" breaks the parameter\'s own "allowedValues": it is not one of them.',
    ],
  ];
  for (const [parameter, message] of defaults)
    it(`refuses ${JSON.stringify(parameter)}`, () =>
      expect(findings(one(parameter))).to.deep.equal([`bad-default parameters.P.default ${message}`]));

  it('suggests the type that was meant', () => {
    const hints = ['string', 'AWS::EC2::VPC:Id'].map((Type) => linked(one({ Type })).found[0]?.hint);
    expect(hints).to.deep.equal(['Did you mean "String"?', 'Did you mean "AWS::EC2::VPC::Id"?']);
  });

  it('gives up on a pattern that takes for ever', () => {
    expect(codes(one({ Type: 'String', Default: `${'a'.repeat(60)}!`, AllowedPattern: '(a+)+' }))).to.deep.equal([]);
  });
});

describe('link: secrets', () => {
  const parameters = { Key: { Type: 'String', NoEcho: true }, Open: { Type: 'String' } };
  const key = { $ref: 'Key' };
  const table: [string, object, object, readonly string[]][] = [
    ['a property', { MasterUserPassword: key, UserName: key }, {}, []],
    ['an environment', { Environment: [{ Name: 'KEY', Value: key }] }, {}, []],
    ['an open parameter', { Name: { $ref: 'Open' } }, {}, []],
    ['a name', { BucketName: { $call: ['Fn::Sub', 'x-${Key}'] } }, {}, ['noecho-leak']],
    ['a tag', { Tags: [{ Key: 'k', Value: key }] }, {}, ['noecho-leak']],
    ['metadata', {}, { Metadata: { m: { $text: ['x', key] } } }, ['noecho-in-metadata']],
  ];
  for (const [what, properties, attributes, expected] of table)
    it(`in ${what}: ${expected.join() || 'nothing'}`, () =>
      expect(codes(logical([resource('A', 'T', properties, attributes)], { parameters }))).to.deep.equal(expected));

  it('in an output', () => {
    expect(findings(logical([], { parameters, outputs: { O: { Value: key } } }))).to.deep.equal([
      'noecho-leak outputs.O.Value The secret parameter "Key" would be readable in an output.',
    ]);
  });
});
