import type { Row } from './decision.js';
import { absent, continueFirst, go, nothing, onlyDelete, refuse, wait } from './decisions.js';

const back = go(
  'roll back',
  'What failed and was kept is put back to the last state that worked; where there is none, everything is deleted.',
);
const done = nothing('nothing', 'It is rolled back already.');
const none = refuse(
  'not failed',
  'The stack "{stack}" is in {state}: there is no failed operation to roll back; deploy an earlier version of the blueprint instead.',
  'jiml deploy {subject}',
);
const cancelIt = refuse(
  'cancel first',
  'The stack "{stack}" is being updated: an update that still goes on can be cancelled.',
  'jiml cancel {subject}',
);
const empty = refuse('deploy first', 'The stack "{stack}" has never been created.', 'jiml deploy {subject}');

/** What `jiml rollback` does in each state. */
export const rollback: Row = {
  ABSENT: absent,
  CREATE_COMPLETE: none,
  CREATE_FAILED: back,
  CREATE_IN_PROGRESS: wait,
  DELETE_COMPLETE: absent,
  DELETE_FAILED: onlyDelete,
  DELETE_IN_PROGRESS: wait,
  IMPORT_COMPLETE: none,
  IMPORT_IN_PROGRESS: wait,
  IMPORT_ROLLBACK_COMPLETE: none,
  IMPORT_ROLLBACK_FAILED: onlyDelete,
  IMPORT_ROLLBACK_IN_PROGRESS: wait,
  REVIEW_IN_PROGRESS: empty,
  ROLLBACK_COMPLETE: done,
  ROLLBACK_FAILED: onlyDelete,
  ROLLBACK_IN_PROGRESS: wait,
  UPDATE_COMPLETE: none,
  UPDATE_COMPLETE_CLEANUP_IN_PROGRESS: wait,
  UPDATE_FAILED: back,
  UPDATE_IN_PROGRESS: cancelIt,
  UPDATE_ROLLBACK_COMPLETE: done,
  UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS: wait,
  UPDATE_ROLLBACK_FAILED: continueFirst,
  UPDATE_ROLLBACK_IN_PROGRESS: wait,
};
