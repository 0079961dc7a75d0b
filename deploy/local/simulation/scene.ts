import type { Specifications } from '../../../compiler/specification/read.js';
import type { OperationState, PhaseName, Task } from '../state/operation.js';
import type { ResourceState, Spec, StackState } from '../state/stack.js';
import type { Unit } from '../store/store.js';
import { PHASES } from './phases.js';
import { type Program, type Programs, programOf } from './program.js';
import { Queue } from './queue.js';
import { Runtime } from './runtime.js';

/** What does not change while a process runs. */
export interface Settings {
  readonly account: string;
  readonly partition: string;
  readonly region: string;
  readonly fast: boolean;
  readonly specifications: Specifications;
  readonly programs: Programs;
}

/** What an operation is begun with. */
export type Begun = Pick<OperationState, 'type' | 'action' | 'fail'> &
  Partial<Omit<OperationState, 'type' | 'action' | 'phase' | 'fail'>>;

/** What an operation is gone on with. */
export type Resumed = Pick<OperationState, 'type' | 'fail' | 'force'> &
  Partial<Pick<OperationState, 'token' | 'retainExceptOnCreate'>>;

/** What begins and ends operations; given to the scene, because tasks do it for stacks within stacks. */
export interface Control {
  begin(scene: Scene, stack: StackState, phase: PhaseName, begun: Begun): void;
  resume(scene: Scene, stack: StackState, resumed: Resumed): void;
  stop(scene: Scene, stack: StackState, at: number): void;
}

/** What stands behind an address of a template. @throws Fault where there is nothing. */
export type ReadTemplate = (url: string) => string;

/** The simulated account while something happens in it. */
export class Scene {
  readonly queue = new Queue();
  /** The time of the last event. */
  told = 0;
  /** The simulated time of what happens just now, which may be long before now. */
  time: number;
  private readonly ready = new WeakMap<Spec, Program>();
  private readonly physical = new WeakMap<StackState, Map<string, string>>();
  private readonly runtimes = new WeakMap<Task[], Runtime>();

  constructor(
    readonly unit: Unit,
    readonly settings: Settings,
    /** Milliseconds since 1970. */
    readonly now: number,
    readonly templateAt: ReadTemplate,
    readonly control: Control,
  ) {
    this.time = now;
  }

  /** How far the current phase of an operation is. */
  runtime(operation: OperationState): Runtime {
    const known = this.runtimes.get(operation.tasks);
    if (known !== undefined) return known;
    const made = new Runtime(operation);
    this.runtimes.set(operation.tasks, made);
    return made;
  }

  /** A resource of a stack by its physical id. */
  byPhysicalId(stack: StackState, physicalId: string): ResourceState | undefined {
    const id = this.physicalIds(stack).get(physicalId);
    const found = id === undefined ? undefined : stack.resources.get(id);
    return found?.physicalId === physicalId ? found : undefined;
  }

  /** Notes that a resource has a physical id. */
  named(stack: StackState, { id, physicalId }: ResourceState): void {
    if (physicalId !== undefined) this.physicalIds(stack).set(physicalId, id);
  }

  private physicalIds(stack: StackState): Map<string, string> {
    const known = this.physical.get(stack);
    if (known !== undefined) return known;
    const entries = [...stack.resources.values()].map(({ id, physicalId }) => [physicalId ?? '', id] as const);
    const made = new Map(entries);
    this.physical.set(stack, made);
    return made;
  }

  /** What a stack is to be, ready to be evaluated. @throws Fault for a template that is none. */
  program(stack: StackState, spec: Spec): Program {
    const known = this.ready.get(spec);
    if (known !== undefined) return known;
    const made = programOf(this, stack, spec);
    this.ready.set(spec, made);
    return made;
  }

  /** Whether a phase of an operation ends as soon as one thing fails. */
  stops({ phase }: OperationState): boolean {
    return PHASES[phase].stops;
  }

  /** Lets a task go on after a time, in milliseconds. */
  schedule(stack: StackState, task: Task, step: NonNullable<Task['step']>, at: number, after: number): void {
    const due = this.settings.fast ? at : at + after;
    task.step = step;
    task.due = due;
    task.order = stack.scheduled++;
    this.queue.push({ at: due, stackId: stack.id, key: task.key, order: task.order });
  }
}
