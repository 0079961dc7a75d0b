import { expect } from 'chai';
import { type Account, refusalOf, template, topic, withAccount } from './account.js';

const ONE = template({ A: topic({ DisplayName: 'one' }) });
const TWO = template({ A: topic({ DisplayName: 'two' }) });
const ROLE = template(
  {
    R: {
      Type: 'AWS::IAM::Role',
      Properties: { RoleName: { Ref: 'P' }, AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [] } },
    },
  },
  {
    Description: 'what it is',
    Parameters: {
      P: { Type: 'String', Default: 'a', AllowedValues: ['a', 'b'], Description: 'a name' },
      S: { Type: 'String', Default: 'secret', NoEcho: true },
    },
  },
);

async function stackOf(account: Account, name: string) {
  const { Stacks = [] } = await account.call('DescribeStacks', { StackName: name });
  return Stacks[0];
}

describe('operations of the local CloudFormation', () => {
  it('make, change and protect a stack without a change set', () =>
    withAccount(async (account) => {
      const input = { StackName: 's', TemplateBody: ONE, ClientRequestToken: 't', EnableTerminationProtection: true };
      const { StackId: id } = await account.call('CreateStack', input);
      expect((await account.call('CreateStack', input)).StackId).to.equal(id);
      expect((await account.story('s'))[0]).to.equal('s CREATE_IN_PROGRESS User Initiated');
      expect(await stackOf(account, 's')).to.include({
        StackStatus: 'CREATE_COMPLETE',
        EnableTerminationProtection: true,
      });
      await account.call('UpdateStack', { StackName: 's', TemplateBody: TWO, Tags: [{ Key: 'a', Value: 'b' }] });
      const stack = await stackOf(account, 's');
      expect([stack?.StackStatus, stack?.Tags]).to.deep.equal(['UPDATE_COMPLETE', [{ Key: 'a', Value: 'b' }]]);
      await account.call('UpdateStack', { StackName: 's', UsePreviousTemplate: true, Tags: [] });
      expect((await stackOf(account, 's'))?.Tags).to.deep.equal([]);
    }));

  it('keep a stack as it failed, or delete it, where that is said', () =>
    withAccount(async (account) => {
      const { cloud } = account.open({ fail: ['A'] });
      await cloud.call('CreateStack', { StackName: 'a', TemplateBody: ONE, OnFailure: 'DO_NOTHING' });
      await cloud.call('CreateStack', { StackName: 'b', TemplateBody: ONE, DisableRollback: true });
      const { StackId = '' } = await cloud.call('CreateStack', {
        StackName: 'c',
        TemplateBody: ONE,
        OnFailure: 'DELETE',
      });
      const states = [await account.status('a'), await account.status('b'), await account.status(StackId)];
      expect(states).to.deep.equal(['CREATE_FAILED', 'CREATE_FAILED', 'DELETE_COMPLETE']);
      expect((await stackOf(account, 'b'))?.DisableRollback).to.equal(true);
    }));

  it('tell what a template is', () =>
    withAccount(async (account) => {
      const said = await account.call('GetTemplateSummary', { TemplateBody: ROLE });
      expect(said).to.deep.equal({
        Parameters: [
          {
            ParameterKey: 'P',
            DefaultValue: 'a',
            NoEcho: false,
            Description: 'a name',
            ParameterType: 'String',
            ParameterConstraints: { AllowedValues: ['a', 'b'] },
          },
          { ParameterKey: 'S', DefaultValue: '****', NoEcho: true, ParameterType: 'String', ParameterConstraints: {} },
        ],
        Description: 'what it is',
        Capabilities: ['CAPABILITY_NAMED_IAM'],
        CapabilitiesReason: 'The following resource(s) require capabilities: [AWS::IAM::Role]',
        ResourceTypes: ['AWS::IAM::Role'],
        DeclaredTransforms: [],
        ResourceIdentifierSummaries: [
          { ResourceType: 'AWS::IAM::Role', LogicalResourceIds: ['R'], ResourceIdentifiers: ['RoleName'] },
        ],
      });
      const { Parameters, Description, Capabilities } = await account.call('ValidateTemplate', { TemplateBody: ROLE });
      expect([Parameters?.length, Description, Capabilities]).to.deep.equal([
        2,
        'what it is',
        ['CAPABILITY_NAMED_IAM'],
      ]);
      expect(await refusalOf(account.call('ValidateTemplate', { TemplateBody: '{' }))).to.match(
        /^ValidationError: Template format error/,
      );
      await account.deploy('s', ONE);
      expect((await account.call('GetTemplateSummary', { StackName: 's' })).ResourceTypes).to.deep.equal([
        'AWS::SNS::Topic',
      ]);
      expect((await account.call('GetTemplate', { StackName: 's' })).TemplateBody).to.equal(ONE);
      const name = await account.propose('s', TWO);
      expect((await account.call('GetTemplate', { StackName: 's', ChangeSetName: name })).TemplateBody).to.equal(TWO);
    }));

  it('tell the events of one operation, or only what failed', () =>
    withAccount(async (account) => {
      await account.deploy('s', ONE);
      await account.deploy('s', TWO, { fail: ['A'] });
      const [last] = (await stackOf(account, 's'))?.LastOperations ?? [];
      const { OperationEvents = [] } = await account.call('DescribeEvents', { OperationId: last?.OperationId });
      expect([
        last?.OperationType,
        OperationEvents.at(-1)?.ResourceStatus,
        OperationEvents[0]?.ResourceStatus,
      ]).to.deep.equal(['UPDATE_STACK', 'UPDATE_IN_PROGRESS', 'UPDATE_ROLLBACK_COMPLETE']);
      const failed = await account.call('DescribeEvents', { StackName: 's', Filters: { FailedEvents: true } });
      expect(failed.OperationEvents?.map((one) => [one.LogicalResourceId, one.ResourceStatus])).to.deep.equal([
        ['A', 'UPDATE_FAILED'],
      ]);
    }));

  it('know no hooks', () =>
    withAccount(async (account) => {
      const name = await account.propose('s', ONE);
      const hooks = await account.call('DescribeChangeSetHooks', { StackName: 's', ChangeSetName: name });
      expect([hooks.Hooks, hooks.Status]).to.deep.equal([[], 'PLANNED']);
      expect(
        (await account.call('ListHookResults', { TargetType: 'CHANGE_SET', TargetId: 'x' })).HookResults,
      ).to.deep.equal([]);
      expect(await refusalOf(account.call('GetHookResult', { HookResultId: 'x' }))).to.equal(
        'HookResultNotFoundException: HookResult x was not found',
      );
    }));

  it('skip all that cannot go back, where that is forced', () =>
    withAccount(async (account) => {
      await account.deploy('s', ONE);
      await account.deploy('s', TWO, { fail: ['A', 'A:rollback'] });
      const input = { StackName: 's', ForceRollback: true };
      await account.open({ fail: ['A:rollback'] }).cloud.call('ContinueUpdateRollback', input);
      expect(await account.status('s')).to.equal('UPDATE_ROLLBACK_COMPLETE');
    }));

  it('skip only what has failed to go back', () =>
    withAccount(async (account) => {
      await account.deploy('s', ONE);
      await account.deploy('s', TWO, { fail: ['A', 'A:rollback'] });
      const skip = (ResourcesToSkip: string[]) =>
        account.call('ContinueUpdateRollback', { StackName: 's', ResourcesToSkip });
      expect(await refusalOf(skip(['B']))).to.match(/^ValidationError: Resource \[B\] cannot be skipped/);
      await skip(['A']);
      expect(await account.status('s')).to.equal('UPDATE_ROLLBACK_COMPLETE');
      expect(await refusalOf(skip(['A']))).to.match(
        /is in UPDATE_ROLLBACK_COMPLETE state and can not continue rollback/,
      );
    }));

  it('take what was skipped for what the template says, and change it again', () =>
    withAccount(async (account) => {
      const both = (name: string) =>
        template({ A: topic({ DisplayName: name }), B: { ...topic({ DisplayName: name }), DependsOn: 'A' } });
      await account.deploy('s', both('one'));
      await account.deploy('s', both('two'), { fail: ['B:update', 'A:rollback'] });
      await account.call('ContinueUpdateRollback', { StackName: 's', ResourcesToSkip: ['A'] });
      await account.call('DetectStackDrift', { StackName: 's' });
      const { StackResourceDrifts = [] } = await account.call('DescribeStackResourceDrifts', { StackName: 's' });
      const states = StackResourceDrifts.map((one) => [one.LogicalResourceId, one.StackResourceDriftStatus]);
      expect(states).to.deep.equal([
        ['A', 'MODIFIED'],
        ['B', 'IN_SYNC'],
      ]);
      const before = (await account.story('s')).length;
      await account.deploy('s', both('two'));
      const told = (await account.story('s')).slice(before);
      expect(told).to.include('A UPDATE_IN_PROGRESS');
      expect(told).to.include('A UPDATE_COMPLETE');
      expect(await account.status('s')).to.equal('UPDATE_COMPLETE');
    }));

  it('find what a stack is by the physical id of a resource', () =>
    withAccount(async (account) => {
      await account.deploy('s', template({ A: topic({ TopicName: 'a' }) }));
      const physical = { PhysicalResourceId: 'arn:aws:sns:us-east-1:123456789012:a' };
      const { StackResources = [] } = await account.call('DescribeStackResources', physical);
      expect(StackResources.map(({ StackName, LogicalResourceId }) => [StackName, LogicalResourceId])).to.deep.equal([
        ['s', 'A'],
      ]);
    }));

  it('warn of buckets that could not be deleted, and go on', () =>
    withAccount(async (account) => {
      const bucket = { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'with-something' } };
      await account.deploy('s', template({ A: topic(), B: bucket }));
      await account.open().objects.put('with-something', 'key', Buffer.from('x'));
      const name = await account.propose('s', template({ A: topic() }));
      expect((await account.call('DescribeChangeSet', { StackName: 's', ChangeSetName: name })).Status).to.equal(
        'CREATE_COMPLETE',
      );
      const { OperationEvents = [] } = await account.call('DescribeEvents', {
        StackName: 's',
        Filters: { FailedEvents: true },
      });
      expect(OperationEvents.map((one) => [one.ValidationName, one.ValidationFailureMode])).to.deep.equal([
        ['BUCKET_EMPTINESS_VALIDATION', 'WARN'],
      ]);
    }));

  it('end early where a signal says so', () =>
    withAccount(async (account) => {
      const signal = AbortSignal.abort();
      const name = await account
        .open()
        .cloud.call('DescribeStacks', {}, signal)
        .catch((error: Error) => error.name);
      expect(name).to.equal('AbortError');
    }));
});
