import type { Row } from './decision.js';
import { absent, go, refuse, wait } from './decisions.js';

const detect = go('detect', 'What is there is compared with what the template says.');
const none = refuse(
  'not stable',
  'The stack "{stack}" is in {state}, in which CloudFormation does not look for drift.',
  'jiml status {subject}',
);

/** What `jiml drift` does in each state. */
export const drift: Row = {
  ABSENT: absent,
  CREATE_COMPLETE: detect,
  CREATE_FAILED: none,
  CREATE_IN_PROGRESS: wait,
  DELETE_COMPLETE: absent,
  DELETE_FAILED: none,
  DELETE_IN_PROGRESS: wait,
  IMPORT_COMPLETE: detect,
  IMPORT_IN_PROGRESS: wait,
  IMPORT_ROLLBACK_COMPLETE: detect,
  IMPORT_ROLLBACK_FAILED: none,
  IMPORT_ROLLBACK_IN_PROGRESS: wait,
  REVIEW_IN_PROGRESS: none,
  ROLLBACK_COMPLETE: none,
  ROLLBACK_FAILED: none,
  ROLLBACK_IN_PROGRESS: wait,
  UPDATE_COMPLETE: detect,
  UPDATE_COMPLETE_CLEANUP_IN_PROGRESS: wait,
  UPDATE_FAILED: none,
  UPDATE_IN_PROGRESS: wait,
  UPDATE_ROLLBACK_COMPLETE: detect,
  UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS: wait,
  UPDATE_ROLLBACK_FAILED: detect,
  UPDATE_ROLLBACK_IN_PROGRESS: wait,
};
