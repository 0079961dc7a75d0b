import type { Task } from '../../state/operation.js';
import type { StackState } from '../../state/stack.js';
import { leftoverKey } from '../leftovers.js';
import type { Performer } from '../performance.js';
import type { Scene } from '../scene.js';
import types from '../types.json' with { type: 'json' };
import { create } from './create.js';
import { createNested, updateNested } from './nested.js';
import { removeNested, restoreNested } from './nestedBack.js';
import { remove } from './remove.js';
import { restore } from './restore.js';
import { letGo, take } from './take.js';
import { update } from './update.js';

type Performers = Readonly<Record<Task['kind'], Performer>>;

const PLAIN: Performers = { create, update, restore, import: take, release: letGo, delete: remove };

const NESTED: Performers = {
  ...PLAIN,
  create: createNested,
  update: updateNested,
  restore: restoreNested,
  delete: removeNested,
};

/** Who does what a task says. */
export function performerOf(scene: Scene, stack: StackState, task: Task): Performer {
  return (typeOf(scene, stack, task) === types.stack ? NESTED : PLAIN)[task.kind];
}

function typeOf(scene: Scene, stack: StackState, { kind, id, key }: Task): string | undefined {
  if (kind === 'create') return scene.program(stack, stack.spec).wanted.get(id)?.type;
  return key === id ? stack.resources.get(id)?.type : stack.leftovers.find((one) => leftoverKey(one) === key)?.type;
}
