import { hasCode } from '../faults.js';
import { type Caller, insist } from '../insist.js';
import { stackOf } from '../stack.js';
import { endingOf } from '../states/endings.js';
import { tokenFor } from '../tokens.js';
import { type Feed, fromNow } from '../watch/feed.js';
import type { MadeChangeSet } from './create.js';
import { executionStates } from './statuses.js';

/**
 * Executes a change set. The token is the same whenever it is done, so that it is done once.
 *
 * @param keep Whether what fails is kept rather than rolled back.
 * @returns The events of the operation.
 * @throws Fault
 */
export async function execute(caller: Caller, { id, stackId }: MadeChangeSet, keep: boolean): Promise<Feed> {
  const feed = await fromNow(caller, stackId);
  const input = {
    ChangeSetName: id,
    StackName: stackId,
    ClientRequestToken: executionToken(id),
    ...(keep ? { DisableRollback: true } : {}),
  };
  await insist(caller, 'ExecuteChangeSet', input, { happened: () => hasBegun(caller, id, stackId) });
  return feed;
}

/** What the events of a change set's execution carry. */
export function executionToken(changeSet: string): string {
  return tokenFor('execute', changeSet);
}

/** Whether a change set is being executed or was. */
async function hasBegun(caller: Caller, id: string, stackId: string): Promise<boolean> {
  try {
    const { ExecutionStatus } = await insist(caller, 'DescribeChangeSet', { ChangeSetName: id, StackName: stackId });
    if (ExecutionStatus !== undefined && executionStates[ExecutionStatus] === 'begun') return true;
  } catch (error) {
    // CloudFormation may delete a change set once it is executed.
    if (!hasCode(error, 'ChangeSetNotFound')) throw error;
  }
  const status = (await stackOf(caller, stackId))?.StackStatus;
  return status !== undefined && endingOf(status) === 'busy';
}
