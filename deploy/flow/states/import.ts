import type { Row } from './decision.js';
import { continueFirst, go, onlyDelete, rescue, rollBackFirst, wait } from './decisions.js';

const take = go(
  'import',
  'The resources are imported, by a change set of the type IMPORT, which makes the stack where there is none.',
);
const review = rescue(
  'review',
  'import, if ours',
  "Nothing was created yet. Where all change sets in it are of jiml, another one is made; where somebody else's is waiting, it is left alone and the command is refused.",
);

/** What `jiml import` does in each state. */
export const importRow: Row = {
  ABSENT: take,
  CREATE_COMPLETE: take,
  CREATE_FAILED: rollBackFirst,
  CREATE_IN_PROGRESS: wait,
  DELETE_COMPLETE: take,
  DELETE_FAILED: onlyDelete,
  DELETE_IN_PROGRESS: wait,
  IMPORT_COMPLETE: take,
  IMPORT_IN_PROGRESS: wait,
  IMPORT_ROLLBACK_COMPLETE: take,
  IMPORT_ROLLBACK_FAILED: onlyDelete,
  IMPORT_ROLLBACK_IN_PROGRESS: wait,
  REVIEW_IN_PROGRESS: review,
  ROLLBACK_COMPLETE: onlyDelete,
  ROLLBACK_FAILED: onlyDelete,
  ROLLBACK_IN_PROGRESS: wait,
  UPDATE_COMPLETE: take,
  UPDATE_COMPLETE_CLEANUP_IN_PROGRESS: wait,
  UPDATE_FAILED: rollBackFirst,
  UPDATE_IN_PROGRESS: wait,
  UPDATE_ROLLBACK_COMPLETE: take,
  UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS: wait,
  UPDATE_ROLLBACK_FAILED: continueFirst,
  UPDATE_ROLLBACK_IN_PROGRESS: wait,
};
