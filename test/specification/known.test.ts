import { expect } from 'chai';
import { attribute } from '../../compiler/specification/attribute.js';
import { Specifications } from '../../compiler/specification/read.js';
import { type PropertyPath, propertyAt, replacementOf } from '../../compiler/specification/replacement.js';
import { inWords } from './value.js';

// What AWS's documentation says of well-known types, asked of the data that the build made.

const specifications = new Specifications();

function spec(name: string) {
  const found = specifications.typeSpecification(`AWS::${name}`);
  if (found === undefined) throw new Error(`"${name}" is not known.`);
  return found;
}

/** The type, where, what stands there, whether it is required, what its change replaces. */
const properties: readonly (readonly [string, string, string, boolean, string])[] = [
  ['SQS::Queue', 'QueueName', 'string', false, 'always'],
  ['SQS::Queue', 'DelaySeconds', 'integer', false, 'never'],
  ['SQS::Queue', 'Tags.0.Key', 'string', true, 'never'],
  ['S3::Bucket', 'BucketName', 'string', false, 'always'],
  ['S3::Bucket', 'LifecycleConfiguration.Rules.0.Status', 'one of Enabled Disabled', true, 'never'],
  ['EC2::Instance', 'ImageId', 'string', false, 'always'],
  ['EC2::Instance', 'InstanceType', 'string', false, 'sometimes'],
  ['EC2::Instance', 'SecurityGroupIds', 'list of string', false, 'sometimes'],
  ['EC2::Instance', 'NetworkInterfaces.0.SubnetId', 'string', false, 'always'],
  ['EC2::Instance', 'BlockDeviceMappings.0.Ebs.VolumeSize', 'integer', false, 'sometimes'],
  ['EC2::VPC', 'CidrBlock', 'string', false, 'always'],
  ['EC2::Subnet', 'VpcId', 'string', true, 'always'],
  ['EC2::SecurityGroup', 'GroupDescription', 'string', true, 'always'],
  ['EC2::SecurityGroup', 'SecurityGroupIngress.0.FromPort', 'integer', false, 'never'],
  ['EC2::Route', 'RouteTableId', 'string', true, 'always'],
  ['EC2::LaunchTemplate', 'LaunchTemplateData.InstanceType', 'string', false, 'never'],
  ['RDS::DBInstance', 'DBInstanceIdentifier', 'string', false, 'always'],
  ['RDS::DBInstance', 'AllocatedStorage', 'string', false, 'never'],
  ['IAM::Role', 'AssumeRolePolicyDocument', 'json or string', true, 'never'],
  ['IAM::Role', 'RoleName', 'string', false, 'always'],
  ['IAM::Role', 'Policies.0.PolicyName', 'string', true, 'never'],
  ['IAM::Role', 'Policies.0.PolicyDocument.Statement.0.Effect', 'json', true, 'never'],
  ['IAM::InstanceProfile', 'Roles', 'list of string', true, 'never'],
  ['EC2::Instance', 'Tagz', 'unknown', false, 'unknown'],
  ['EC2::Instance', 'Tags.0.Keyy', 'unknown', false, 'unknown'],
  ['EC2::Instance', 'constructor', 'unknown', false, 'unknown'],
  ['EC2::Instance', 'CpuOptions', 'CpuOptions', false, 'always'],
  ['EC2::Instance', 'BlockDeviceMappings', 'list of BlockDeviceMapping', false, 'sometimes'],
  ['Lambda::Function', 'FunctionName', 'string', false, 'always'],
  ['Lambda::Function', 'Environment.Variables.ANY', 'string', false, 'never'],
  ['CloudFront::Distribution', 'DistributionConfig.DefaultCacheBehavior.ViewerProtocolPolicy', 'string', true, 'never'],
  ['CloudFront::Distribution', 'DistributionConfig.Origins.0.DomainName', 'string', true, 'never'],
  ['ECS::TaskDefinition', 'ContainerDefinitions.0.Image', 'string', true, 'always'],
  ['ECS::TaskDefinition', 'Cpu', 'string', false, 'always'],
  ['DynamoDB::Table', 'KeySchema', 'list of KeySchema or json', true, 'always'],
  ['DynamoDB::Table', 'KeySchema.0.AttributeName', 'string', true, 'always'],
  ['ElasticLoadBalancingV2::LoadBalancer', 'Scheme', 'string', false, 'always'],
  ['ElasticLoadBalancingV2::TargetGroup', 'Port', 'integer', false, 'always'],
  ['AutoScaling::AutoScalingGroup', 'MinSize', 'string', true, 'never'],
  ['SNS::Topic', 'TopicName', 'string', false, 'always'],
  ['Route53::RecordSet', 'Name', 'string', true, 'always'],
  ['CloudWatch::Alarm', 'Threshold', 'number', false, 'never'],
  ['EFS::AccessPoint', 'RootDirectory.CreationInfo.OwnerUid', 'string', true, 'always'],
  ['RedshiftServerless::Snapshot', 'Tags.0.Value', 'string', true, 'always'],
];

