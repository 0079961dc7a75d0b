import type { Task } from '../../state/operation.js';
import type { StackState } from '../../state/stack.js';
import type { Performer } from '../performance.js';
import type { Scene } from '../scene.js';
import { create } from './create.js';
import { remove } from './remove.js';
import { restore } from './restore.js';
import { letGo, take } from './take.js';
import { update } from './update.js';

const PERFORMERS: Readonly<Record<Task['kind'], Performer>> = {
  create,
  update,
  restore,
  import: take,
  release: letGo,
  delete: remove,
};

/** Who does what a task says. */
export function performerOf(_scene: Scene, _stack: StackState, task: Task): Performer {
  return PERFORMERS[task.kind];
}
