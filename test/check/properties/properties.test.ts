import { expect } from 'chai';
import { template } from '../../expand/compiling.js';
import { findings, resource } from './holding.js';

const DISTRIBUTION = 'AWS::CloudFront::Distribution';
const INSTANCE = 'AWS::EC2::Instance';
const QUEUE = 'AWS::SQS::Queue';

describe('the names of properties', () => {
  const table: [name: string, type: string, config: string, expected: string[]][] = [
    [
      'misspelt',
      QUEUE,
      'DelaySecond: 1',
      ['5:7 unlisted-property "DelaySecond" is not a property of AWS::SQS::Queue "X". (Did you mean "DelaySeconds"?)'],
    ],
    ['far from all', QUEUE, 'Shoes: 1', ['5:7 unlisted-property "Shoes" is not a property of AWS::SQS::Queue "X".']],
    [
      'in a nested map',
      INSTANCE,
      'CpuOptions: { CoreCounts: 1 }',
      [
        '5:21 unlisted-property "CoreCounts" is not a property of "CpuOptions" of AWS::EC2::Instance "X". (Did you mean "CoreCount"?)',
      ],
    ],
    [
      'in an item of a list',
      INSTANCE,
      'BlockDeviceMappings:\n  - { DeviceName: a }\n  - { DeviceName: a, Ebs: { Size: 1 } }',
      ['7:35 unlisted-property "Size" is not a property of "Ebs" of AWS::EC2::Instance "X".'],
    ],
    [
      'a level too deep',
      'AWS::Lambda::Function',
      'Role: a\nCode:\n  ZipFile: a\n  Handler: a',
      [
        '8:9 unlisted-property "Handler" is not a property of "Code" of AWS::Lambda::Function "X". ("Handler" belongs directly into "config".)',
      ],
    ],
    [
      'a level too high',
      'AWS::S3::Bucket',
      'BlockPublicAcls: true',
      [
        '5:7 unlisted-property "BlockPublicAcls" is not a property of AWS::S3::Bucket "X". ("BlockPublicAcls" belongs into "PublicAccessBlockConfiguration".)',
      ],
    ],
    [
      'like one of every object',
      QUEUE,
      'constructor: 1\n__proto__: 1',
      [
        '5:7 unlisted-property "constructor" is not a property of AWS::SQS::Queue "X".',
        '6:7 unlisted-property "__proto__" is not a property of AWS::SQS::Queue "X".',
      ],
    ],
  ];
  for (const [name, type, config, expected] of table) {
    it(name, () => expect(findings(resource(type, config))).to.deep.equal(expected));
  }
});

describe('required properties', () => {
  const table: [name: string, type: string, config: string, expected: string[]][] = [
    [
      'are missed',
      'AWS::EC2::VolumeAttachment',
      'VolumeId: a',
      ['4:5 missing-property AWS::EC2::VolumeAttachment "X" needs "InstanceId".'],
    ],
    [
      'are missed in items of a list',
      INSTANCE,
      'Tags: [{ Key: a, Value: b }, { Key: a }]',
      ['5:36 missing-property "Tags" of AWS::EC2::Instance "X" needs "Value".'],
    ],
    [
      'are missed in nested maps',
      DISTRIBUTION,
      'DistributionConfig: { Enabled: true }',
      ['5:7 missing-property "DistributionConfig" of AWS::CloudFront::Distribution "X" needs "DefaultCacheBehavior".'],
    ],
    [
      'are not missed twice where they are misspelt',
      'AWS::EC2::VolumeAttachment',
      'VolumeId: a\nInstanceID: a',
      [
        '6:7 unlisted-property "InstanceID" is not a property of AWS::EC2::VolumeAttachment "X". (Did you mean "InstanceId"?)',
      ],
    ],
  ];
  for (const [name, type, config, expected] of table) {
    it(name, () => expect(findings(resource(type, config))).to.deep.equal(expected));
  }

  it('are missed where there is no config', () => {
    expect(findings('resources:\n  - id: X\n    type: AWS::IAM::Role\n')).to.deep.equal([
      '2:5 missing-property AWS::IAM::Role "X" needs "AssumeRolePolicyDocument".',
    ]);
  });

  it('are missed of a resource without an id, too', () => {
    expect(findings('resources:\n  - type: AWS::IAM::Role\n')[0]).to.equal(
      '2:5 missing-property This AWS::IAM::Role needs "AssumeRolePolicyDocument".',
    );
  });
});

describe('what Fn::If chooses from', () => {
  const IF = 'conditions: { C: !Equals [$AWS::Region, a] }\n';
  const table: [name: string, type: string, config: string, expected: string[]][] = [
    [
      'is looked at in each branch',
      QUEUE,
      'DelaySeconds: !If [C, a, b]',
      [
        '5:29 wrong-kind "a" stands where a whole number belongs.',
        '5:32 wrong-kind "b" stands where a whole number belongs.',
      ],
    ],
    [
      'is looked at within a choice',
      QUEUE,
      'DelaySeconds: !If [C, 1, !If [C, 2, a]]',
      ['5:43 wrong-kind "a" stands where a whole number belongs.'],
    ],
    [
      'may be an item of a list',
      INSTANCE,
      'Tags:\n  - !If [C, { Key: a, Valeu: b }, $AWS::NoValue]',
      ['6:29 unlisted-property "Valeu" is not a property of "Tags" of AWS::EC2::Instance "X". (Did you mean "Value"?)'],
    ],
    [
      'may be a whole config',
      'AWS::SNS::Topic',
      'Fn::If:\n  - C\n  - { TopicNam: a }\n  - { TopicName: b }',
      [
        '6:9 wrong-kind This stands where a map of properties belongs.',
        '7:13 unlisted-property "TopicNam" is not a property of AWS::SNS::Topic "X". (Did you mean "TopicName"?)',
      ],
    ],
  ];
  for (const [name, type, config, expected] of table) {
    it(name, () => expect(findings(resource(type, config, IF))).to.deep.equal(expected));
  }
});

