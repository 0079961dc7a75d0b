import type { Task } from '../state/operation.js';
import type { ResourceState, StackState } from '../state/stack.js';
import type { Performance } from './performance.js';

/** How a resource that the stack has no place for any more is called among the tasks. */
export function leftoverKey({ id, physicalId }: ResourceState): string {
  return `${id}~${physicalId ?? ''}`;
}

/** The physical resource that a task is about. @throws Where there is none, which is a bug. */
export function subjectOf({ stack, task }: Performance): ResourceState {
  const found =
    task.key === task.id ? stack.resources.get(task.id) : stack.leftovers.find((one) => leftoverKey(one) === task.key);
  if (found === undefined) throw new Error(`There is no resource "${task.key}" to delete.`);
  return found;
}

/** Deletes what is given after everything that uses it. */
export function removals(resources: readonly (readonly [key: string, resource: ResourceState])[]): Task[] {
  const users = new Map<string, string[]>();
  for (const [key, { needs }] of resources) {
    for (const id of needs) {
      const known = users.get(id);
      if (known === undefined) users.set(id, [key]);
      else known.push(key);
    }
  }
  return resources.map(([key, { id }]) => ({
    key,
    id,
    kind: 'delete',
    needs: (users.get(id) ?? []).filter((user) => user !== key),
    state: 'waiting',
  }));
}

/** Everything that a stack has to delete besides its resources. */
export function leftoverRemovals(stack: StackState): Task[] {
  return removals(stack.leftovers.map((one) => [leftoverKey(one), one]));
}
