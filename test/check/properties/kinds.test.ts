import { expect } from 'chai';
import { template } from '../../expand/compiling.js';
import { findings, resource } from './holding.js';

/** A property, what is written there, and what stands in the template. */
const accepted: [type: string, property: string, written: string, becomes: unknown][] = [
  ['AWS::SQS::Queue', 'DelaySeconds', '22', 22],
  ['AWS::SQS::Queue', 'DelaySeconds', '"22"', '22'],
  ['AWS::SQS::Queue', 'FifoQueue', 'true', true],
  ['AWS::SQS::Queue', 'FifoQueue', '"true"', 'true'],
  ['AWS::SQS::Queue', 'FifoQueue', '"False"', 'False'],
  ['AWS::SQS::Queue', 'QueueName', '22', 22],
  ['AWS::SQS::Queue', 'QueueName', 'true', true],
  ['AWS::SQS::Queue', 'QueueName', '012345670123', '012345670123'],
  ['AWS::SQS::Queue', 'QueueName', '3.10', '3.10'],
  ['AWS::SQS::Queue', 'DelaySeconds', '"{{resolve:ssm:delay}}"', '{{resolve:ssm:delay}}'],
  ['AWS::SQS::Queue', 'FifoQueue', '"{{resolve:ssm:fifo}}"', '{{resolve:ssm:fifo}}'],
  ['AWS::CloudWatch::Alarm', 'Threshold', '"0.5"', '0.5'],
  ['AWS::CloudWatch::Alarm', 'Threshold', '-1.5', -1.5],
  ['AWS::S3::Bucket', 'AccessControl', 'Private', 'Private'],
  ['AWS::S3::Bucket', 'AccessControl', '"{{resolve:ssm:acl}}"', '{{resolve:ssm:acl}}'],
];

const REST: Readonly<Record<string, string>> = {
  'AWS::CloudWatch::Alarm': 'ComparisonOperator: GreaterThanThreshold\nEvaluationPeriods: 1\n',
};

describe('scalars that CloudFormation takes for another kind', () => {
  for (const [type, property, written, becomes] of accepted) {
    it(`${property}: ${written}`, () => {
      const blueprint = resource(type, `${REST[type] ?? ''}${property}: ${written}`);
      expect(findings(blueprint)).to.deep.equal([]);
      expect(template(blueprint).Resources.X.Properties[property]).to.equal(becomes);
    });
  }
});

describe('what is of the wrong kind', () => {
  const table: [type: string, property: string, written: string, said: string][] = [
    ['AWS::SQS::Queue', 'DelaySeconds', 'soon', '"soon" stands where a whole number belongs.'],
    ['AWS::SQS::Queue', 'DelaySeconds', '1.5', '"1.5" stands where a whole number belongs.'],
    ['AWS::SQS::Queue', 'DelaySeconds', '[1]', 'A list stands where a whole number belongs.'],
    ['AWS::SQS::Queue', 'DelaySeconds', '{ a: 1 }', 'A map stands where a whole number belongs.'],
    ['AWS::SQS::Queue', 'DelaySeconds', '""', '"" stands where a whole number belongs.'],
    ['AWS::SQS::Queue', 'DelaySeconds', 'null', 'Nothing stands where a whole number belongs.'],
    ['AWS::SQS::Queue', 'FifoQueue', '1', '"1" stands where true or false belongs.'],
    ['AWS::SQS::Queue', 'FifoQueue', 'perhaps', '"perhaps" stands where true or false belongs.'],
    ['AWS::SQS::Queue', 'QueueName', '[a]', 'A list stands where a text belongs.'],
    ['AWS::SQS::Queue', 'QueueName', '{ a: b }', 'A map stands where a text belongs.'],
    ['AWS::SQS::Queue', 'Tags', '{ Key: a, Value: b }', 'A map stands where a list belongs.'],
    ['AWS::EC2::Instance', 'SecurityGroupIds', 'sg-1', '"sg-1" stands where a list belongs.'],
    ['AWS::EC2::Instance', 'CpuOptions', '[1]', 'A list stands where a map belongs.'],
    ['AWS::EC2::Instance', 'CpuOptions', '2', '"2" stands where a map belongs.'],
    ['AWS::Cognito::UserPool', 'UserPoolTags', '[{ Key: a, Value: b }]', 'A list stands where a map belongs.'],
    ['AWS::EC2::Instance', 'ImageId', 'null', 'Nothing stands where a text belongs.'],
  ];
  for (const [type, property, written, said] of table) {
    it(`${property}: ${written}`, () => {
      const column = 'config:'.length + property.length + 2;
      const [finding, ...more] = findings(resource(type, `${property}: ${written}`));
      expect(more).to.deep.equal([]);
      expect(finding).to.equal(`5:${column} wrong-kind ${said}`);
    });
  }
});

describe('values that are not listed', () => {
  it('are named with those that are, and with the nearest', () => {
    expect(findings(resource('AWS::S3::Bucket', 'VersioningConfiguration: { Status: Enabld }'))).to.deep.equal([
      '5:42 unlisted-value "Enabld" is not one of Enabled, Suspended. (Did you mean "Enabled"?)',
    ]);
  });
  it('are named with a dozen of many', () => {
    const [finding] = findings(resource('AWS::Logs::LogGroup', 'RetentionInDays: 8'));
    expect(finding).to.match(/^5:24 unlisted-value "8" is not one of (?:\d+, ){11}\d+ …\./);
  });
  it('stay in the template', () => {
    const { Properties } = template(resource('AWS::S3::Bucket', 'AccessControl: Everybody')).Resources.X;
    expect(Properties.AccessControl).to.equal('Everybody');
  });
});
