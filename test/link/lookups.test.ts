import { expect } from 'chai';
import { logical, resource } from '../template/stub.js';
import { findings, linked } from './reports.js';

const mappings = { Images: { 'us-east-1': { ami: 'a', arm: 'b' }, 'eu-west-1': { ami: 'c' } } };
const find = (...args: unknown[]) => ({ $call: ['Fn::FindInMap', args] });

function content(property: unknown, sections: object = {}) {
  return logical([resource('A', 'T', { P: property })], { mappings, ...sections });
}

describe('link: mappings', () => {
  const right: unknown[] = [
    find('Images', 'us-east-1', 'arm'),
    find('Images', { $ref: 'AWS::Region' }, 'ami'),
    find('Images', { $ref: 'AWS::Region' }, 'arm'),
    find('Images', 'moon-1', 'ami', { DefaultValue: 'x' }),
    find('Images', { $ref: 'AWS::Region' }, { $ref: 'AWS::Partition' }),
  ];
  for (const property of right)
    it(`takes ${JSON.stringify(property)}`, () => expect(findings(content(property))).to.deep.equal([]));

  const wrong: [unknown, string][] = [
    [find('Image', 'us-east-1', 'ami'), 'unknown-mapping resources.A.config.P.0 No mapping is called "Image".'],
    [
      find('Images', 'us-east', 'ami'),
      'unknown-mapping-key resources.A.config.P.1 The mapping "Images" has no key "us-east".',
    ],
    [
      find('Images', 'eu-west-1', 'arm'),
      'unknown-mapping-key resources.A.config.P.2 The mapping "Images" has no key "arm".',
    ],
    [
      find('Images', { $ref: 'AWS::Region' }, 'constructor'),
      'unknown-mapping-key resources.A.config.P.2 The mapping "Images" has no key "constructor".',
    ],
  ];
  for (const [property, message] of wrong)
    it(`refuses ${JSON.stringify(property)}`, () => expect(findings(content(property))).to.deep.equal([message]));

  it('names the keys that there are, or the nearest', () => {
    const hints = ['moon-1', 'us-eas-1'].map((key) => linked(content(find('Images', key, 'ami'))).found[0]?.hint);
    expect(hints).to.deep.equal(['There are "us-east-1", "eu-west-1".', 'Did you mean "us-east-1"?']);
  });

  it('checks what a parameter may be against the table', () => {
    const parameters = { Where: { Type: 'String', AllowedValues: ['us-east-1', 'moon-1'] } };
    expect(findings(content(find('Images', { $ref: 'Where' }, 'ami'), { parameters }))).to.deep.equal([
      'unmapped-value parameters.Where.allowedValues.1 The value "moon-1" is allowed, but the mapping "Images" lacks it.',
    ]);
  });
});

describe('link: functions', () => {
  const call = (name: string, args: unknown) => ({ $call: [name, args] });
  const right: unknown[] = [
    call('Fn::Cidr', ['10.0.0.0/16', 4]),
    call('Fn::GetAZs', ''),
    call('Fn::GetAZs', { $ref: 'AWS::Region' }),
    call('Fn::Sub', 'a'),
    call('Fn::Sub', ['${a}', { a: 1 }]),
    call('Fn::Split', [',', { $ref: 'AWS::StackName' }]),
    call('Fn::GetStackOutput', { StackName: 'a', OutputName: 'b' }),
    call('Fn::ImportValue', { $call: ['Fn::Sub', '${AWS::StackName}-x'] }),
    call('Fn::Select', [0, call('Fn::GetAZs', '')]),
    call('Fn::Join', [',', call('Fn::GetAZs', '')]),
  ];
  for (const property of right)
    it(`takes ${JSON.stringify(property)}`, () => expect(findings(content(property))).to.deep.equal([]));

  const at = 'resources.A.config.P';
  const wrong: [unknown, string][] = [
    [call('Fn::Cidr', ['10.0.0.0/16']), `wrong-arguments ${at} "Fn::Cidr" takes 2 to 3 arguments, not 1.`],
    [call('Fn::Select', 'a'), `wrong-arguments ${at} "Fn::Select" takes a list of 2 arguments.`],
    [call('Fn::Not', []), `wrong-arguments ${at} "Fn::Not" takes 1 argument, not 0.`],
    [call('Fn::Sub', { a: 1 }), `wrong-arguments ${at} "Fn::Sub" takes a text.`],
    [call('Fn::Transform', 'a'), `wrong-arguments ${at} "Fn::Transform" takes a map.`],
    [
      call('Fn::GetStackOutput', { StackName: 'a', Output: 'b' }),
      `wrong-arguments ${at} "Fn::GetStackOutput" does not know the key "Output".`,
    ],
    [
      call('Fn::GetStackOutput', { StackName: 'a', Region: 'b' }),
      `wrong-arguments ${at} "Fn::GetStackOutput" needs StackName and OutputName.`,
    ],
    [call('Fn::RefAll', 'AWS::EC2::VPC::Id'), `misplaced-function ${at} "Fn::RefAll" works in rules only.`],
    [
      call('Fn::Length', [1]),
      `missing-transform ${at} "Fn::Length" works only with the transform "AWS::LanguageExtensions".`,
    ],
    [call('Fn::Joyn', ['', []]), `unknown-function ${at} "Fn::Joyn" is not a function of CloudFormation.`],
    [
      call('Fn::Join', [{ $ref: 'AWS::Region' }, ['a']]),
      `computed-argument ${at}.0 Argument 1 of "Fn::Join" must be written out and cannot be computed.`,
    ],
  ];
  for (const [property, message] of wrong)
    it(`refuses ${JSON.stringify(property)}`, () => expect(findings(content(property))).to.deep.equal([message]));

  it('allows more with the language extensions', () => {
    const property = [call('Fn::Length', [1]), call('Fn::Join', [{ $ref: 'AWS::Region' }, ['a']])];
    expect(findings(content(property, { transform: 'AWS::LanguageExtensions' }))).to.deep.equal([]);
  });

  it('have no place in mappings', () => {
    const table = { M: { a: { b: call('Fn::Sub', 'x') } } };
    expect(findings(logical([], { mappings: table }))).to.deep.equal([
      'function-in-constants mappings.M.a.b "Fn::Sub" cannot stand in the mappings, which hold plain values only.',
    ]);
  });
});
