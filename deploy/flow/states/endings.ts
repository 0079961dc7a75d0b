import type { StackStatus } from '../../api/cloudformation.js';

/** What a state means for somebody who waits for an operation to end. */
export type Ending =
  /** It goes on. */
  | 'busy'
  /** Nothing has begun: there is only a change set. */
  | 'idle'
  /** It ended well. */
  | 'done'
  /** It failed, and all is as it was before. */
  | 'rolled-back'
  /** It failed, and a person has to do something. */
  | 'stuck'
  /** The stack is gone: good where it was to be deleted, rolled back where it was to be created. */
  | 'gone';

const endings: Readonly<Record<StackStatus, Ending>> = {
  CREATE_COMPLETE: 'done',
  CREATE_FAILED: 'stuck',
  CREATE_IN_PROGRESS: 'busy',
  DELETE_COMPLETE: 'gone',
  DELETE_FAILED: 'stuck',
  DELETE_IN_PROGRESS: 'busy',
  IMPORT_COMPLETE: 'done',
  IMPORT_IN_PROGRESS: 'busy',
  IMPORT_ROLLBACK_COMPLETE: 'rolled-back',
  IMPORT_ROLLBACK_FAILED: 'stuck',
  IMPORT_ROLLBACK_IN_PROGRESS: 'busy',
  REVIEW_IN_PROGRESS: 'idle',
  ROLLBACK_COMPLETE: 'rolled-back',
  ROLLBACK_FAILED: 'stuck',
  ROLLBACK_IN_PROGRESS: 'busy',
  UPDATE_COMPLETE: 'done',
  UPDATE_COMPLETE_CLEANUP_IN_PROGRESS: 'busy',
  UPDATE_FAILED: 'stuck',
  UPDATE_IN_PROGRESS: 'busy',
  UPDATE_ROLLBACK_COMPLETE: 'rolled-back',
  UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS: 'busy',
  UPDATE_ROLLBACK_FAILED: 'stuck',
  UPDATE_ROLLBACK_IN_PROGRESS: 'busy',
};

/** What a state means for who waits. One that AWS has added since goes on while it says so. */
export function endingOf(status: StackStatus): Ending {
  if (Object.hasOwn(endings, status)) return endings[status];
  return /_IN_PROGRESS$/.test(status) ? 'busy' : 'stuck';
}
