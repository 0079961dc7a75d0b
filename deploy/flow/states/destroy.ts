import type { Row } from './decision.js';
import { go, nothing, rescue, wait } from './decisions.js';

const remove = go(
  'delete',
  'What will go and what will stay is shown, and the stack is deleted when that is confirmed.',
);
const gone = nothing('nothing', 'There is no such stack: that is what was asked for.');
const review = rescue(
  'review',
  'delete, if ours',
  "Nothing was created yet. Where all change sets in it are of jiml, they and the stack are deleted; where somebody else's is waiting, it is left alone and the command is refused.",
);

/** What `jiml destroy` does in each state. */
export const destroy: Row = {
  ABSENT: gone,
  CREATE_COMPLETE: remove,
  CREATE_FAILED: remove,
  CREATE_IN_PROGRESS: remove,
  DELETE_COMPLETE: gone,
  DELETE_FAILED: remove,
  DELETE_IN_PROGRESS: wait,
  IMPORT_COMPLETE: remove,
  IMPORT_IN_PROGRESS: wait,
  IMPORT_ROLLBACK_COMPLETE: remove,
  IMPORT_ROLLBACK_FAILED: remove,
  IMPORT_ROLLBACK_IN_PROGRESS: wait,
  REVIEW_IN_PROGRESS: review,
  ROLLBACK_COMPLETE: remove,
  ROLLBACK_FAILED: remove,
  ROLLBACK_IN_PROGRESS: wait,
  UPDATE_COMPLETE: remove,
  UPDATE_COMPLETE_CLEANUP_IN_PROGRESS: wait,
  UPDATE_FAILED: remove,
  UPDATE_IN_PROGRESS: wait,
  UPDATE_ROLLBACK_COMPLETE: remove,
  UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS: wait,
  UPDATE_ROLLBACK_FAILED: remove,
  UPDATE_ROLLBACK_IN_PROGRESS: wait,
};
