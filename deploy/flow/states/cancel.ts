import type { Row } from './decision.js';
import { absent, continueFirst, go, nothing, refuse, wait } from './decisions.js';

const cancelIt = go('cancel', 'The update is cancelled, and what it has done is rolled back.');
const back = nothing('nothing', 'The update is rolled back already.');
const none = refuse(
  'no update',
  'The stack "{stack}" is in {state}: there is no update to cancel.',
  'jiml status {subject}',
);
const done = refuse(
  'too late',
  'The stack "{stack}" is updated, and only cleans up: there is nothing left to cancel.',
  'jiml status {subject}',
);
const creating = refuse(
  'destroy instead',
  'The stack "{stack}" is being created, and CloudFormation cancels only updates.',
  'jiml destroy {subject}',
);
const importing = refuse(
  'no update',
  'The stack "{stack}" is in {state}, and CloudFormation cancels only updates.',
  'jiml events {subject} --follow',
);

/** What `jiml cancel` does in each state. */
export const cancel: Row = {
  ABSENT: absent,
  CREATE_COMPLETE: none,
  CREATE_FAILED: none,
  CREATE_IN_PROGRESS: creating,
  DELETE_COMPLETE: absent,
  DELETE_FAILED: none,
  DELETE_IN_PROGRESS: importing,
  IMPORT_COMPLETE: none,
  IMPORT_IN_PROGRESS: importing,
  IMPORT_ROLLBACK_COMPLETE: none,
  IMPORT_ROLLBACK_FAILED: none,
  IMPORT_ROLLBACK_IN_PROGRESS: importing,
  REVIEW_IN_PROGRESS: none,
  ROLLBACK_COMPLETE: none,
  ROLLBACK_FAILED: none,
  ROLLBACK_IN_PROGRESS: importing,
  UPDATE_COMPLETE: none,
  UPDATE_COMPLETE_CLEANUP_IN_PROGRESS: done,
  UPDATE_FAILED: none,
  UPDATE_IN_PROGRESS: cancelIt,
  UPDATE_ROLLBACK_COMPLETE: back,
  UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS: wait,
  UPDATE_ROLLBACK_FAILED: continueFirst,
  UPDATE_ROLLBACK_IN_PROGRESS: wait,
};
