import type { OperationState, Task } from '../state/operation.js';
import type { ResourceState, StackState } from '../state/stack.js';
import type { Program } from './program.js';
import type { Scene } from './scene.js';

/** One step of a task, while it happens. */
export interface Performance {
  readonly scene: Scene;
  readonly stack: StackState;
  readonly operation: OperationState;
  readonly task: Task;
  /** What the stack is to become. */
  readonly program: Program;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Goes on with a step after a time, in milliseconds. */
  later(step: NonNullable<Task['step']>, after: number): void;
  /** It is done. */
  done(): void;
  /** It went wrong; its event has been noted. */
  failed(): void;
}

/** What is done with a resource: the steps of a task, by their names. */
export interface Performer {
  begin(performance: Performance): void;
  initiate?(performance: Performance): void;
  finish?(performance: Performance): void;
  /** Notes that it is broken off, because something else has failed. */
  cancel?(performance: Performance): void;
}

/** The resource that a task is about. @throws Where there is none, which is a bug. */
export function resourceOf({ stack, task }: Performance): ResourceState {
  const resource = stack.resources.get(task.id);
  if (resource === undefined) throw new Error(`There is no resource "${task.id}" to work on.`);
  return resource;
}
