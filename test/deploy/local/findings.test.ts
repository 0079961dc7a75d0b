import { expect } from 'chai';
import { template, topic, withAccount } from './account.js';

describe('change sets of the local CloudFormation that are looked at', () => {
  it('fail where properties are wrong, and events say where', () =>
    withAccount(async (account) => {
      const name = await account.propose('s', template({ A: topic({ DisplayNam: 'a' }) }));
      const said = await account.call('DescribeChangeSet', { StackName: 's', ChangeSetName: name });
      expect([said.Status, said.StatusReason]).to.deep.equal([
        'FAILED',
        'The following hook(s)/validation failed: [AWS::EarlyValidation::PropertyValidation]. To troubleshoot Early Validation errors, use the DescribeEvents API for detailed failure information.',
      ]);
      const { OperationEvents = [] } = await account.call('DescribeEvents', { ChangeSetName: said.ChangeSetId });
      expect(
        OperationEvents.map(({ EventType, ValidationName, ValidationPath, LogicalResourceId }) => [
          EventType,
          ValidationName,
          ValidationPath,
          LogicalResourceId,
        ]),
      ).to.deep.equal([['VALIDATION_ERROR', 'PROPERTY_VALIDATION', '/Resources/A/Properties/DisplayNam', 'A']]);
    }));

  const BROKEN: readonly (readonly [value: object, reason: RegExp])[] = [
    [{ 'Fn::ImportValue': 'nowhere' }, /^No export named nowhere found/],
    [{ 'Fn::Select': [2, ['a']] }, /^Template error: Fn::Select/],
  ];
  for (const [value, reason] of BROKEN) {
    it(`fail where a value cannot be had: ${JSON.stringify(value)}`, () =>
      withAccount(async (account) => {
        const name = await account.propose('s', template({ A: topic({ DisplayName: value }) }));
        const said = await account.call('DescribeChangeSet', { StackName: 's', ChangeSetName: name });
        expect(said.Status).to.equal('FAILED');
        expect(said.StatusReason).to.match(reason);
      }));
  }

  it('fail where a name is taken', () =>
    withAccount(async (account) => {
      await account.deploy(
        'other',
        template({ A: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'taken-by-other' } } }),
      );
      const name = await account.propose(
        's',
        template({ B: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'taken-by-other' } } }),
      );
      const { StatusReason } = await account.call('DescribeChangeSet', { StackName: 's', ChangeSetName: name });
      expect(StatusReason).to.match(/AWS::EarlyValidation::ResourceExistenceCheck/);
      const { OperationEvents = [] } = await account.call('DescribeEvents', {
        StackName: 's',
        Filters: { FailedEvents: true },
      });
      expect(OperationEvents.map(({ ValidationStatusReason }) => ValidationStatusReason)).to.deep.equal([
        "Resource of type 'AWS::S3::Bucket' with identifier 'taken-by-other' already exists.",
      ]);
    }));

  it('are made without looking where that is said, so that only the deployment finds out', () =>
    withAccount(async (account) => {
      const bucket = { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'taken-by-other' } };
      await account.deploy('other', template({ A: bucket }));
      expect(await account.deploy('s', template({ B: bucket }), { DisableValidation: true })).to.equal(
        'ROLLBACK_COMPLETE',
      );
      expect((await account.story('s')).find((one) => one.startsWith('B CREATE_FAILED'))).to.equal(
        `B CREATE_FAILED taken-by-other already exists in stack ${await account.id('other')}`,
      );
    }));
});
