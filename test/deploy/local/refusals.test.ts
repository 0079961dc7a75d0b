import { expect } from 'chai';
import { type Account, REGION, refusalOf, template, topic, withAccount } from './account.js';

const ONE = template({ A: topic({ DisplayName: 'one' }) });
const TWO = template({ A: topic({ DisplayName: 'two' }) });
const ROLE = template({
  R: { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [] } } },
});

/** What CloudFormation says no to: what is done before, what is asked, and what it says; ids are left out. */
const REFUSALS: readonly (readonly [ask: (account: Account) => Promise<unknown>, answer: string])[] = [
  [(account) => account.call('DescribeStacks', { StackName: 'x' }), 'ValidationError: Stack with id x does not exist'],
  [(account) => account.call('DescribeStackEvents', { StackName: 'x' }), 'ValidationError: Stack [x] does not exist'],
  [
    (account) => account.call('DescribeStackResources', { StackName: 'x' }),
    'ValidationError: Stack with id x does not exist',
  ],
  [
    (account) => account.call('ListStackResources', { StackName: 'x' }),
    'ValidationError: Stack with id x does not exist',
  ],
  [(account) => account.call('GetTemplate', { StackName: 'x' }), 'ValidationError: Stack with id x does not exist'],
  [
    (account) => account.call('UpdateStack', { StackName: 'x', TemplateBody: ONE }),
    'ValidationError: Stack [x] does not exist',
  ],
  [(account) => account.call('CancelUpdateStack', { StackName: 'x' }), 'ValidationError: Stack [x] does not exist'],
  [(account) => account.call('RollbackStack', { StackName: 'x' }), 'ValidationError: Stack [x] does not exist'],
  [
    (account) => account.call('DescribeChangeSet', { StackName: 'x', ChangeSetName: 'c' }),
    'ValidationError: Stack [x] does not exist',
  ],
  [
    (account) => account.call('CreateChangeSet', { StackName: 'x', ChangeSetName: 'c', TemplateBody: ONE }),
    'ValidationError: Stack [x] does not exist',
  ],
  [
    async (account) => {
      await account.deploy('s', ONE);
      return account.call('DescribeChangeSet', { StackName: 's', ChangeSetName: 'c' });
    },
    'ChangeSetNotFound: ChangeSet [c] does not exist',
  ],
  [
    async (account) => {
      await account.deploy('s', ONE);
      return account.propose('s', ONE, { ChangeSetType: 'CREATE' });
    },
    'ValidationError: Stack [s] already exists and cannot be created again with the changeSet [set-2].',
  ],
  [
    async (account) => {
      await account.deploy('s', ONE);
      return account.call('CreateStack', { StackName: 's', TemplateBody: ONE });
    },
    'AlreadyExistsException: Stack [s] already exists',
  ],
  [
    async (account) => {
      await account.deploy('s', ONE);
      return account.call('UpdateStack', { StackName: 's', TemplateBody: ONE });
    },
    'ValidationError: No updates are to be performed.',
  ],
  [
    async (account) => {
      await account.deploy('s', ONE, { fail: ['A'] });
      return account.propose('s', TWO);
    },
    'ValidationError: Stack:STACK is in ROLLBACK_COMPLETE state and can not be updated.',
  ],
  [
    async (account) => {
      await account.deploy('s', ONE);
      await account.deploy('s', TWO, { fast: false });
      return account.open({ fast: false }).cloud.call('UpdateStack', { StackName: 's', TemplateBody: ONE });
    },
    'ValidationError: Stack:STACK is in UPDATE_IN_PROGRESS state and can not be updated.',
  ],
  [
    async (account) => {
      await account.deploy('s', ONE);
      await account.deploy('s', TWO, { fast: false });
      return account.open({ fast: false }).cloud.call('DeleteStack', { StackName: 's' });
    },
    'ValidationError: Stack [STACK] cannot be deleted while in status UPDATE_IN_PROGRESS',
  ],
  [
    async (account) => {
      await account.deploy('s', ONE);
      await account.call('UpdateTerminationProtection', { StackName: 's', EnableTerminationProtection: true });
      return account.call('DeleteStack', { StackName: 's' });
    },
    'ValidationError: Stack [s] cannot be deleted while TerminationProtection is enabled',
  ],
  [
    async (account) => {
      await account.deploy('s', ONE);
      const name = await account.propose('s', ONE);
      return account.call('ExecuteChangeSet', { StackName: 's', ChangeSetName: name });
    },
    'InvalidChangeSetStatus: ChangeSet [SET] cannot be executed in its current status of [FAILED]',
  ],
  [
    async (account) => {
      await account.deploy('s', ONE);
      const name = await account.propose('s', TWO);
      await account.deploy('s', template({ A: topic({ DisplayName: 'three' }) }));
      return account.call('ExecuteChangeSet', { StackName: 's', ChangeSetName: name });
    },
    'InvalidChangeSetStatus: ChangeSet [SET] cannot be executed in its current execution status of [OBSOLETE]',
  ],
  [
    async (account) => {
      const name = await account.propose('s', ONE);
      const { cloud } = account.open({ fast: false });
      await cloud.call('CreateChangeSet', {
        StackName: 's',
        ChangeSetName: 'slow',
        ChangeSetType: 'CREATE',
        TemplateBody: TWO,
      });
      await account.call('DeleteChangeSet', { StackName: 's', ChangeSetName: name });
      return cloud.call('ExecuteChangeSet', { StackName: 's', ChangeSetName: 'slow' });
    },
    'InvalidChangeSetStatus: ChangeSet [SET] cannot be executed in its current status of [CREATE_IN_PROGRESS]',
  ],
  [
    async (account) => {
      await account.propose('s', ONE);
      return account.propose('s', TWO, { ChangeSetName: 'set-1' });
    },
    'AlreadyExistsException: ChangeSet set-1 cannot be created due to a mismatch with existing attribute Template',
  ],
  [
    (account) => account.propose('s', ROLE),
    'InsufficientCapabilitiesException: Requires capabilities : [CAPABILITY_IAM]',
  ],
  [
    (account) => account.propose('s', template({ A: topic({ DisplayName: { Ref: 'B' } }) })),
    'ValidationError: Template format error: Unresolved resource dependencies [B] in the Resources block of the template',
  ],
  [
    (account) => account.propose('s', template({ A: topic() }, { Parameters: { P: { Type: 'String' } } })),
    'ValidationError: Parameters: [P] must have values',
  ],
  [
    (account) => account.propose('s', template({ A: topic() }), { OnStackFailure: 'DELETE', ChangeSetType: 'UPDATE' }),
    'ValidationError: Stack [s] does not exist',
  ],
  [
    (account) => account.propose('s', ONE, { Tags: [{ Key: 'aws:a', Value: 'b' }] }),
    "ValidationError: Tag keys must not begin with 'aws:': aws:a",
  ],
  [
    (account) =>
      account.propose('s', ONE, { Tags: Array.from({ length: 51 }, (_, at) => ({ Key: `k${at}`, Value: '' })) }),
    'ValidationError: Only up to 50 tags can be specified for a stack',
  ],
  [
    (account) => account.propose('1', ONE),
    "ValidationError: 1 validation error detected: Value '1' at 'stackName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]*|arn:[-a-zA-Z0-9:/._+]*",
  ],
  [
    async (account) => {
      await account.deploy('s', ONE);
      return account.call('CancelUpdateStack', { StackName: 's' });
    },
    'ValidationError: CancelUpdateStack cannot be called from current stack status',
  ],
  [
    async (account) => {
      await account.deploy('s', ONE);
      return account.call('DeleteStack', { StackName: 's', RetainResources: ['A'] });
    },
    'ValidationError: Invalid operation on stack [STACK]. RetainResources can be specified only for stacks in the DELETE_FAILED state.',
  ],
  [
    async (account) => {
      await account.deploy('s', ONE);
      await account.deploy('s', TWO, { fail: ['A'], keep: true });
      return account.deploy('s', ONE);
    },
    'ValidationError: This stack is currently in a non-terminal [UPDATE_FAILED] state. To update the stack from this state, please use the disable-rollback parameter with update-stack API. To rollback to the last known good state, use the rollback-stack API',
  ],
  [
    async (account) => {
      await account.deploy('s', ONE);
      const token = { StackName: 's', ClientRequestToken: 't' };
      await account.call('UpdateStack', { ...token, TemplateBody: TWO });
      return account.call('DeleteStack', token);
    },
    'TokenAlreadyExistsException: Client request token [t] has already been used for another operation',
  ],
  [
    async (account) => {
      await account.deploy('s', ONE);
      return account.propose('s', template({ A: { Type: 'AWS::SQS::Queue' } }));
    },
    'ValidationError: Update of resource type is not permitted. The new template modifies resource type of the following resources: [A]',
  ],
  [
    (account) => account.deploy('s', ONE, { keep: true, OnStackFailure: 'DELETE' }),
    'ValidationError: OnStackFailure and DisableRollback cannot be specified together',
  ],
  [
    (account) => account.call('CreateStack', { StackName: 's', TemplateBody: template({ A: topic({ Wrong: 1 }) }) }),
    'ValidationError: Unsupported property [Wrong] (/Resources/A/Properties/Wrong)',
  ],
  [
    (account) => account.call('ListImports', { ExportName: 'e' }),
    "ValidationError: Export 'e' is not imported by any stack.",
  ],
  [
    (account) => account.call('DescribeEvents', {}),
    'ValidationError: One of ChangeSetName, OperationId or StackName must be specified',
  ],
  [
    (account) => account.call('DescribeStackDriftDetectionStatus', { StackDriftDetectionId: 'd' }),
    'ValidationError: Drift detection [d] does not exist',
  ],
  [
    (account) => account.propose('s', ONE, { TemplateURL: 'https://example.com/a', TemplateBody: undefined }),
    'ValidationError: TemplateURL must be a supported URL.',
  ],
  [
    (account) => account.propose('s', '', { TemplateURL: 'https://b.s3.us-east-1.amazonaws.com/k' }),
    'ValidationError: S3 error: The specified bucket does not exist',
  ],
  [
    (account) => account.propose('s', '', { TemplateURL: '../../../etc/passwd' }),
    'ValidationError: TemplateURL must be a supported URL.',
  ],
  [
    async () => new (await import('./account.js')).Account().open({ region: '../up' }),
    'InvalidRegion: "../up" is no region.',
  ],
];

