import type { ResourceStatus, StackStatus } from '../api/cloudformation.js';

/** What a state is like: something goes on, it is over, or it went wrong. */
export type Stage = 'active' | 'done' | 'failed';

/** A state of a resource as a person reads it. */
export interface Meaning {
  readonly word: string;
  readonly stage: Stage;
}

const active = (word: string): Meaning => ({ word, stage: 'active' });
const done = (word: string): Meaning => ({ word, stage: 'done' });
const failed: Meaning = { word: 'failed', stage: 'failed' };

const meanings: Readonly<Record<ResourceStatus, Meaning>> = {
  CREATE_IN_PROGRESS: active('creating'),
  CREATE_COMPLETE: done('created'),
  CREATE_FAILED: failed,
  UPDATE_IN_PROGRESS: active('updating'),
  UPDATE_COMPLETE: done('updated'),
  UPDATE_FAILED: failed,
  DELETE_IN_PROGRESS: active('deleting'),
  DELETE_COMPLETE: done('deleted'),
  DELETE_SKIPPED: done('kept'),
  DELETE_FAILED: failed,
  IMPORT_IN_PROGRESS: active('importing'),
  IMPORT_COMPLETE: done('imported'),
  IMPORT_FAILED: failed,
  IMPORT_ROLLBACK_IN_PROGRESS: active('undoing'),
  IMPORT_ROLLBACK_COMPLETE: done('undone'),
  IMPORT_ROLLBACK_FAILED: failed,
  EXPORT_IN_PROGRESS: active('moving'),
  EXPORT_COMPLETE: done('moved'),
  EXPORT_FAILED: failed,
  EXPORT_ROLLBACK_IN_PROGRESS: active('undoing'),
  EXPORT_ROLLBACK_COMPLETE: done('undone'),
  EXPORT_ROLLBACK_FAILED: failed,
  UPDATE_ROLLBACK_IN_PROGRESS: active('undoing'),
  UPDATE_ROLLBACK_COMPLETE: done('undone'),
  UPDATE_ROLLBACK_FAILED: failed,
  ROLLBACK_IN_PROGRESS: active('undoing'),
  ROLLBACK_COMPLETE: done('undone'),
  ROLLBACK_FAILED: failed,
};

/** What a resource's state means; one that AWS has added since is judged by its ending. */
export function meaningOf(status: ResourceStatus): Meaning {
  if (Object.hasOwn(meanings, status)) return meanings[status];
  return { word: String(status).toLowerCase(), stage: stageOf(status) };
}

/** Whether CloudFormation goes forward, goes back, or tidies up after either. */
export type Direction = 'forward' | 'back' | 'tidy';

const directions: Readonly<Record<StackStatus, Direction>> = {
  REVIEW_IN_PROGRESS: 'forward',
  CREATE_IN_PROGRESS: 'forward',
  CREATE_COMPLETE: 'forward',
  CREATE_FAILED: 'forward',
  UPDATE_IN_PROGRESS: 'forward',
  UPDATE_COMPLETE_CLEANUP_IN_PROGRESS: 'tidy',
  UPDATE_COMPLETE: 'tidy',
  UPDATE_FAILED: 'forward',
  DELETE_IN_PROGRESS: 'forward',
  DELETE_COMPLETE: 'forward',
  DELETE_FAILED: 'forward',
  IMPORT_IN_PROGRESS: 'forward',
  IMPORT_COMPLETE: 'forward',
  ROLLBACK_IN_PROGRESS: 'back',
  ROLLBACK_COMPLETE: 'back',
  ROLLBACK_FAILED: 'back',
  UPDATE_ROLLBACK_IN_PROGRESS: 'back',
  UPDATE_ROLLBACK_FAILED: 'back',
  UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS: 'tidy',
  UPDATE_ROLLBACK_COMPLETE: 'tidy',
  IMPORT_ROLLBACK_IN_PROGRESS: 'back',
  IMPORT_ROLLBACK_FAILED: 'back',
  IMPORT_ROLLBACK_COMPLETE: 'back',
};

/**
 * Which way a stack in this state goes, or went last. What is deleted without having been so from the beginning is
 * deleted because it could not be created (OnStackFailure DELETE), or with the stack around it.
 *
 * @param first The state that the operation began with.
 */
export function directionOf(status: StackStatus, first: StackStatus = status): Direction {
  if (status.startsWith('DELETE_') && !first.startsWith('DELETE_')) return 'back';
  return Object.hasOwn(directions, status) ? directions[status] : 'forward';
}

/** What a state is like, by its ending, which all of them follow. A stack that was rolled back counts as failed. */
export function stageOf(status: ResourceStatus | StackStatus): Stage {
  if (status.endsWith('_IN_PROGRESS')) return 'active';
  return status.endsWith('_FAILED') ? 'failed' : 'done';
}
