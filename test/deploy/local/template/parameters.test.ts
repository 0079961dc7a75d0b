import { expect } from 'chai';
import type { Parameter } from '../../../../deploy/api/cloudformation.js';
import { chosenParameters, resolveParameters } from '../../../../deploy/local/template/parameters.js';
import { readTemplate } from '../../../../deploy/local/template/read.js';
import { publicParameter } from '../../../../deploy/local/template/ssm.js';
import { refusalOf, templateWith } from './stand.js';

const IMAGE = 'AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>';
const LINUX = '/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64';
const ssm = (name: string) => publicParameter(name, 'eu-west-1');

function template(Parameters: object) {
  return readTemplate(templateWith({ Parameters }));
}

function given(values: Readonly<Record<string, string>>): readonly Parameter[] {
  return Object.entries(values).map(([ParameterKey, ParameterValue]) => ({ ParameterKey, ParameterValue }));
}

/** One parameter `P` with a value. */
function one(declared: object, value: string): unknown {
  return resolveParameters(template({ P: { Type: 'String', ...declared } }), given({ P: value }), undefined, ssm).get(
    'P',
  );
}

describe('values of parameters', () => {
  const allowed: readonly (readonly [string, object, string])[] = [
    ['a text', {}, 'x'],
    ['an empty text', {}, ''],
    ['a number', { Type: 'Number', MinValue: 1, MaxValue: '10' }, '10'],
    ['a fraction', { Type: 'Number' }, '-1.5e3'],
    ['numbers', { Type: 'List<Number>', MaxValue: 5 }, '1, 2,5'],
    ['an empty list', { Type: 'CommaDelimitedList' }, ''],
    ['one of several', { AllowedValues: ['a', 1] }, '1'],
    ['several of several', { Type: 'CommaDelimitedList', AllowedValues: ['a', 'b'] }, 'b,a'],
    ['what matches as a whole', { AllowedPattern: '[a-z]+|\\d' }, 'abc'],
    ['what nobody but Java can match', { AllowedPattern: '\\p{Alpha}++' }, '1'],
    ['the length in characters', { MinLength: 2, MaxLength: 2 }, '🎉🎉'],
    ['an id', { Type: 'AWS::EC2::VPC::Id' }, 'vpc-0123'],
    ['ids', { Type: 'List<AWS::EC2::Subnet::Id>' }, 'subnet-1,subnet-2'],
    ['a key pair', { Type: 'AWS::EC2::KeyPair::KeyName' }, 'my key'],
  ];
  for (const [name, declared, value] of allowed) {
    it(`takes ${name}`, () => expect(one(declared, value)).to.equal(value));
  }

  const refused: readonly (readonly [string, object, string, string])[] = [
    ['a text for a number', { Type: 'Number' }, 'x', "Parameter 'P' must be a number."],
    ['nothing for a number', { Type: 'Number' }, '', "Parameter 'P' must be a number."],
    ['a text among numbers', { Type: 'List<Number>' }, '1,x', "Parameter 'P' must be a number."],
    ['less', { Type: 'Number', MinValue: 3 }, '2', "Parameter 'P' must be a number not less than 3"],
    ['more', { Type: 'Number', MaxValue: 3 }, '4', "Parameter 'P' must be a number not greater than 3"],
    ['another one', { AllowedValues: ['a'] }, 'A', "Parameter 'P' must be one of AllowedValues"],
    [
      'another one among several',
      { Type: 'CommaDelimitedList', AllowedValues: ['a'] },
      'a,b',
      "Parameter 'P' must be one of AllowedValues",
    ],
    ['what matches in part', { AllowedPattern: 'a|b' }, 'ab', "Parameter 'P' must match pattern a|b"],
    ['the short', { MinLength: 2 }, 'a', "Parameter 'P' must contain at least 2 characters"],
    ['the long', { MaxLength: 2 }, 'abc', "Parameter 'P' must contain at most 2 characters"],
    [
      'with its own words',
      { MaxLength: 2, ConstraintDescription: 'be brief' },
      'abc',
      'Parameter P failed to satisfy constraint: be brief',
    ],
    [
      'what is no id',
      { Type: 'AWS::EC2::VPC::Id' },
      'subnet-1',
      'Parameter validation failed: parameter value subnet-1 for parameter name P does not exist',
    ],
    [
      'what is no id among ids',
      { Type: 'List<AWS::EC2::Subnet::Id>' },
      'subnet-1,x',
      'Parameter validation failed: parameter value x for parameter name P does not exist',
    ],
    [
      'what is not in the store',
      { Type: IMAGE },
      '/nobody',
      'Unable to fetch parameters [/nobody] from parameter store for this account.',
    ],
    ['more than 4,096 bytes', {}, 'ü'.repeat(2049), "Parameter 'P' must contain at most 4096 characters"],
  ];
  for (const [name, declared, value, expected] of refused) {
    it(`refuses ${name}`, () => expect(refusalOf(() => one(declared, value))).to.equal(expected));
  }

  it('lists all that are missing, and all that there are not', () => {
    const two = template({ A: { Type: 'String' }, B: { Type: 'String' }, C: { Type: 'String', Default: '' } });
    expect(refusalOf(() => chosenParameters(two, [], undefined))).to.equal('Parameters: [A, B] must have values');
    expect(refusalOf(() => chosenParameters(two, given({ Y: '', Z: '' }), undefined))).to.equal(
      'Parameters: [Y, Z] do not exist in the template',
    );
  });

  it('refuses values for a template that has no parameters', () => {
    expect(refusalOf(() => chosenParameters(template({}), given({ A: '' }), undefined))).to.equal(
      'Parameter values specified for a template which does not require them.',
    );
  });

  it('keeps a value only where that is asked for', () => {
    const { parameters, ...rest } = template({ A: { Type: 'String', Default: 'd' }, B: { Type: 'String' } });
    const both = { ...rest, parameters };
    const previous = new Map([
      ['A', 'old'],
      ['B', 'kept'],
    ]);
    const keep = (ParameterKey: string): Parameter => ({ ParameterKey, UsePreviousValue: true });
    expect([...chosenParameters(both, [keep('B')], previous)]).to.deep.equal([
      ['A', 'd'],
      ['B', 'kept'],
    ]);
    expect([...chosenParameters(both, [keep('A'), keep('B')], previous)]).to.deep.equal([
      ['A', 'old'],
      ['B', 'kept'],
    ]);
    expect(refusalOf(() => chosenParameters(both, [keep('B')], undefined))).to.match(
      /^Invalid input for parameter key B\./,
    );
    expect(refusalOf(() => chosenParameters(both, [{ ...keep('B'), ParameterValue: 'x' }], previous))).to.match(
      /^Invalid input for parameter key B\. Cannot specify usePreviousValue as true/,
    );
  });

  it('keeps the name of what it looks up', () => {
    const images = template({ Image: { Type: IMAGE, Default: LINUX } });
    expect(chosenParameters(images, [], undefined).get('Image')).to.equal(LINUX);
    expect(resolveParameters(images, [], undefined, ssm).get('Image')).to.match(/^ami-0[0-9a-f]{16}$/);
  });

  it('knows what AWS publishes: always the same, another in each region', () => {
    const names = [
      LINUX,
      '/aws/service/canonical/ubuntu/server/24.04/stable/current/amd64/hvm/ebs-gp3/ami-id',
      '/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id',
      '/aws/service/ami-windows-latest/Windows_Server-2022-English-Full-Base',
    ];
    for (const name of names) expect(publicParameter(name, 'eu-west-1'), name).to.match(/^ami-0[0-9a-f]{16}$/);
    expect(publicParameter(LINUX, 'eu-west-1')).to.equal(publicParameter(`${LINUX}:1`, 'eu-west-1'));
    expect(publicParameter(LINUX, 'eu-west-1')).not.to.equal(publicParameter(LINUX, 'us-east-1'));
    expect(
      JSON.parse(publicParameter('/aws/service/ecs/optimized-ami/amazon-linux-2/recommended', 'r') ?? ''),
    ).to.have.property('image_id');
    expect(publicParameter('/mine', 'eu-west-1')).to.equal(undefined);
  });
});
