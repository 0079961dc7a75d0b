import type { StackStatus } from '../../../deploy/api/cloudformation.js';
import { type Account, template, topic } from './account.js';

const ONE = template({ A: topic({ DisplayName: 'one' }) });
const TWO = template({ A: topic({ DisplayName: 'two' }) });
const IMPORTED = template({
  A: topic({ DisplayName: 'one' }),
  B: topic({ TopicName: 'kept' }, { DeletionPolicy: 'Retain' }),
});

/** How a stack comes into each state that it can be in. */
export const WAYS: Readonly<Record<StackStatus, (account: Account) => Promise<string>>> = {
  REVIEW_IN_PROGRESS: async (account) => {
    await account.propose('s', ONE);
    return account.status('s');
  },
  CREATE_IN_PROGRESS: async (account) => {
    await account.deploy('s', ONE, { fast: false });
    return account.status('s', false);
  },
  CREATE_COMPLETE: (account) => account.deploy('s', ONE),
  CREATE_FAILED: (account) => account.deploy('s', ONE, { fail: ['A'], keep: true }),
  ROLLBACK_IN_PROGRESS: async (account) => {
    await account.deploy('s', template({ A: topic(), B: topic({}, { DependsOn: 'A' }) }), { fail: ['B'], fast: false });
    return passingThrough(account, 'ROLLBACK_IN_PROGRESS');
  },
  ROLLBACK_COMPLETE: (account) => account.deploy('s', ONE, { fail: ['A'] }),
  ROLLBACK_FAILED: (account) =>
    account.deploy('s', template({ A: topic(), B: topic({}, { DependsOn: 'A' }) }), { fail: ['B', 'A:rollback'] }),
  DELETE_IN_PROGRESS: async (account) => {
    await account.deploy('s', ONE);
    await account.open({ fast: false }).cloud.call('DeleteStack', { StackName: 's' });
    return account.status('s', false);
  },
  DELETE_COMPLETE: async (account) => {
    await account.deploy('s', ONE);
    const id = await account.id('s');
    await account.call('DeleteStack', { StackName: 's' });
    return account.status(id);
  },
  DELETE_FAILED: async (account) => {
    await account.deploy('s', ONE);
    await account.open({ fail: ['A:delete'] }).cloud.call('DeleteStack', { StackName: 's' });
    return account.status('s');
  },
  UPDATE_IN_PROGRESS: async (account) => {
    await account.deploy('s', ONE);
    await account.deploy('s', TWO, { fast: false });
    return account.status('s', false);
  },
  UPDATE_COMPLETE_CLEANUP_IN_PROGRESS: async (account) => {
    await account.deploy('s', ONE);
    await account.deploy('s', template({ B: topic() }), { fast: false });
    return passingThrough(account, 'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS');
  },
  UPDATE_COMPLETE: async (account) => {
    await account.deploy('s', ONE);
    return account.deploy('s', TWO);
  },
  UPDATE_FAILED: async (account) => {
    await account.deploy('s', ONE);
    return account.deploy('s', TWO, { fail: ['A'], keep: true });
  },
  UPDATE_ROLLBACK_IN_PROGRESS: async (account) => {
    await account.deploy('s', ONE);
    await account.deploy('s', TWO, { fail: ['A'], fast: false });
    return passingThrough(account, 'UPDATE_ROLLBACK_IN_PROGRESS');
  },
  UPDATE_ROLLBACK_COMPLETE: async (account) => {
    await account.deploy('s', ONE);
    return account.deploy('s', TWO, { fail: ['A'] });
  },
  UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS: async (account) => {
    await account.deploy('s', ONE);
    const more = template({ A: topic({ DisplayName: 'one' }), B: topic(), C: topic({}, { DependsOn: 'B' }) });
    await account.deploy('s', more, { fail: ['C'], fast: false });
    return passingThrough(account, 'UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS');
  },
  UPDATE_ROLLBACK_FAILED: async (account) => {
    await account.deploy('s', ONE);
    return account.deploy('s', TWO, { fail: ['A', 'A:rollback'] });
  },
  IMPORT_IN_PROGRESS: async (account) => {
    await importing(account, [], false);
    return account.status('s', false);
  },
  IMPORT_COMPLETE: (account) => importing(account, []),
  IMPORT_ROLLBACK_IN_PROGRESS: async (account) => {
    await importing(account, ['B'], false);
    return passingThrough(account, 'IMPORT_ROLLBACK_IN_PROGRESS');
  },
  IMPORT_ROLLBACK_COMPLETE: (account) => importing(account, ['B']),
  IMPORT_ROLLBACK_FAILED: (account) => importing(account, ['B', 'B:rollback']),
};

/** Takes a topic into the stack that another stack has left behind. */
async function importing(account: Account, fail: readonly string[], fast = true): Promise<string> {
  await account.deploy('other', template({ B: topic({ TopicName: 'kept' }, { DeletionPolicy: 'Retain' }) }));
  const { StackResources = [] } = await account.call('DescribeStackResources', { StackName: 'other' });
  await account.call('DeleteStack', { StackName: 'other' });
  await account.deploy('s', ONE);
  return account.deploy('s', IMPORTED, {
    fail,
    fast,
    ChangeSetType: 'IMPORT',
    ResourcesToImport: [
      {
        ResourceType: 'AWS::SNS::Topic',
        LogicalResourceId: 'B',
        ResourceIdentifier: { TopicArn: StackResources[0]?.PhysicalResourceId ?? '' },
      },
    ],
  });
}

/** Lets time pass until the stack is in a state, or a minute is over. Gives the state. */
async function passingThrough(account: Account, wanted: StackStatus): Promise<string> {
  for (let waited = 0; waited < 60_000; waited += 50) {
    const status = await account.status('s', false);
    if (status === wanted) return status;
    account.pass(50);
  }
  return account.status('s', false);
}
