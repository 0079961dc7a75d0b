import type { Row } from './decision.js';
import { absent, go, refuse } from './decisions.js';

const set = go('protect', 'Termination protection is switched on, or off with `--off`.');
const going = refuse('too late', 'The stack "{stack}" is being deleted.', 'jiml events {subject} --follow');

/** What `jiml protect` does in each state. */
export const protect: Row = {
  ABSENT: absent,
  CREATE_COMPLETE: set,
  CREATE_FAILED: set,
  CREATE_IN_PROGRESS: set,
  DELETE_COMPLETE: absent,
  DELETE_FAILED: set,
  DELETE_IN_PROGRESS: going,
  IMPORT_COMPLETE: set,
  IMPORT_IN_PROGRESS: set,
  IMPORT_ROLLBACK_COMPLETE: set,
  IMPORT_ROLLBACK_FAILED: set,
  IMPORT_ROLLBACK_IN_PROGRESS: set,
  REVIEW_IN_PROGRESS: set,
  ROLLBACK_COMPLETE: set,
  ROLLBACK_FAILED: set,
  ROLLBACK_IN_PROGRESS: set,
  UPDATE_COMPLETE: set,
  UPDATE_COMPLETE_CLEANUP_IN_PROGRESS: set,
  UPDATE_FAILED: set,
  UPDATE_IN_PROGRESS: set,
  UPDATE_ROLLBACK_COMPLETE: set,
  UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS: set,
  UPDATE_ROLLBACK_FAILED: set,
  UPDATE_ROLLBACK_IN_PROGRESS: set,
};
