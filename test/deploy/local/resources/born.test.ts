import { expect } from 'chai';
import type { JsonMap } from '../../../../compiler/template/template.js';
import { born } from '../../../../deploy/local/resources/born.js';
import { BIRTH } from './birth.js';

const id = (type: string, properties: JsonMap = {}, rest: object = {}) =>
  born({ ...BIRTH, type, properties, ...rest }).physicalId;

describe('physical ids', () => {
  const forms: readonly (readonly [string, string, JsonMap, RegExp])[] = [
    ['an instance', 'AWS::EC2::Instance', {}, /^i-[0-9a-f]{17}$/],
    ['a VPC', 'AWS::EC2::VPC', {}, /^vpc-[0-9a-f]{17}$/],
    ['a security group', 'AWS::EC2::SecurityGroup', { GroupName: 'x' }, /^sg-[0-9a-f]{17}$/],
    [
      'a route',
      'AWS::EC2::Route',
      { RouteTableId: 'rtb-1', DestinationCidrBlock: '0.0.0.0/0' },
      /^rtb-1\|0\.0\.0\.0\/0$/,
    ],
    ['an address', 'AWS::EC2::EIP', {}, /^(?:203\.0\.113|198\.51\.100)\.\d{1,3}$/],
    ['a bucket', 'AWS::S3::Bucket', {}, /^my-shop-thing-[a-z0-9]{12}$/],
    ['a bucket with a name', 'AWS::S3::Bucket', { BucketName: 'mine' }, /^mine$/],
    ['a topic', 'AWS::SNS::Topic', {}, /^arn:aws:sns:eu-west-1:123456789012:My-Shop-Thing-[A-Za-z0-9]{12}$/],
    ['a topic with a name', 'AWS::SNS::Topic', { TopicName: 't' }, /^arn:aws:sns:eu-west-1:123456789012:t$/],
    ['a queue', 'AWS::SQS::Queue', { QueueName: 'q' }, /^https:\/\/sqs\.eu-west-1\.amazonaws\.com\/123456789012\/q$/],
    ['a role', 'AWS::IAM::Role', {}, /^My-Shop-Thing-[A-Za-z0-9]{12}$/],
    ['a parameter', 'AWS::SSM::Parameter', {}, /^CFN-Thing-[A-Za-z0-9]{12}$/],
    ['a database', 'AWS::RDS::DBInstance', {}, /^my-shop-thing-[a-z0-9]{12}$/],
    [
      'a load balancer',
      'AWS::ElasticLoadBalancingV2::LoadBalancer',
      {},
      /^arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer\/app\/My-Sh-Thing-[A-Za-z0-9]{12}\/[0-9a-f]{16}$/,
    ],
    ['a distribution', 'AWS::CloudFront::Distribution', {}, /^E[A-Z0-9]{13}$/],
    ['a hosted zone', 'AWS::Route53::HostedZone', {}, /^Z[A-Z0-9]{20}$/],
    ['a record', 'AWS::Route53::RecordSet', { Name: 'a.example.com' }, /^a\.example\.com$/],
    [
      'a handle to wait for',
      'AWS::CloudFormation::WaitConditionHandle',
      {},
      /^https:\/\/cloudformation-waitcondition-eu-west-1\.s3\.eu-west-1\.amazonaws\.com\/arn%3Aaws%3Acloudformation%3A.*Thing\?/,
    ],
    ['a custom resource', 'Custom::Anything', {}, /^My-Shop-Thing-[A-Za-z0-9]{12}$/],
    [
      'a type of which only the description is known',
      'AWS::AppRunner::Service',
      {},
      /^arn:aws:apprunner:eu-west-1:123456789012:service\/My-Shop-Thing-[A-Za-z0-9]{12}$/,
    ],
    ['one with several parts', 'AWS::EC2::VPCGatewayAttachment', { VpcId: 'vpc-1' }, /^IGW\|vpc-1$/],
    ['a type that nobody knows', 'Acme::Net::Thing', {}, /^My-Shop-Thing-[A-Za-z0-9]{12}$/],
  ];
  for (const [name, type, properties, form] of forms) {
    it(`of ${name}`, () => expect(id(type, properties)).to.match(form));
  }

  it('are always the same, and others for another generation, stack or logical id', () => {
    const type = 'AWS::EC2::Instance';
    expect(id(type)).to.equal(id(type));
    const others = [
      id(type),
      id(type, {}, { generation: 1 }),
      id(type, {}, { id: 'Other' }),
      id(type, {}, { stackId: 's' }),
    ];
    expect(new Set(others).size).to.equal(4);
  });

  it('are of the partition', () => {
    expect(id('AWS::SNS::Topic', { TopicName: 't' }, { partition: 'aws-cn', region: 'cn-north-1' })).to.equal(
      'arn:aws-cn:sns:cn-north-1:123456789012:t',
    );
  });

  it('are no longer than the service takes', () => {
    const long = { stackName: 'S'.repeat(128), id: 'L'.repeat(255) };
    expect(id('AWS::S3::Bucket', {}, long)).to.match(/^s{24}-l{25}-[a-z0-9]{12}$/);
    expect(id('AWS::S3::Bucket', {}, { ...long, id: 'B' })).to.have.length(63);
    expect(id('AWS::IAM::Role', {}, long)).to.have.length.at.most(64);
  });

  it('are what Ref gives', () => {
    const found = born({ ...BIRTH, type: 'AWS::SQS::Queue' });
    expect(found.ref).to.equal(found.physicalId);
  });

  it('hold what a property says, whatever it is', () => {
    expect(id('AWS::S3::Bucket', { BucketName: '{hex4}$&' })).to.equal('{hex4}$&');
    expect(id('AWS::SNS::Topic', { TopicName: '{region}' })).to.equal('arn:aws:sns:eu-west-1:123456789012:{region}');
  });
});
