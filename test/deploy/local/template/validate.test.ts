import { expect } from 'chai';
import { Specifications } from '../../../../compiler/specification/read.js';
import { checkCircles } from '../../../../deploy/local/template/circles.js';
import { dependenciesOf } from '../../../../deploy/local/template/dependencies.js';
import { readTemplate } from '../../../../deploy/local/template/read.js';
import { validateTemplate } from '../../../../deploy/local/template/validate.js';
import { evaluated, refusalOf, TOPIC, templateWith } from './stand.js';

const specifications = new Specifications();
const topic = (DisplayName: unknown, rest: object = {}) => ({ Type: TOPIC, Properties: { DisplayName }, ...rest });

describe('validating templates', () => {
  const passes: readonly (readonly [string, object])[] = [
    [
      'references to everything',
      {
        Parameters: { P: { Type: 'String' } },
        Resources: { A: topic({ Ref: 'P' }), B: topic({ 'Fn::Sub': '${A}${A.TopicName}${AWS::Region}' }) },
      },
    ],
    ['a variable of Fn::Sub', { Resources: { A: topic({ 'Fn::Sub': ['${X}', { X: 'y' }] }) } }],
    [
      'outputs of nested stacks',
      {
        Resources: {
          S: { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: 'x' } },
          A: topic({ 'Fn::GetAtt': ['S', 'Outputs.Url'] }),
        },
      },
    ],
    ['a property as an attribute', { Resources: { A: topic('x'), B: topic({ 'Fn::GetAtt': ['A', 'DisplayName'] }) } }],
    [
      'anything of custom resources',
      { Resources: { S: { Type: 'Custom::Thing' }, A: topic({ 'Fn::GetAtt': ['S', 'Any.Thing'] }) } },
    ],
    [
      'types of third parties',
      { Resources: { A: { Type: 'Acme::Queue::Thing' }, M: { Type: 'Acme::Net::Vpc::MODULE' } } },
    ],
    ['AWS::NoValue', { Resources: { A: topic({ Ref: 'AWS::NoValue' }) } }],
    [
      'conditions',
      {
        Conditions: { C: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'x'] } },
        Resources: { A: topic('x', { Condition: 'C' }) },
        Outputs: { O: { Condition: 'C', Value: { Ref: 'A' } } },
      },
    ],
  ];
  for (const [name, parts] of passes) {
    it(`lets pass ${name}`, () =>
      expect(() => validateTemplate(readTemplate(templateWith(parts)), specifications)).not.to.throw());
  }

  const refused: readonly (readonly [string, object, string])[] = [
    [
      'unknown names',
      { Resources: { A: topic({ Ref: 'Y' }), B: topic({ 'Fn::Sub': '${X}' }) } },
      'Template format error: Unresolved resource dependencies [X, Y] in the Resources block of the template',
    ],
    [
      'an unknown name in metadata',
      { Resources: { A: topic('', { Metadata: { a: { Ref: 'X' } } }) } },
      'Template format error: Unresolved resource dependencies [X] in the Resources block of the template',
    ],
    [
      'an unknown name in DependsOn',
      { Resources: { A: topic('', { DependsOn: ['X', 'A'] }) } },
      'Template format error: Unresolved resource dependencies [X] in the Resources block of the template',
    ],
    [
      'a parameter in DependsOn',
      { Parameters: { P: { Type: 'String' } }, Resources: { A: topic('', { DependsOn: 'P' }) } },
      'Template format error: Unresolved resource dependencies [P] in the Resources block of the template',
    ],
    [
      'an unknown name in outputs',
      { Outputs: { O: { Value: { Ref: 'X' } } } },
      'Template format error: Unresolved resource dependencies [X] in the Outputs block of the template',
    ],
    [
      'GetAtt of nothing',
      { Resources: { A: topic({ 'Fn::GetAtt': ['X', 'Arn'] }) } },
      'Template error: instance of Fn::GetAtt references undefined resource X',
    ],
    [
      'an unknown attribute',
      { Resources: { A: topic(''), B: topic({ 'Fn::GetAtt': ['A', 'Arn'] }) } },
      'Template error: resource A does not support attribute type Arn in Fn::GetAtt',
    ],
    [
      'an unknown attribute in Fn::Sub',
      { Resources: { A: topic(''), B: topic({ 'Fn::Sub': '${A.Arn}' }) } },
      'Template error: resource A does not support attribute type Arn in Fn::GetAtt',
    ],
    [
      'an unknown type',
      { Resources: { A: { Type: 'AWS::SNS::Topics' }, B: { Type: 'Topic' } } },
      'Template format error: Unrecognized resource types: [AWS::SNS::Topics, Topic]',
    ],
    [
      'a type of a transform that is not declared',
      { Resources: { A: { Type: 'AWS::Serverless::Function' } } },
      'Template format error: Unrecognized resource types: [AWS::Serverless::Function]',
    ],
    [
      'an unknown condition of a resource',
      { Resources: { A: topic('', { Condition: 'C' }) } },
      'Template format error: Unresolved condition dependency C in the Resources block of the template',
    ],
    [
      'an unknown condition of Fn::If',
      { Resources: { A: topic({ 'Fn::If': ['C', 1, 2] }) } },
      'Template format error: Unresolved condition dependency C in the Resources block of the template',
    ],
    [
      'an unknown condition of an output',
      { Outputs: { O: { Condition: 'C', Value: 'x' } } },
      'Template format error: Unresolved condition dependency C in the Outputs block of the template',
    ],
    [
      'an unknown condition of a condition',
      { Conditions: { C: { 'Fn::Not': [{ Condition: 'D' }] } } },
      'Template format error: Unresolved condition dependency D in the Conditions block of the template',
    ],
    [
      'a resource in a condition',
      { Conditions: { C: { 'Fn::Equals': [{ Ref: 'Db' }, ''] } } },
      'Template format error: Unresolved dependencies [Db]. Cannot reference resources in the Conditions block of the template',
    ],
    [
      'a macro',
      { Resources: { A: topic({ 'Fn::Transform': { Name: 'M' } }) } },
      'Transform failed with: Fn::Transform calls a macro, and a local CloudFormation has none.',
    ],
  ];
  for (const [name, parts, expected] of refused) {
    it(`refuses ${name}`, () => {
      const template = readTemplate(templateWith(parts));
      expect(refusalOf(() => validateTemplate(template, specifications))).to.equal(expected);
    });
  }
});

