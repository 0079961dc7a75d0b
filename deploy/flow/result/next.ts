import type { StackStatus } from '../../api/cloudformation.js';

/** What to do with a stack that an operation left in a state, in which `{subject}` and `{failed}` are filled in. */
export const nexts: Readonly<Record<StackStatus, readonly string[]>> = {
  CREATE_COMPLETE: [],
  CREATE_FAILED: ['jiml deploy {subject} --on-failure keep', 'jiml rollback {subject}', 'jiml destroy {subject}'],
  CREATE_IN_PROGRESS: ['jiml events {subject} --follow'],
  DELETE_COMPLETE: [],
  DELETE_FAILED: ['jiml destroy {subject}', 'jiml destroy {subject} --retain {failed}'],
  DELETE_IN_PROGRESS: ['jiml events {subject} --follow'],
  IMPORT_COMPLETE: ['jiml drift {subject}'],
  IMPORT_IN_PROGRESS: ['jiml events {subject} --follow'],
  IMPORT_ROLLBACK_COMPLETE: ['jiml import {subject}'],
  IMPORT_ROLLBACK_FAILED: ['jiml events {subject} --failed', 'jiml destroy {subject}'],
  IMPORT_ROLLBACK_IN_PROGRESS: ['jiml events {subject} --follow'],
  REVIEW_IN_PROGRESS: ['jiml deploy {subject}'],
  ROLLBACK_COMPLETE: ['jiml deploy {subject}', 'jiml destroy {subject}'],
  ROLLBACK_FAILED: ['jiml destroy {subject}'],
  ROLLBACK_IN_PROGRESS: ['jiml events {subject} --follow'],
  UPDATE_COMPLETE: [],
  UPDATE_COMPLETE_CLEANUP_IN_PROGRESS: ['jiml events {subject} --follow'],
  UPDATE_FAILED: ['jiml deploy {subject} --on-failure keep', 'jiml rollback {subject}'],
  UPDATE_IN_PROGRESS: ['jiml events {subject} --follow', 'jiml cancel {subject}'],
  UPDATE_ROLLBACK_COMPLETE: [],
  UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS: ['jiml events {subject} --follow'],
  UPDATE_ROLLBACK_FAILED: ['jiml continue {subject}', 'jiml continue {subject} --skip {failed}'],
  UPDATE_ROLLBACK_IN_PROGRESS: ['jiml events {subject} --follow'],
};
