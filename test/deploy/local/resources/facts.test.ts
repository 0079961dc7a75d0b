import { expect } from 'chai';
import { durationOf } from '../../../../deploy/local/resources/duration.js';
import { nameScope, uniqueName } from '../../../../deploy/local/resources/unique.js';

describe('how long resources take', () => {
  it('is longer for what takes long in AWS', () => {
    expect(durationOf('AWS::SNS::Topic', 'create')).to.equal(600);
    expect(durationOf('AWS::SNS::Topic', 'update')).to.equal(400);
    expect(durationOf('AWS::SNS::Topic', 'delete')).to.equal(400);
    expect(durationOf('AWS::RDS::DBInstance', 'create')).to.equal(6000);
    expect(durationOf('AWS::ElastiCache::SubnetGroup', 'create')).to.be.below(
      durationOf('AWS::ElastiCache::X', 'create'),
    );
    expect(durationOf('toString', 'create')).to.equal(600);
  });
});

describe('names that cannot be shared', () => {
  const table: readonly (readonly [string, object, string | undefined])[] = [
    ['AWS::S3::Bucket', { BucketName: 'b' }, 'b'],
    ['AWS::S3::Bucket', {}, undefined],
    ['AWS::S3::Bucket', { BucketName: '' }, undefined],
    ['AWS::IAM::Role', { RoleName: 'r' }, 'r'],
    ['AWS::ECS::TaskDefinition', { Family: 'f' }, undefined],
    ['AWS::EC2::Instance', { BucketName: 'b' }, undefined],
    ['Custom::Thing', { Name: 'b' }, undefined],
  ];
  for (const [type, properties, expected] of table) {
    it(`${type} ${JSON.stringify(properties)}`, () => {
      expect(uniqueName(type, properties as Record<string, string>)).to.equal(expected);
    });
  }

  it('are unique in the world, an account, or a region', () => {
    const scopes = ['AWS::S3::Bucket', 'AWS::IAM::Role', 'AWS::SQS::Queue'].map(nameScope);
    expect(scopes).to.deep.equal(['world', 'account', 'region']);
  });
});
