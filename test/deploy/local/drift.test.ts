import { expect } from 'chai';
import { type Account, refusalOf, template, topic, withAccount } from './account.js';

async function drifts(account: Account): Promise<readonly unknown[]> {
  await account.call('DetectStackDrift', { StackName: 's' });
  const { StackResourceDrifts = [] } = await account.call('DescribeStackResourceDrifts', { StackName: 's' });
  return StackResourceDrifts.map(({ LogicalResourceId, StackResourceDriftStatus, PropertyDifferences = [] }) => [
    LogicalResourceId,
    StackResourceDriftStatus,
    ...PropertyDifferences.map(({ PropertyPath, ExpectedValue, ActualValue, DifferenceType }) => [
      PropertyPath,
      ExpectedValue,
      ActualValue,
      DifferenceType,
    ]),
  ]);
}

const TWO = template({ A: topic({ DisplayName: 'one', Tags: [{ Key: 'a', Value: 'b' }] }), B: topic() });

describe('drift on the local CloudFormation', () => {
  it('is not there where nobody has made any', () =>
    withAccount(async (account) => {
      await account.deploy('s', TWO);
      expect(await drifts(account)).to.deep.equal([
        ['A', 'IN_SYNC'],
        ['B', 'IN_SYNC'],
      ]);
      const { Stacks = [] } = await account.call('DescribeStacks', { StackName: 's' });
      expect(Stacks[0]?.DriftInformation?.StackDriftStatus).to.equal('IN_SYNC');
    }));

  it('is told by the places where it is', () =>
    withAccount(async (account) => {
      await account.deploy('s', TWO);
      const local = account.open();
      await local.injectDrift('s', 'A', ['DisplayName'], 'two');
      await local.injectDrift('s', 'A', ['Tags', 0, 'Value'], 'c');
      await local.injectDrift('s', 'A', ['KmsMasterKeyId'], 'key');
      await local.injectDrift('s', 'B', []);
      expect(await drifts(account)).to.deep.equal([
        [
          'A',
          'MODIFIED',
          ['/DisplayName', 'one', 'two', 'NOT_EQUAL'],
          ['/KmsMasterKeyId', 'null', 'key', 'ADD'],
          ['/Tags/0/Value', 'b', 'c', 'NOT_EQUAL'],
        ],
        ['B', 'DELETED'],
      ]);
    }));

  it('takes time to be found', () =>
    withAccount(async (account) => {
      await account.deploy('s', TWO);
      await account.open().injectDrift('s', 'A', ['DisplayName'], 'two');
      const { cloud } = account.open({ fast: false });
      const { StackDriftDetectionId: id } = await cloud.call('DetectStackDrift', { StackName: 's' });
      const asked = { StackDriftDetectionId: id };
      expect((await cloud.call('DescribeStackDriftDetectionStatus', asked)).DetectionStatus).to.equal(
        'DETECTION_IN_PROGRESS',
      );
      expect(await refusalOf(cloud.call('DetectStackDrift', { StackName: 's' }))).to.match(/already in progress/);
      account.pass(5000);
      const {
        DetectionStatus,
        StackDriftStatus,
        DriftedStackResourceCount: count,
      } = await cloud.call('DescribeStackDriftDetectionStatus', asked);
      expect([DetectionStatus, StackDriftStatus, count]).to.deep.equal(['DETECTION_COMPLETE', 'DRIFTED', 1]);
    }));

  it('is undone by a change set that is asked to', () =>
    withAccount(async (account) => {
      await account.deploy('s', TWO);
      const local = account.open();
      await local.injectDrift('s', 'A', ['DisplayName'], 'two');
      await local.injectDrift('s', 'B', []);
      const name = await account.propose('s', TWO, { DeploymentMode: 'REVERT_DRIFT' });
      const { Changes = [] } = await account.call('DescribeChangeSet', {
        StackName: 's',
        ChangeSetName: name,
        IncludePropertyValues: true,
      });
      expect(
        Changes.map(({ ResourceChange: one }) => [one?.Action, one?.LogicalResourceId, one?.ResourceDriftStatus]),
      ).to.deep.equal([
        ['Modify', 'A', 'MODIFIED'],
        ['Add', 'B', 'DELETED'],
      ]);
      const target = Changes[0]?.ResourceChange?.Details?.[0]?.Target;
      expect([target?.BeforeValue, target?.AfterValue, target?.Drift?.ActualValue]).to.deep.equal([
        'two',
        'one',
        'two',
      ]);
      await account.call('ExecuteChangeSet', { StackName: 's', ChangeSetName: name });
      expect(await account.status('s')).to.equal('UPDATE_COMPLETE');
      expect(await drifts(account)).to.deep.equal([
        ['A', 'IN_SYNC'],
        ['B', 'IN_SYNC'],
      ]);
    }));

  it('is no reason to update what was looked at and is as it should be', () =>
    withAccount(async (account) => {
      await account.deploy('s', TWO);
      const local = account.open();
      await local.injectDrift('s', 'A', ['DisplayName'], 'two');
      await drifts(account);
      const name = await account.propose('s', TWO, { DeploymentMode: 'REVERT_DRIFT' });
      const start = (await account.story('s')).length;
      await account.call('ExecuteChangeSet', { StackName: 's', ChangeSetName: name });
      expect((await account.story('s', start)).filter((one) => /^[AB] /.test(one))).to.deep.equal([
        'A UPDATE_IN_PROGRESS',
        'A UPDATE_COMPLETE',
      ]);
    }));

  it('needs a resource', () =>
    withAccount(async (account) => {
      await account.deploy('s', TWO);
      expect(await refusalOf(account.open().injectDrift('s', 'C', ['X'], 1))).to.match(/^ValidationError: .*\bC\b/);
    }));
});
