import type { OperationState, Task } from '../state/operation.js';
import type { StackState } from '../state/stack.js';
import { leavePhase } from './leave.js';
import type { Performance, Performer } from './performance.js';
import type { Program } from './program.js';
import type { Scene } from './scene.js';
import { performerOf } from './tasks/performers.js';

/** Lets everything happen whose time has come. */
export function advance(scene: Scene): void {
  const until = scene.settings.fast ? Number.POSITIVE_INFINITY : scene.now;
  for (const entry of scene.unit.account.stacks) if (entry.active) resume(scene, entry.id);
  for (let due = scene.queue.peek(); due !== undefined && due.at <= until; due = scene.queue.peek()) {
    scene.queue.pop();
    const stack = scene.unit.stack(due.stackId);
    const task = stack?.operation && scene.runtime(stack.operation).tasks.get(due.key);
    if (stack === undefined || task?.state !== 'running' || task.order !== due.order || task.due === undefined)
      continue;
    delete task.due;
    scene.time = Math.min(due.at, scene.now);
    perform(scene, stack, task, due.at);
    pump(scene, stack, due.at);
  }
  scene.time = scene.now;
}

function resume(scene: Scene, id: string): void {
  const { operation } = scene.unit.stack(id) ?? {};
  for (const task of operation?.over === false ? scene.runtime(operation).running() : []) {
    if (task.due !== undefined) scene.queue.push({ at: task.due, stackId: id, key: task.key, order: task.order ?? 0 });
  }
}

/** Begins what can begin, and leaves phases in which nothing is left to be done. */
export function pump(scene: Scene, stack: StackState, at: number): void {
  for (let { operation } = stack; operation !== undefined && !operation.over; operation = stack.operation) {
    const runtime = scene.runtime(operation);
    for (let task = runtime.take(); task !== undefined; task = runtime.take()) {
      task.step = 'begin';
      perform(scene, stack, task, at);
    }
    if (!runtime.idle) return;
    leavePhase(scene, stack, operation, at);
  }
}

function perform(scene: Scene, stack: StackState, task: Task, at: number): void {
  const { operation } = stack;
  if (operation === undefined) return;
  const performance = performanceOf(scene, stack, operation, task, at);
  performerOf(scene, stack, task)[task.step ?? 'begin']?.(performance);
  scene.unit.changed(stack);
}

function performanceOf(
  scene: Scene,
  stack: StackState,
  operation: OperationState,
  task: Task,
  at: number,
): Performance {
  return new Doing(scene, stack, operation, task, at);
}

/** A class, as very many are made; what it can do may be taken from it. */
class Doing implements Performance {
  constructor(
    readonly scene: Scene,
    readonly stack: StackState,
    readonly operation: OperationState,
    readonly task: Task,
    readonly at: number,
  ) {}

  get program(): Program {
    return this.scene.program(this.stack, this.stack.spec);
  }

  readonly later = (step: NonNullable<Task['step']>, after: number) => {
    this.scene.schedule(this.stack, this.task, step, this.at, after);
  };

  readonly done = () => this.scene.runtime(this.operation).end(this.task, 'done');

  readonly failed = () => {
    const { scene, stack, operation, task, at } = this;
    scene.runtime(operation).end(task, 'failed');
    if (scene.stops(operation)) breakOff(scene, stack, operation, at);
  };
}

/** Breaks off everything that goes on in a phase. */
export function breakOff(scene: Scene, stack: StackState, operation: OperationState, at: number): void {
  const runtime = scene.runtime(operation);
  runtime.stop();
  for (const task of runtime.running()) {
    const performer: Performer = performerOf(scene, stack, task);
    performer.cancel?.(performanceOf(scene, stack, operation, task, at));
    runtime.end(task, 'cancelled');
  }
}
