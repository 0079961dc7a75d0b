import { expect } from 'chai';
import { Specifications } from '../../../../compiler/specification/read.js';
import type { TypeSpecification, ValueType } from '../../../../compiler/specification/specification.js';
import type { Json, JsonMap } from '../../../../compiler/template/template.js';
import { attributeOf } from '../../../../deploy/local/resources/attribute.js';
import { born } from '../../../../deploy/local/resources/born.js';
import type { BornResource } from '../../../../deploy/local/resources/model.js';
import { BIRTH } from './birth.js';

const specifications = new Specifications();

function resource(type: string, properties: JsonMap = {}, rest: object = {}): BornResource {
  const birth = { ...BIRTH, type, properties, ...rest };
  return { ...birth, ...born(birth, specifications) };
}

const attribute = (type: string, name: string, properties: JsonMap = {}) =>
  attributeOf(resource(type, properties), name, specifications);

describe('attributes', () => {
  const forms: readonly (readonly [string, string, string, JsonMap, RegExp])[] = [
    ['a bucket', 'AWS::S3::Bucket', 'Arn', { BucketName: 'b' }, /^arn:aws:s3:::b$/],
    ['a bucket', 'AWS::S3::Bucket', 'RegionalDomainName', { BucketName: 'b' }, /^b\.s3\.eu-west-1\.amazonaws\.com$/],
    [
      'a role with a path',
      'AWS::IAM::Role',
      'Arn',
      { RoleName: 'r', Path: '/a/' },
      /^arn:aws:iam::123456789012:role\/a\/r$/,
    ],
    ['a role', 'AWS::IAM::Role', 'Arn', { RoleName: 'r' }, /^arn:aws:iam::123456789012:role\/r$/],
    ['a queue', 'AWS::SQS::Queue', 'Arn', { QueueName: 'q' }, /^arn:aws:sqs:eu-west-1:123456789012:q$/],
    [
      'a database',
      'AWS::RDS::DBInstance',
      'Endpoint.Address',
      { DBInstanceIdentifier: 'd' },
      /^d\.[a-z0-9]{12}\.eu-west-1\.rds\.amazonaws\.com$/,
    ],
    ['a PostgreSQL database', 'AWS::RDS::DBInstance', 'Endpoint.Port', { Engine: 'postgres' }, /^5432$/],
    ['a database with a port', 'AWS::RDS::DBInstance', 'Endpoint.Port', { Engine: 'mysql', Port: '3307' }, /^3307$/],
    ['an instance', 'AWS::EC2::Instance', 'PublicIp', {}, /^(?:203\.0\.113|198\.51\.100)\.\d+$/],
    [
      'an instance',
      'AWS::EC2::Instance',
      'PublicDnsName',
      {},
      /^ec2-(?:203-0-113|198-51-100)-\d+\.eu-west-1\.compute\.amazonaws\.com$/,
    ],
    ['an instance', 'AWS::EC2::Instance', 'AvailabilityZone', { AvailabilityZone: 'eu-west-1b' }, /^eu-west-1b$/],
    [
      'an instance with an address',
      'AWS::EC2::Instance',
      'PrivateIp',
      { PrivateIpAddress: '10.9.8.7' },
      /^10\.9\.8\.7$/,
    ],
    ['an address', 'AWS::EC2::EIP', 'AllocationId', {}, /^eipalloc-[0-9a-f]{17}$/],
    [
      'a load balancer',
      'AWS::ElasticLoadBalancingV2::LoadBalancer',
      'DNSName',
      { Name: 'lb' },
      /^lb-\d{10}\.eu-west-1\.elb\.amazonaws\.com$/,
    ],
    ['a distribution', 'AWS::CloudFront::Distribution', 'DomainName', {}, /^[a-z0-9]{13}\.cloudfront\.net$/],
    [
      'a function',
      'AWS::Lambda::Function',
      'Arn',
      { FunctionName: 'f' },
      /^arn:aws:lambda:eu-west-1:123456789012:function:f$/,
    ],
    ['a custom resource', 'Custom::Thing', 'Anything', {}, /./],
    ['a property', 'AWS::EC2::Subnet', 'CidrBlock', { CidrBlock: '10.0.1.0/24' }, /^10\.0\.1\.0\/24$/],
  ];
  for (const [name, type, of, properties, form] of forms) {
    it(`${of} of ${name}`, () => expect(String(attribute(type, of, properties))).to.match(form));
  }

  it('are the properties, too', () => {
    expect(attribute('AWS::SNS::Topic', 'DisplayName', { DisplayName: 'x' })).to.equal('x');
    expect(attribute('AWS::Lambda::Function', 'MemorySize')).to.be.a('number');
  });

  it('are those that the type has', () => {
    expect(attribute('AWS::SNS::Topic', 'Arn')).to.equal(undefined);
    expect(attribute('AWS::SNS::Topic', 'toString')).to.equal(undefined);
    expect(attribute('AWS::SNS::Topic', '__proto__')).to.equal(undefined);
  });

  it('are as many as a property says', () => {
    const eni = { SecondaryPrivateIpAddressCount: 3 };
    expect(attribute('AWS::EC2::NetworkInterface', 'SecondaryPrivateIpAddresses', eni)).to.have.lengthOf(3);
  });

  it('speak of one thing with one voice', () => {
    const lb = resource('AWS::ElasticLoadBalancingV2::LoadBalancer');
    expect(lb.physicalId).to.contain(`loadbalancer/${attributeOf(lb, 'LoadBalancerFullName', specifications)}`);
    const service = resource('AWS::AppRunner::Service');
    expect(attributeOf(service, 'ServiceArn', specifications)).to.equal(service.physicalId);
  });

  it('lie in the block of the subnet', () => {
    const subnet = resource('AWS::EC2::Subnet', { CidrBlock: '192.168.7.16/28' });
    const other = (physicalId: string) => (physicalId === subnet.physicalId ? subnet : undefined);
    for (let generation = 0; generation < 50; generation++) {
      const server = resource('AWS::EC2::Instance', { SubnetId: subnet.physicalId }, { other, generation });
      const [, last] = /^192\.168\.7\.(\d+)$/.exec(String(attributeOf(server, 'PrivateIp', specifications))) ?? [];
      expect(Number(last)).to.be.within(20, 30);
    }
  });

  it('have the data type that the type says, all of all types', () => {
    const wrong: string[] = [];
    for (const type of specifications.typeNames()) {
      const thing = resource(type);
      const spec = specifications.typeSpecification(type) as TypeSpecification;
      if (/undefined|[{}]/.test(thing.physicalId) || thing.physicalId === '')
        wrong.push(`${type}: ${thing.physicalId}`);
      for (const name of spec.attributes.filter((one) => !one.endsWith('*'))) {
        const value = attributeOf(thing, name, specifications);
        if (!fits(value, spec.attribute(name) as ValueType)) wrong.push(`${type} ${name}: ${JSON.stringify(value)}`);
      }
    }
    expect(wrong).to.deep.equal([]);
  });
});

function fits(value: Json | undefined, type: ValueType): boolean {
  switch (type.kind) {
    case 'integer':
    case 'number':
      return typeof value === 'number';
    case 'boolean':
      return typeof value === 'boolean';
    case 'list':
      return Array.isArray(value) && value.length > 0 && value.every((item) => fits(item, type.item));
    case 'map':
    case 'object':
      return typeof value === 'object' && !Array.isArray(value);
    case 'json':
    case 'union':
      return value !== undefined;
    default:
      return typeof value === 'string' && value !== '' && !/undefined|\{\w/.test(value);
  }
}
