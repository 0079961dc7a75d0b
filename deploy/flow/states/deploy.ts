import type { Row } from './decision.js';
import { go, onlyDelete, rescue, wait } from './decisions.js';

const create = go('create', 'The stack is made, by a change set of the type CREATE.');
const update = go(
  'update',
  'The stack is updated, by a change set of the type UPDATE; without changes nothing is done.',
);
const kept = rescue(
  'kept',
  'update, kept',
  'What failed before was kept. With `--on-failure keep` the stack is updated, and keeps what fails again; otherwise the command is refused, and `jiml rollback` is the way out.',
);
const review = rescue(
  'review',
  'create, if ours',
  "Nothing was created yet. Where all change sets in it are of jiml, it is made as if it were not there; where somebody else's change set is waiting, it is left alone and the command is refused.",
);
const anew = rescue(
  'empty',
  'anew, if agreed',
  'Its creation was rolled back. If no resource is left in it and somebody agrees (or with `--yes`), the empty stack is deleted and made anew; otherwise the command is refused.',
);
const unfinished = rescue(
  'unfinished',
  'continue, if agreed',
  'The rollback of an update failed. If a person at the terminal agrees, it is continued, and then the table is asked again; otherwise the command is refused, and `jiml continue` is the way out.',
);

/** What `jiml deploy` does in each state. */
export const deploy: Row = {
  ABSENT: create,
  CREATE_COMPLETE: update,
  CREATE_FAILED: kept,
  CREATE_IN_PROGRESS: wait,
  DELETE_COMPLETE: create,
  DELETE_FAILED: onlyDelete,
  DELETE_IN_PROGRESS: wait,
  IMPORT_COMPLETE: update,
  IMPORT_IN_PROGRESS: wait,
  IMPORT_ROLLBACK_COMPLETE: update,
  IMPORT_ROLLBACK_FAILED: onlyDelete,
  IMPORT_ROLLBACK_IN_PROGRESS: wait,
  REVIEW_IN_PROGRESS: review,
  ROLLBACK_COMPLETE: anew,
  ROLLBACK_FAILED: onlyDelete,
  ROLLBACK_IN_PROGRESS: wait,
  UPDATE_COMPLETE: update,
  UPDATE_COMPLETE_CLEANUP_IN_PROGRESS: wait,
  UPDATE_FAILED: kept,
  UPDATE_IN_PROGRESS: wait,
  UPDATE_ROLLBACK_COMPLETE: update,
  UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS: wait,
  UPDATE_ROLLBACK_FAILED: unfinished,
  UPDATE_ROLLBACK_IN_PROGRESS: wait,
};
