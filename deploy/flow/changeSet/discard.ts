import { Fault } from '../../api/fault.js';
import { knowing } from '../faults.js';
import type { Work } from '../work.js';
import type { MadeChangeSet } from './create.js';
import { deleteChangeSet, deleteEmptyReview } from './remove.js';
import { settled } from './wait.js';

/**
 * Deletes a change set that is not going to be executed, and the stack too where it was only made for it. What cannot be
 * deleted is said, since something else is what the person asked for.
 */
export async function discard(work: Work, made: MadeChangeSet): Promise<void> {
  const { session, name } = work;
  try {
    // A stack could not be deleted any more whose change set went away while it was being made.
    await settled(session, made);
    await deleteChangeSet(session, made.stackId, made.id);
    await deleteEmptyReview(session, made.stackId);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const text = `The change set "${made.name}" of "${name}" could not be deleted: ${error.message}`;
    session.report({ kind: 'warning', text });
  }
}

/** Does something before a change set is executed; where that fails, the change set is deleted. */
export async function withheld<T>(work: Work, made: MadeChangeSet, step: () => Promise<T>): Promise<T> {
  try {
    return await knowing('Nothing was executed.', step);
  } catch (error) {
    await discard(work, made);
    throw error;
  }
}
