import type { Row } from './decision.js';
import { continueFirst, go, onlyDelete, refuse, rescue, wait } from './decisions.js';

const create = go('plan to create', 'A change set of the type CREATE is made and shown.');
const update = go('plan to update', 'A change set of the type UPDATE is made and shown.');
const kept = rescue(
  'kept',
  'plan, kept',
  'What failed before was kept. With `--on-failure keep` an update is planned; otherwise the command is refused, and `jiml rollback` is the way out.',
);
const review = rescue(
  'review',
  'plan, if ours',
  "Nothing was created yet. Where all change sets in it are of jiml, another one is made; where somebody else's is waiting, it is left alone and the command is refused.",
);
const anew = refuse(
  'deploy first',
  'The stack "{stack}" is in {state}: its creation was rolled back, and it has to be deleted before it can be planned anew.',
  'jiml deploy {subject}',
  'jiml destroy {subject}',
);

/** What `jiml plan` does in each state. */
export const plan: Row = {
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
  UPDATE_ROLLBACK_FAILED: continueFirst,
  UPDATE_ROLLBACK_IN_PROGRESS: wait,
};
