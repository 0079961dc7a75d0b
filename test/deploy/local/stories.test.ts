import { expect } from 'chai';
import { type Account, type Deploying, template, topic, withAccount } from './account.js';

/** What is deployed one after the other, and what the last of it leads to. */
interface Story {
  readonly title: string;
  readonly before?: string;
  readonly after: string;
  readonly options?: Deploying;
  /** What is done then. */
  readonly next?: (account: Account) => Promise<unknown>;
  readonly events: readonly string[];
}

const simulated = (written: string) =>
  `Resource handler returned message: "Simulated failure (--fail ${written})" (RequestToken: …, HandlerErrorCode: GeneralServiceException)`;
const NEW = 'Requested update requires the creation of a new physical resource; hence creating one.';

/** B waits for A. */
const chain = (shown: string) =>
  template({ A: topic({ DisplayName: shown }), B: topic({ DisplayName: shown }, { DependsOn: 'A' }) });

const DATABASE = {
  Type: 'AWS::RDS::DBInstance',
  Properties: { DBInstanceClass: 'db.t3.micro', AllocatedStorage: '20', Engine: 'mysql' },
};

const queue = (properties: object) => ({ Type: 'AWS::SQS::Queue', Properties: properties });

const STORIES: readonly Story[] = [
  {
    title: 'make what is needed first, and the rest beside it',
    after: template({ A: topic({}, { DependsOn: 'C' }), B: topic(), C: topic() }),
    events: [
      's REVIEW_IN_PROGRESS User Initiated',
      's CREATE_IN_PROGRESS User Initiated',
      'B CREATE_IN_PROGRESS',
      'C CREATE_IN_PROGRESS',
      'B CREATE_IN_PROGRESS Resource creation Initiated',
      'C CREATE_IN_PROGRESS Resource creation Initiated',
      'B CREATE_COMPLETE',
      'C CREATE_COMPLETE',
      'A CREATE_IN_PROGRESS',
      'A CREATE_IN_PROGRESS Resource creation Initiated',
      'A CREATE_COMPLETE',
      's CREATE_COMPLETE',
    ],
  },
  {
    title: 'break off what goes on when something fails, and delete what was made',
    after: template({ A: topic(), B: topic({}, { DependsOn: 'A' }), C: topic(), D: topic() }),
    options: { fail: ['C'] },
    events: [
      's REVIEW_IN_PROGRESS User Initiated',
      's CREATE_IN_PROGRESS User Initiated',
      'A CREATE_IN_PROGRESS',
      'C CREATE_IN_PROGRESS',
      'D CREATE_IN_PROGRESS',
      'A CREATE_IN_PROGRESS Resource creation Initiated',
      `C CREATE_FAILED ${simulated('C')}`,
      'A CREATE_FAILED Resource creation cancelled',
      'D CREATE_FAILED Resource creation cancelled',
      's ROLLBACK_IN_PROGRESS The following resource(s) failed to create: [A, C, D]. Rollback requested by user.',
      'A DELETE_IN_PROGRESS',
      'C DELETE_COMPLETE',
      'D DELETE_COMPLETE',
      'A DELETE_COMPLETE',
      's ROLLBACK_COMPLETE',
    ],
  },
  {
    title: 'delete the stack where that was asked for',
    after: template({ A: topic() }),
    options: { fail: ['A'], OnStackFailure: 'DELETE' },
    events: [
      's REVIEW_IN_PROGRESS User Initiated',
      's CREATE_IN_PROGRESS User Initiated',
      'A CREATE_IN_PROGRESS',
      `A CREATE_FAILED ${simulated('A')}`,
      's DELETE_IN_PROGRESS The following resource(s) failed to create: [A].',
      'A DELETE_COMPLETE',
      's DELETE_COMPLETE',
    ],
  },
  {
    title: 'keep what may not be deleted when a creation is undone, unless it was only made for that',
    after: template({
      A: topic({}, { DeletionPolicy: 'Retain' }),
      B: topic({}, { DeletionPolicy: 'RetainExceptOnCreate' }),
      C: topic({}, { DependsOn: ['A', 'B'] }),
    }),
    options: { fail: ['C:create'] },
    events: [
      's REVIEW_IN_PROGRESS User Initiated',
      's CREATE_IN_PROGRESS User Initiated',
      'A CREATE_IN_PROGRESS',
      'B CREATE_IN_PROGRESS',
      'A CREATE_IN_PROGRESS Resource creation Initiated',
      'B CREATE_IN_PROGRESS Resource creation Initiated',
      'A CREATE_COMPLETE',
      'B CREATE_COMPLETE',
      'C CREATE_IN_PROGRESS',
      `C CREATE_FAILED ${simulated('C:create')}`,
      's ROLLBACK_IN_PROGRESS The following resource(s) failed to create: [C]. Rollback requested by user.',
      'C DELETE_COMPLETE',
      'A DELETE_SKIPPED',
      'B DELETE_IN_PROGRESS',
      'B DELETE_COMPLETE',
      's ROLLBACK_COMPLETE',
    ],
  },
  {
    title: 'make the new one before the old one goes, and then what goes by itself',
    before: template({ A: topic({ TopicName: 'a' }), B: topic({}, { DeletionPolicy: 'Retain' }), C: DATABASE }),
    after: template({ A: topic({ TopicName: 'b' }) }),
    events: [
      's UPDATE_IN_PROGRESS User Initiated',
      `A UPDATE_IN_PROGRESS ${NEW}`,
      'A UPDATE_IN_PROGRESS Resource creation Initiated',
      'A UPDATE_COMPLETE',
      's UPDATE_COMPLETE_CLEANUP_IN_PROGRESS',
      'A DELETE_IN_PROGRESS',
      'B DELETE_SKIPPED',
      'C DELETE_IN_PROGRESS',
      'A DELETE_COMPLETE',
      'C DELETE_COMPLETE',
      's UPDATE_COMPLETE',
    ],
  },
  {
    title: 'keep the old one where that is said',
    before: template({ A: topic({ TopicName: 'a' }) }),
    after: template({ A: topic({ TopicName: 'b' }, { UpdateReplacePolicy: 'Retain' }) }),
    events: [
      's UPDATE_IN_PROGRESS User Initiated',
      `A UPDATE_IN_PROGRESS ${NEW}`,
      'A UPDATE_IN_PROGRESS Resource creation Initiated',
      'A UPDATE_COMPLETE',
      's UPDATE_COMPLETE_CLEANUP_IN_PROGRESS',
      'A DELETE_SKIPPED',
      's UPDATE_COMPLETE',
    ],
  },
  {
    title: 'give up on what an update leaves behind and cannot delete',
    before: template({ A: topic(), B: topic() }),
    after: template({ A: topic() }),
    options: { fail: ['B:delete'] },
    events: [
      's UPDATE_IN_PROGRESS User Initiated',
      's UPDATE_COMPLETE_CLEANUP_IN_PROGRESS',
      'B DELETE_IN_PROGRESS',
      `B DELETE_FAILED ${simulated('B:delete')}`,
      's UPDATE_COMPLETE Update successful. One or more resources could not be deleted.',
    ],
  },
  {
    title: 'put back what was changed, and delete what was made, when an update fails',
    before: template({ A: topic({ TopicName: 'a' }), B: topic({ DisplayName: 'one' }) }),
    after: template({
      A: topic({ TopicName: 'b' }),
      B: topic({ DisplayName: 'two' }),
      C: topic({}, { DependsOn: ['A', 'B'] }),
    }),
    options: { fail: ['C'] },
    events: [
      's UPDATE_IN_PROGRESS User Initiated',
      `A UPDATE_IN_PROGRESS ${NEW}`,
      'B UPDATE_IN_PROGRESS',
      'A UPDATE_IN_PROGRESS Resource creation Initiated',
      'B UPDATE_COMPLETE',
      'A UPDATE_COMPLETE',
      'C CREATE_IN_PROGRESS',
      `C CREATE_FAILED ${simulated('C')}`,
      's UPDATE_ROLLBACK_IN_PROGRESS The following resource(s) failed to create: [C].',
      'A UPDATE_IN_PROGRESS',
      'B UPDATE_IN_PROGRESS',
      'A UPDATE_COMPLETE',
      'B UPDATE_COMPLETE',
      's UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS',
      'C DELETE_COMPLETE',
      'A DELETE_IN_PROGRESS',
      'A DELETE_COMPLETE',
      's UPDATE_ROLLBACK_COMPLETE',
    ],
  },
  {
    title: 'go on with a rollback that has failed, without what is to be skipped',
    before: chain('one'),
    after: chain('two'),
    options: { fail: ['B', 'A:rollback'] },
    next: (account) => account.call('ContinueUpdateRollback', { StackName: 's', ResourcesToSkip: ['A'] }),
    events: [
      's UPDATE_IN_PROGRESS User Initiated',
      'A UPDATE_IN_PROGRESS',
      'A UPDATE_COMPLETE',
      'B UPDATE_IN_PROGRESS',
      `B UPDATE_FAILED ${simulated('B')}`,
      's UPDATE_ROLLBACK_IN_PROGRESS The following resource(s) failed to update: [B].',
      'A UPDATE_IN_PROGRESS',
      `A UPDATE_FAILED ${simulated('A:rollback')}`,
      's UPDATE_ROLLBACK_FAILED The following resource(s) failed to update: [A].',
      's UPDATE_ROLLBACK_IN_PROGRESS User Initiated',
      'A UPDATE_COMPLETE',
      'B UPDATE_IN_PROGRESS',
      'B UPDATE_COMPLETE',
      's UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS',
      's UPDATE_ROLLBACK_COMPLETE',
    ],
  },
  {
    title: 'go back from what was kept as it failed',
    before: chain('one'),
    after: chain('two'),
    options: { fail: ['B'], keep: true },
    next: (account) => account.call('RollbackStack', { StackName: 's' }),
    events: [
      's UPDATE_IN_PROGRESS User Initiated',
      'A UPDATE_IN_PROGRESS',
      'A UPDATE_COMPLETE',
      'B UPDATE_IN_PROGRESS',
      `B UPDATE_FAILED ${simulated('B')}`,
      's UPDATE_FAILED The following resource(s) failed to update: [B].',
      's UPDATE_ROLLBACK_IN_PROGRESS User Initiated',
      'A UPDATE_IN_PROGRESS',
      'A UPDATE_COMPLETE',
      'B UPDATE_IN_PROGRESS',
      'B UPDATE_COMPLETE',
      's UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS',
      's UPDATE_ROLLBACK_COMPLETE',
    ],
  },
  {
    title: 'do again what has failed, where the template is the same',
    before: chain('one'),
    after: chain('two'),
    options: { fail: ['B'], keep: true },
    next: (account) => account.deploy('s', chain('two'), { keep: true }),
    events: [
      's UPDATE_IN_PROGRESS User Initiated',
      'A UPDATE_IN_PROGRESS',
      'A UPDATE_COMPLETE',
      'B UPDATE_IN_PROGRESS',
      `B UPDATE_FAILED ${simulated('B')}`,
      's UPDATE_FAILED The following resource(s) failed to update: [B].',
      's UPDATE_IN_PROGRESS User Initiated',
      'B UPDATE_IN_PROGRESS',
      'B UPDATE_COMPLETE',
      's UPDATE_COMPLETE_CLEANUP_IN_PROGRESS',
      's UPDATE_COMPLETE',
    ],
  },
  {
    title: 'go back when an update is broken off',
    before: chain('one'),
    after: chain('two'),
    options: { fast: false },
    next: (account) => account.open({ fast: false }).cloud.call('CancelUpdateStack', { StackName: 's' }),
    events: [
      's UPDATE_IN_PROGRESS User Initiated',
      'A UPDATE_IN_PROGRESS',
      'A UPDATE_FAILED Resource update cancelled',
      's UPDATE_ROLLBACK_IN_PROGRESS User Initiated',
      'A UPDATE_IN_PROGRESS',
      'A UPDATE_COMPLETE',
      's UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS',
      's UPDATE_ROLLBACK_COMPLETE',
    ],
  },
  {
    title: 'refuse a replacement that would have the name of what it replaces',
    before: template({ A: queue({ QueueName: 'jobs', FifoQueue: false }) }),
    after: template({ A: queue({ QueueName: 'jobs', FifoQueue: true }) }),
    events: [
      's UPDATE_IN_PROGRESS User Initiated',
      `A UPDATE_IN_PROGRESS ${NEW}`,
      'A UPDATE_FAILED CloudFormation cannot update a stack when a custom-named resource requires replacing. Rename jobs and update the stack again.',
      's UPDATE_ROLLBACK_IN_PROGRESS The following resource(s) failed to update: [A].',
      'A UPDATE_IN_PROGRESS',
      'A UPDATE_COMPLETE',
      's UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS',
      's UPDATE_ROLLBACK_COMPLETE',
    ],
  },
  {
    title: 'delete a stack that is still being made',
    after: chain('one'),
    options: { fast: false },
    next: (account) => account.open({ fast: false }).cloud.call('DeleteStack', { StackName: 's' }),
    events: [
      's REVIEW_IN_PROGRESS User Initiated',
      's CREATE_IN_PROGRESS User Initiated',
      'A CREATE_IN_PROGRESS',
      's DELETE_IN_PROGRESS User Initiated',
      'A DELETE_COMPLETE',
      's DELETE_COMPLETE',
    ],
  },
  {
    title: 'delete what is used last',
    before: chain('one'),
    after: chain('two'),
    next: (account) => account.call('DeleteStack', { StackName: 's' }),
    events: [
      's UPDATE_IN_PROGRESS User Initiated',
      'A UPDATE_IN_PROGRESS',
      'A UPDATE_COMPLETE',
      'B UPDATE_IN_PROGRESS',
      'B UPDATE_COMPLETE',
      's UPDATE_COMPLETE_CLEANUP_IN_PROGRESS',
      's UPDATE_COMPLETE',
      's DELETE_IN_PROGRESS User Initiated',
      'B DELETE_IN_PROGRESS',
      'B DELETE_COMPLETE',
      'A DELETE_IN_PROGRESS',
      'A DELETE_COMPLETE',
      's DELETE_COMPLETE',
    ],
  },
];

describe('deployments on the local CloudFormation', () => {
  for (const { title, before, after, options = {}, next, events } of STORIES) {
    it(title, () =>
      withAccount(async (account) => {
        if (before !== undefined) await account.deploy('s', before);
        const start = before === undefined ? 0 : (await account.story('s')).length;
        const changeSet = await account.propose('s', after, withoutOwn(options));
        const id = await account.id('s');
        await account.open({ fail: options.fail ?? [], fast: options.fast ?? true }).cloud.call('ExecuteChangeSet', {
          StackName: 's',
          ChangeSetName: changeSet,
          ...(options.keep === true && { DisableRollback: true }),
        });
        await next?.(account);
        expect(await account.story(id, start)).to.deep.equal(events);
      }),
    );
  }
});

/** What is said to CloudFormation. */
function withoutOwn({ fail: _, fast: __, keep: ___, ...more }: Deploying) {
  return more;
}
