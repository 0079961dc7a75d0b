import type { OperationState, Task } from '../state/operation.js';

/** How far the tasks of a phase are: what can begin, and what still has to wait for what. */
export class Runtime {
  readonly tasks: ReadonlyMap<string, Task>;
  private readonly dependents = new Map<string, Task[]>();
  private readonly missing = new Map<Task, number>();
  private readonly ready: Task[] = [];
  private next = 0;
  private active = 0;

  constructor(operation: OperationState) {
    this.tasks = new Map(operation.tasks.map((task) => [task.key, task]));
    for (const task of operation.tasks) this.enter(task);
  }

  private enter(task: Task): void {
    if (task.state === 'running') this.active++;
    if (task.state !== 'waiting') return;
    const open = task.needs.filter((key) => (this.tasks.get(key)?.state ?? 'done') !== 'done');
    for (const key of open) {
      const known = this.dependents.get(key);
      if (known === undefined) this.dependents.set(key, [task]);
      else known.push(task);
    }
    if (open.length === 0) this.ready.push(task);
    else this.missing.set(task, open.length);
  }

  /** A task that can begin now; each is given once. */
  take(): Task | undefined {
    const task = this.ready[this.next];
    if (task === undefined) return undefined;
    this.next++;
    task.state = 'running';
    this.active++;
    return task;
  }

  /** Whether nothing goes on. */
  get idle(): boolean {
    return this.active === 0;
  }

  /** Ends a task; what waited for one that is done may begin. */
  end(task: Task, state: 'done' | 'failed' | 'cancelled'): void {
    if (task.state === 'running') this.active--;
    task.state = state;
    delete task.due;
    if (state !== 'done') return;
    for (const dependent of this.dependents.get(task.key) ?? []) {
      const open = (this.missing.get(dependent) ?? 0) - 1;
      this.missing.set(dependent, open);
      if (open === 0) this.ready.push(dependent);
    }
  }

  /** What is going on. */
  running(): readonly Task[] {
    return [...this.tasks.values()].filter(({ state }) => state === 'running');
  }

  /** Keeps everything that has not begun from beginning. */
  stop(): void {
    this.next = this.ready.length;
    this.dependents.clear();
  }
}
