import type { StackStatus } from '../../api/cloudformation.js';
import type { PhaseName, Task } from '../state/operation.js';

/** What a phase is like. */
export interface Phase {
  /** The state of the stack meanwhile. */
  readonly during: StackStatus;
  /** The state that it leads to, and what goes on then. */
  readonly done: Outcome;
  readonly failed: Outcome;
  /** Whether everything is broken off as soon as one thing fails. */
  readonly stops: boolean;
  /** Whether outputs are worked out when it is done. */
  readonly publishes: boolean;
}

export interface Outcome {
  readonly status: StackStatus;
  /** A phase that follows; the status is its `during` then. */
  readonly next?: PhaseName;
}

/** The phases of operations, and what each leads to (CloudFormation User Guide, "Stack status codes"). */
export const PHASES: Readonly<Record<PhaseName, Phase>> = {
  create: {
    during: 'CREATE_IN_PROGRESS',
    done: { status: 'CREATE_COMPLETE' },
    failed: { status: 'ROLLBACK_IN_PROGRESS', next: 'undo' },
    stops: true,
    publishes: true,
  },
  undo: {
    during: 'ROLLBACK_IN_PROGRESS',
    done: { status: 'ROLLBACK_COMPLETE' },
    failed: { status: 'ROLLBACK_FAILED' },
    stops: false,
    publishes: false,
  },
  update: {
    during: 'UPDATE_IN_PROGRESS',
    done: { status: 'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS', next: 'cleanup' },
    failed: { status: 'UPDATE_ROLLBACK_IN_PROGRESS', next: 'restore' },
    stops: true,
    publishes: true,
  },
  cleanup: {
    during: 'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS',
    done: { status: 'UPDATE_COMPLETE' },
    failed: { status: 'UPDATE_COMPLETE' },
    stops: false,
    publishes: false,
  },
  restore: {
    during: 'UPDATE_ROLLBACK_IN_PROGRESS',
    done: { status: 'UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS', next: 'restoreCleanup' },
    failed: { status: 'UPDATE_ROLLBACK_FAILED' },
    stops: false,
    publishes: false,
  },
  revert: {
    during: 'UPDATE_ROLLBACK_IN_PROGRESS',
    done: { status: 'UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS', next: 'restoreCleanup' },
    failed: { status: 'UPDATE_ROLLBACK_FAILED' },
    stops: false,
    publishes: true,
  },
  restoreCleanup: {
    during: 'UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS',
    done: { status: 'UPDATE_ROLLBACK_COMPLETE' },
    failed: { status: 'UPDATE_ROLLBACK_COMPLETE' },
    stops: false,
    publishes: false,
  },
  import: {
    during: 'IMPORT_IN_PROGRESS',
    done: { status: 'IMPORT_COMPLETE' },
    failed: { status: 'IMPORT_ROLLBACK_IN_PROGRESS', next: 'release' },
    stops: true,
    publishes: true,
  },
  release: {
    during: 'IMPORT_ROLLBACK_IN_PROGRESS',
    done: { status: 'IMPORT_ROLLBACK_COMPLETE' },
    failed: { status: 'IMPORT_ROLLBACK_FAILED' },
    stops: false,
    publishes: false,
  },
  delete: {
    during: 'DELETE_IN_PROGRESS',
    done: { status: 'DELETE_COMPLETE' },
    failed: { status: 'DELETE_FAILED' },
    stops: false,
    publishes: false,
  },
};

/** Where a phase leads that does not roll back, because that was said. */
export const KEPT: Readonly<Partial<Record<PhaseName, StackStatus>>> = {
  create: 'CREATE_FAILED',
  update: 'UPDATE_FAILED',
};

/** How CloudFormation says what has failed, by what was done. */
export const FAILED: Readonly<Record<Task['kind'], string>> = {
  create: 'create',
  update: 'update',
  restore: 'update',
  import: 'import',
  release: 'import',
  delete: 'delete',
};
