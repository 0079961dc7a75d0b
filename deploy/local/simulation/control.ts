import { Chance } from '../resources/hash.js';
import type { OperationState, PhaseName, Task } from '../state/operation.js';
import type { StackState } from '../state/stack.js';
import { takeForRestored } from './believed.js';
import { resourceEvent, stackEvent } from './events.js';
import { enterPhase } from './leave.js';
import { PHASES } from './phases.js';
import { breakOff, pump } from './run.js';
import type { Begun, Resumed, Scene } from './scene.js';

/** Begins an operation on a stack with a phase. What it then does by itself happens as its time comes. */
export function begin(scene: Scene, stack: StackState, phase: PhaseName, begun: Begun): void {
  const operation: OperationState = {
    id: newId(scene, stack),
    phase,
    over: false,
    tasks: [],
    saved: [],
    made: [],
    onFailure: 'ROLLBACK',
    retainExceptOnCreate: false,
    imports: [],
    retain: [],
    force: false,
    cancelled: false,
    reverting: false,
    ...begun,
  };
  activate(scene, stack, operation);
  enterPhase(scene, stack, operation, phase, scene.time, 'User Initiated');
  pump(scene, stack, scene.time);
}

/**
 * Goes on with an operation that could not go back, or was kept from going back: what has not been put back is.
 *
 * @param skip Ids of resources that are left as they are.
 */
export function resume(scene: Scene, stack: StackState, said: Resumed, skip: readonly string[] = []): void {
  const { operation: known } = stack;
  if (known === undefined) return;
  const operation: OperationState = { ...known, ...said, id: newId(scene, stack), over: false, cancelled: false };
  activate(scene, stack, operation);
  if (known.phase !== 'restore' && known.phase !== 'revert') {
    enterPhase(scene, stack, operation, known.before === undefined ? 'undo' : 'restore', scene.time, 'User Initiated');
  } else {
    stackEvent(scene, stack, PHASES[known.phase].during, scene.time, 'User Initiated');
    operation.tasks = known.tasks.map((task) => again(task, skip));
    for (const id of skip) {
      const resource = stack.resources.get(id);
      if (resource === undefined) continue;
      takeForRestored(known, resource);
      resourceEvent(scene, stack, resource, 'UPDATE_COMPLETE', scene.time);
    }
  }
  pump(scene, stack, scene.time);
}

function again(task: Task, skip: readonly string[]): Task {
  if (skip.includes(task.id)) return { ...task, state: 'done' };
  return task.state === 'done' ? task : { ...task, state: 'waiting' };
}

/** Breaks off what a stack is doing, as if something had failed. */
export function stop(scene: Scene, stack: StackState, at: number): void {
  const { operation } = stack;
  if (operation === undefined || operation.over || !PHASES[operation.phase].stops) return;
  breakOff(scene, stack, operation, at);
  pump(scene, stack, at);
}

function activate(scene: Scene, stack: StackState, operation: OperationState): void {
  stack.operation = operation;
  const entry = scene.unit.account.stacks.find(({ id }) => id === stack.id);
  if (entry !== undefined) entry.active = true;
  stack.lastOperations = [{ type: operation.type, id: operation.id }, ...stack.lastOperations].slice(0, 2);
  scene.unit.changed('account');
  scene.unit.changed(stack);
}

function newId({ unit }: Scene, stack: StackState): string {
  return new Chance('operation', stack.id, String(unit.account.counter++)).uuid();
}
