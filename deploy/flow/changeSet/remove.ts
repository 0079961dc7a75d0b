import { isAbsent } from '../../api/fault.js';
import { hasCode } from '../faults.js';
import { type Caller, insist } from '../insist.js';
import { stackOf } from '../stack.js';
import { isOurs, tokenFor } from '../tokens.js';
import { changeSetsOf } from './list.js';

/** How often, and how long apart in milliseconds, it is looked whether something is gone. */
const LOOKS = 60;
const APART = 250;

/** Deletes a change set, which may be gone already. @throws Fault */
export async function deleteChangeSet(caller: Caller, stack: string, changeSet: string): Promise<void> {
  try {
    await insist(caller, 'DeleteChangeSet', { StackName: stack, ChangeSetName: changeSet });
  } catch (error) {
    if (!hasCode(error, 'ChangeSetNotFound') && !isAbsent(error)) throw error;
  }
}

/**
 * Deletes a stack in which nothing was ever created, and in which no change set is left but ours. Gives whether it is
 * gone.
 *
 * @throws Fault
 */
export async function deleteEmptyReview(caller: Caller, stackId: string): Promise<boolean> {
  const stack = await stackOf(caller, stackId);
  if (stack === undefined || stack.StackStatus === 'DELETE_COMPLETE') return true;
  if (stack.StackStatus !== 'REVIEW_IN_PROGRESS') return false;
  const left = await changeSetsOf(caller, stackId);
  if (left.some(({ ChangeSetName }) => !isOurs(ChangeSetName) || ChangeSetName?.startsWith('jiml-plan-') === true))
    return false;
  await deleteStack(caller, stackId);
  return true;
}

/** Deletes a stack that has nothing in it, and waits until it is gone. @throws Fault */
export async function deleteStack(caller: Caller, stackId: string): Promise<void> {
  const token = tokenFor('delete', stackId, caller.clock.now());
  await insist(caller, 'DeleteStack', { StackName: stackId, ClientRequestToken: token });
  for (let look = 0; look < LOOKS; look++) {
    const status = (await stackOf(caller, stackId))?.StackStatus ?? 'DELETE_COMPLETE';
    if (status !== 'DELETE_IN_PROGRESS' && status !== 'REVIEW_IN_PROGRESS') return;
    await caller.clock.sleep(APART);
  }
}