describe('what is not looked at', () => {
  const table: [name: string, blueprint: string][] = [
    ['what a function gives', resource(QUEUE, 'DelaySeconds: !Select [0, [a]]\nQueueName: !Join ["", [a, b]]')],
    [
      'what a transform puts in its place',
      resource('AWS::IAM::Role', 'Fn::Transform: { Name: AWS::Include, Parameters: { Location: a } }'),
    ],
    [
      'what a transform puts into a part',
      resource(
        INSTANCE,
        'CpuOptions:\n  Fn::Transform: { Name: AWS::Include, Parameters: { Location: a } }\n  ThreadsPerCore: 1',
      ),
    ],
    ['everything, where there is a macro', `transform: Ours\n${resource(QUEUE, 'Shoes: 1')}`],
    [
      'types of transforms',
      `transform: AWS::Serverless-2016-10-31\n${resource('AWS::Serverless::Function', 'Shoes: 1')}`,
    ],
    ['custom resources', resource('Custom::Shoes', 'Shoes: [1]')],
    ['custom resources without a name', resource('AWS::CloudFormation::CustomResource', 'ServiceToken: a\nShoes: [1]')],
    ['types of third parties', resource('Our::Shoes::Shoe', 'Size: 1')],
    ['modules', resource('Our::Shoes::Shoe::MODULE', 'Size: 1')],
    [
      'free JSON',
      resource('AWS::Events::Rule', 'EventPattern: { source: [a], detail: { any: [1, true, { Key: [[]] }] } }'),
    ],
  ];
  for (const [name, blueprint] of table) it(name, () => expect(findings(blueprint)).to.deep.equal([]));

  it('free JSON, but for its references', () => {
    const rule = (owner: string) =>
      resource(
        'AWS::Events::Rule',
        `EventPattern: { source: [aws.health], detail: { any: { thing: [1, true, ${owner}] } } }`,
      );
    expect(findings(rule('a'))).to.deep.equal([]);
    expect(findings(rule('$Nobody'))).to.deep.equal([
      '5:80 unknown-name There is nothing called "Nobody". (If it is meant as it stands, write "$$Nobody".)',
    ]);
  });
});

describe('alternatives', () => {
  const BEHAVIOR = 'AWS::ApiGateway::Method';
  it('are looked at as the one that fits', () => {
    expect(
      findings(resource('AWS::SQS::Queue', 'RedrivePolicy: { deadLetterTargetArn: a, maxReceiveCount: 3 }')),
    ).to.deep.equal([]);
    expect(findings(resource('AWS::SQS::Queue', 'RedrivePolicy: "{}"'))).to.deep.equal([]);
  });
  it('have to fit one of the kinds', () => {
    expect(
      findings(
        resource(BEHAVIOR, 'HttpMethod: GET\nResourceId: a\nRestApiId: b\nMethodResponses: [{ StatusCode: [a] }]'),
      ),
    ).to.deep.equal(['8:39 wrong-kind A list stands where a text belongs.']);
  });
});

describe('the paths of local files', () => {
  it('are said to be no addresses', () => {
    const config = 'Role: a\nHandler: a\nRuntime: nodejs24.x\nCode: ./dist';
    expect(findings(resource('AWS::Lambda::Function', config))).to.deep.equal([
      '8:13 local-file "./dist" is a file of this machine, which CloudFormation cannot read. (Upload the file and say where it is, or let "aws cloudformation package" do both in the template.)',
    ]);
    expect(template(resource('AWS::Lambda::Function', config)).Resources.X.Properties.Code).to.equal('./dist');
  });
  it('are of the wrong kind elsewhere', () => {
    const config = 'Role: a\nHandler: a\nRuntime: nodejs24.x\nCode: { ZipFile: a }\nDeadLetterConfig: ./a';
    expect(findings(resource('AWS::Lambda::Function', config))).to.deep.equal([
      '9:25 wrong-kind "./a" stands where a map belongs.',
    ]);
  });
});

describe('what properties get wrong', () => {
  it('keeps nothing else from being looked at', () => {
    const others = '  - { id: Y, type: AWS::SQS::Queue, config: { QueueName: !Ref Nobody } }\n';
    expect(findings(resource(QUEUE, 'DelaySeconds: soon', others))).to.deep.equal([
      '5:21 wrong-kind "soon" stands where a whole number belongs.',
      '6:63 unknown-reference Nothing is called "Nobody".',
    ]);
  });
  it('keeps the template from being made', () => {
    expect(() => template(resource(QUEUE, 'DelaySeconds: soon'))).to.throw('wrong-kind');
  });
});
