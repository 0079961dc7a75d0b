import type { Row } from './decision.js';
import { absent, go, nothing, onlyDelete, refuse, rollBackFirst, wait } from './decisions.js';

const on = go('continue', 'The rollback of the failed update is continued, without the resources that `--skip` names.');
const done = nothing('nothing', 'The rollback is complete already.');
const none = refuse(
  'not failed',
  'The stack "{stack}" is in {state}: there is no failed rollback of an update to continue.',
  'jiml status {subject}',
);

/** What `jiml continue` does in each state. */
export const continueRow: Row = {
  ABSENT: absent,
  CREATE_COMPLETE: none,
  CREATE_FAILED: rollBackFirst,
  CREATE_IN_PROGRESS: wait,
  DELETE_COMPLETE: absent,
  DELETE_FAILED: onlyDelete,
  DELETE_IN_PROGRESS: wait,
  IMPORT_COMPLETE: none,
  IMPORT_IN_PROGRESS: wait,
  IMPORT_ROLLBACK_COMPLETE: none,
  IMPORT_ROLLBACK_FAILED: onlyDelete,
  IMPORT_ROLLBACK_IN_PROGRESS: wait,
  REVIEW_IN_PROGRESS: none,
  ROLLBACK_COMPLETE: none,
  ROLLBACK_FAILED: onlyDelete,
  ROLLBACK_IN_PROGRESS: wait,
  UPDATE_COMPLETE: none,
  UPDATE_COMPLETE_CLEANUP_IN_PROGRESS: wait,
  UPDATE_FAILED: rollBackFirst,
  UPDATE_IN_PROGRESS: wait,
  UPDATE_ROLLBACK_COMPLETE: done,
  UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS: wait,
  UPDATE_ROLLBACK_FAILED: on,
  UPDATE_ROLLBACK_IN_PROGRESS: wait,
};
