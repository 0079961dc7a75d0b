import type { ChangeSetSummary } from '../../api/cloudformation.js';
import { isAbsent } from '../../api/fault.js';
import { hasCode } from '../faults.js';
import { type Caller, insist } from '../insist.js';
import { stackOf } from '../stack.js';
import { isOurs, isPlan, tokenFor } from '../tokens.js';
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

/** A change set of ours that is so old, in milliseconds, was left by a run that was cut short. */
const FORGOTTEN = 3_600_000;

/**
 * Deletes a stack in which nothing was ever created, unless a change set is left that may still be wanted: a plan,
 * somebody else's, or one of another run that may be asking a person at this moment.
 *
 * @throws Fault
 */
export async function deleteEmptyReview(caller: Caller, stackId: string): Promise<void> {
  const stack = await stackOf(caller, stackId);
  if (stack?.StackStatus !== 'REVIEW_IN_PROGRESS') return;
  const left = await changeSetsOf(caller, stackId);
  const now = caller.clock.now();
  if (left.every((one) => isForgotten(one, now))) await deleteStack(caller, stackId);
}

function isForgotten({ ChangeSetName: name, CreationTime: made }: ChangeSetSummary, now: number): boolean {
  return isOurs(name) && !isPlan(name) && made !== undefined && now - made.getTime() > FORGOTTEN;
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