describe('what resources need', () => {
  const CONDITIONS = {
    Yes: { 'Fn::Equals': ['a', 'a'] },
    No: { 'Fn::Not': [{ Condition: 'Yes' }] },
  };

  function needs(Resources: object): ReadonlyMap<string, readonly string[]> {
    const parts = { Resources, Conditions: CONDITIONS, Parameters: { P: { Type: 'String', Default: '' } } };
    return dependenciesOf(readTemplate(templateWith(parts)), evaluated(parts));
  }

  it('is all that they name, where conditions hold', () => {
    const found = needs({
      A: topic('x'),
      B: topic('x'),
      C: topic('x', { Condition: 'No' }),
      D: topic({ 'Fn::If': ['Yes', { Ref: 'A' }, { Ref: 'B' }] }),
      E: topic({ 'Fn::Sub': '${B.TopicName}${AWS::Region}${P}' }, { DependsOn: ['A', 'C'] }),
      F: topic('x', { Metadata: { a: { 'Fn::GetAtt': 'A.TopicName' } } }),
    });
    expect([...found]).to.deep.equal([
      ['A', []],
      ['B', []],
      ['D', ['A']],
      ['E', ['A', 'B']],
      ['F', ['A']],
    ]);
  });

  it('must not be themselves', () => {
    const round = {
      A: topic({ Ref: 'B' }),
      B: topic('x', { DependsOn: 'C' }),
      C: topic({ 'Fn::Sub': '${A}' }),
      D: topic({ Ref: 'A' }),
    };
    expect(refusalOf(() => checkCircles(needs(round)))).to.equal('Circular dependency between resources: [A, B, C]');
    expect(refusalOf(() => checkCircles(needs({ A: topic({ Ref: 'A' }) })))).to.equal(
      'Circular dependency between resources: [A]',
    );
  });

  it('may be themselves where no condition leads round', () => {
    const round = { A: topic({ 'Fn::If': ['No', { Ref: 'B' }, 'x'] }), B: topic({ Ref: 'A' }) };
    expect(() => checkCircles(needs(round))).not.to.throw();
  });
});
