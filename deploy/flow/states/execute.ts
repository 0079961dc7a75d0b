import type { Row } from './decision.js';
import { continueFirst, go, onlyDelete, refuse, rescue, wait } from './decisions.js';

const run = go(
  'execute',
  'The planned change set is executed, if everything is as it was reviewed; otherwise the command is refused.',
);
const kept = rescue(
  'kept',
  'execute, kept',
  'What failed before was kept. The planned change set is executed with `--on-failure keep`; otherwise the command is refused.',
);
const gone = refuse('moved', 'The stack "{stack}" is no longer as it was planned for.', 'jiml plan {subject}');

/** What `jiml deploy --plan` does in each state. */
export const execute: Row = {
  ABSENT: gone,
  CREATE_COMPLETE: run,
  CREATE_FAILED: kept,
  CREATE_IN_PROGRESS: wait,
  DELETE_COMPLETE: gone,
  DELETE_FAILED: onlyDelete,
  DELETE_IN_PROGRESS: wait,
  IMPORT_COMPLETE: run,
  IMPORT_IN_PROGRESS: wait,
  IMPORT_ROLLBACK_COMPLETE: run,
  IMPORT_ROLLBACK_FAILED: onlyDelete,
  IMPORT_ROLLBACK_IN_PROGRESS: wait,
  REVIEW_IN_PROGRESS: run,
  ROLLBACK_COMPLETE: gone,
  ROLLBACK_FAILED: onlyDelete,
  ROLLBACK_IN_PROGRESS: wait,
  UPDATE_COMPLETE: run,
  UPDATE_COMPLETE_CLEANUP_IN_PROGRESS: wait,
  UPDATE_FAILED: kept,
  UPDATE_IN_PROGRESS: wait,
  UPDATE_ROLLBACK_COMPLETE: run,
  UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS: wait,
  UPDATE_ROLLBACK_FAILED: continueFirst,
  UPDATE_ROLLBACK_IN_PROGRESS: wait,
};