describe('requests that the local CloudFormation refuses', () => {
  for (const [ask, answer] of REFUSALS) {
    it(answer, () =>
      withAccount(async (account) => {
        const said = await refusalOf(ask(account));
        const plain = said
          .replace(new RegExp(`arn:aws:cloudformation:${REGION}:\\d+:stack/s/[-0-9a-f]+`), 'STACK')
          .replace(new RegExp(`arn:aws:cloudformation:${REGION}:\\d+:changeSet/[-\\w]+/[-0-9a-f]+`), 'SET');
        expect(plain).to.equal(answer);
      }),
    );
  }

  it('are those for a template that is too long to be sent, counted in bytes', () =>
    withAccount(async (account) => {
      const fits = template({ A: topic({ DisplayName: 'x'.repeat(50_000) }) });
      const long = template({ A: topic({ DisplayName: 'ä'.repeat(25_600) }) });
      await account.propose('s', fits);
      expect(await refusalOf(account.propose('t', long))).to.match(
        /Member must have length less than or equal to 51200$/,
      );
    }));

  it('leave nothing behind', () =>
    withAccount(async (account) => {
      await refusalOf(account.propose('s', ROLE));
      expect((await account.call('ListStacks', {})).StackSummaries).to.deep.equal([]);
    }));
});
