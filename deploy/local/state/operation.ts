import type { FailurePoint } from '../options.js';
import type { Import } from './changeSet.js';
import type { ResourceState, Spec } from './stack.js';

export type Action = 'create' | 'update' | 'import' | 'delete';

/** What an operation is doing now; simulation/phases.json says what each leads to. */
export type PhaseName =
  | 'create'
  | 'update'
  | 'import'
  /** Deletes what an update has left behind. */
  | 'cleanup'
  /** Puts back what an update has changed. */
  | 'restore'
  | 'restoreCleanup'
  /** Makes a stack within a stack what it was before. */
  | 'revert'
  /** Deletes what a failed creation has made. */
  | 'undo'
  /** Lets go what a failed import has taken. */
  | 'release'
  | 'delete';

/** What a stack is doing. */
export interface OperationState {
  readonly id: string;
  readonly type: 'CREATE_STACK' | 'UPDATE_STACK' | 'DELETE_STACK' | 'ROLLBACK' | 'CONTINUE_ROLLBACK';
  readonly action: Action;
  readonly token?: string;
  phase: PhaseName;
  /** Whether nothing more happens by itself. */
  over: boolean;
  tasks: Task[];
  /** What the stack was, to go back to. */
  readonly before?: Spec;
  /** Resources as they were before they were touched. */
  saved: ResourceState[];
  /** Ids of resources that this operation has made. */
  made: string[];
  readonly onFailure: 'ROLLBACK' | 'DO_NOTHING' | 'DELETE';
  readonly retainExceptOnCreate: boolean;
  readonly fail: FailurePoint[];
  readonly imports: readonly Import[];
  /** Logical ids that a deletion leaves alone; everything that fails with `force`, as does what cannot go back. */
  retain: readonly string[];
  readonly force: boolean;
  /** Whether somebody asked to stop. */
  cancelled: boolean;
  readonly reverting: boolean;
}

/** What is done with one resource in a phase. */
export interface Task {
  readonly key: string;
  readonly id: string;
  readonly kind: 'create' | 'update' | 'import' | 'delete' | 'restore' | 'release';
  /** Keys of tasks that must be done before. */
  readonly needs: readonly string[];
  state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';
  step?: Step;
  /** When the next step comes; undefined while it waits for a nested stack. */
  due?: number;
  /** What comes first of what is due at the same time. */
  order?: number;
}

export type Step = 'begin' | 'initiate' | 'finish';
