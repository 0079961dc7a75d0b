import { expect } from 'chai';
import type { JsonMap } from '../../../compiler/template/template.js';
import { capabilitiesFor } from '../../../deploy/inputs/capabilities.js';

const role = (properties: object, rest: object = {}) => ({ Type: 'AWS::IAM::Role', Properties: properties, ...rest });
const never = { Conditions: { Never: { 'Fn::Equals': ['a', 'b'] } } };
const named = { 'Fn::If': ['Never', 'x', { Ref: 'AWS::NoValue' }] };

describe('capabilities of a template', () => {
  const cases: Readonly<Record<string, [object, readonly string[]]>> = {
    none: [{ Resources: { A: { Type: 'AWS::SNS::Topic' } } }, []],
    'a role': [{ Resources: { B: role({}), A: role({}) } }, ['CAPABILITY_IAM A B']],
    'a role with a name': [{ Resources: { A: role({ RoleName: 'a' }) } }, ['CAPABILITY_NAMED_IAM A']],
    both: [{ Resources: { A: role({ RoleName: 'a' }), B: role({}) } }, ['CAPABILITY_IAM B', 'CAPABILITY_NAMED_IAM A']],
    'whatever the conditions': [{ ...never, Resources: { A: role({}, { Condition: 'Never' }) } }, ['CAPABILITY_IAM A']],
    'a name that may not be given': [
      { ...never, Resources: { A: role({ RoleName: named }) } },
      ['CAPABILITY_NAMED_IAM A'],
    ],
    'a transform': [{ Transform: 'Mine', Resources: {} }, ['CAPABILITY_AUTO_EXPAND Transform']],
    'a transform within': [
      { Resources: { A: { Type: 'AWS::SNS::Topic', 'Fn::Transform': { Name: 'x' } } } },
      ['CAPABILITY_AUTO_EXPAND A'],
    ],
    'functions whose roles a transform makes': [
      { Transform: 'AWS::Serverless-2016-10-31', Resources: { F: { Type: 'AWS::Serverless::Function' } } },
      ['CAPABILITY_AUTO_EXPAND Transform', 'CAPABILITY_IAM F'],
    ],
  };
  for (const [name, [template, expected]] of Object.entries(cases))
    it(name, () => {
      const found = capabilitiesFor(template as JsonMap).map(({ name: one, ids }) => [one, ...ids].join(' '));
      expect(found).to.deep.equal(expected);
    });
});