/** The type, the attribute, what it gives. */
const attributes: readonly (readonly [string, string, string])[] = [
  ['SQS::Queue', 'Arn', 'string'],
  ['SQS::Queue', 'Url', 'unknown'],
  ['SQS::Queue', 'constructor', 'unknown'],
  ['S3::Bucket', 'RegionalDomainName', 'string'],
  ['RDS::DBInstance', 'Endpoint.Address', 'string'],
  ['RDS::DBInstance', 'Endpoint.Adress', 'unknown'],
  ['RDS::DBInstance', 'Endpoint', 'Endpoint'],
  ['RDS::DBCluster', 'ReadEndpoint.Address', 'string'],
  ['EC2::Instance', 'PrivateIp', 'string'],
  ['EC2::VPC', 'CidrBlockAssociations', 'list of string'],
  ['EC2::VPCEndpoint', 'DnsEntries', 'list of string'],
  ['ElasticLoadBalancing::LoadBalancer', 'SourceSecurityGroup.OwnerAlias', 'string'],
  ['ElasticLoadBalancingV2::LoadBalancer', 'CanonicalHostedZoneID', 'string'],
  ['ElasticLoadBalancingV2::LoadBalancer', 'SecurityGroups', 'list of string'],
  ['Route53::HostedZone', 'NameServers', 'list of string'],
  ['ElastiCache::ReplicationGroup', 'ReadEndPoint.Addresses.List', 'list of string'],
  ['CloudFormation::Stack', 'Outputs.Url', 'string'],
  ['CloudFormation::Stack', 'Outputs.', 'unknown'],
  ['CloudFormation::WaitCondition', 'Data', 'string'],
  ['CloudFormation::CustomResource', 'Whatever.It.Is', 'json'],
];

describe('what is known about well-known types', () => {
  for (const [type, where, words, required, replaces] of properties) {
    it(`${type} ${where} is ${words}`, () => {
      const path: PropertyPath = where.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step));
      const found = propertyAt(spec(type), path);
      expect(inWords(found?.type)).to.equal(words);
      expect(replacementOf(spec(type), path) ?? 'unknown').to.equal(replaces);
      expect(found?.way.at(-1)?.required ?? false).to.equal(required);
    });
  }

  for (const [type, name, words] of attributes) {
    it(`${type} gives ${words} as ${name}`, () => {
      expect(inWords(attribute(spec(type), name))).to.equal(words);
    });
  }

  it('knows what tells one from another, and what Ref gives', () => {
    expect(spec('SQS::Queue').identifier).to.deep.equal(['QueueUrl']);
    expect(spec('EC2::EIP').identifier).to.deep.equal(['PublicIp', 'AllocationId']);
    expect(spec('EC2::EIP').ref).to.deep.equal(['PublicIp']);
    expect(spec('SNS::Topic').ref).to.deep.equal(['TopicArn']);
  });

  it('knows how tags are written', () => {
    expect(spec('SQS::Queue').tags).to.deep.equal({ property: 'Tags', form: 'list' });
    expect(spec('AutoScaling::AutoScalingGroup').tags?.form).to.equal('propagated');
    expect(spec('SSM::Parameter').tags?.form).to.equal('map');
    expect(spec('EC2::Route').tags).to.equal(undefined);
  });

  it('knows what holds data, and what can be saved as a snapshot', () => {
    const stateful = ['S3::Bucket', 'RDS::DBInstance', 'DynamoDB::Table', 'EC2::Volume', 'ECR::Repository'];
    for (const type of stateful) expect(spec(type).stateful, type).to.equal(true);
    for (const type of ['EC2::Subnet', 'CloudFormation::Stack']) expect(spec(type).stateful, type).to.equal(false);
    expect(spec('RDS::DBInstance').snapshot).to.equal(true);
    expect(spec('S3::Bucket').snapshot).to.equal(false);
  });

  it('knows what to use instead of what should not be used any more', () => {
    expect(spec('AutoScaling::LaunchConfiguration').superseded).to.include({ by: 'AWS::EC2::LaunchTemplate' });
    expect(spec('OpsWorks::Stack').superseded?.retired).to.equal(true);
    expect(spec('ElasticLoadBalancing::LoadBalancer').superseded?.retired).to.equal(undefined);
    expect(spec('ElasticLoadBalancingV2::LoadBalancer').superseded).to.equal(undefined);
  });

  it('knows which types take a creation policy or an update policy, and what it says', () => {
    expect(spec('EC2::Instance').policy('CreationPolicy')?.names).to.deep.equal(['ResourceSignal']);
    expect(spec('EC2::Instance').policy('UpdatePolicy')).to.equal(undefined);
    expect(spec('S3::Bucket').policy('CreationPolicy')).to.equal(undefined);
    const group = spec('AutoScaling::AutoScalingGroup');
    expect(group.policy('UpdatePolicy')?.names).to.include('AutoScalingRollingUpdate');
    expect(group.definition('AutoScalingRollingUpdate').property('MaxBatchSize')?.type.kind).to.equal('integer');
    expect(group.definition('AutoScalingInstanceRefreshAlarms').names).to.deep.equal(['Alarms']);
  });

  it('knows what is expected to be given, what needs a transform, and what deserves a second look', () => {
    expect(spec('Lambda::Function').properties.property('Role')?.from).to.deep.equal([['AWS::IAM::Role', 'Arn']]);
    expect(spec('Serverless::Function').transform).to.equal('AWS::Serverless-2016-10-31');
    expect(spec('EC2::SecurityGroup').properties.property('SecurityGroupIngress')?.scrutiny).to.equal('IngressRules');
    expect(spec('EC2::SecurityGroupIngress').scrutiny).to.equal('IngressRuleResource');
  });

  it('knows the required properties', () => {
    expect(spec('Lambda::Function').properties.required).to.deep.equal(['Code', 'Role']);
    expect(spec('SQS::Queue').properties.required).to.deep.equal([]);
  });
});
