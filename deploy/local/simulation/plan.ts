import type { OperationState, PhaseName, Task } from '../state/operation.js';
import type { StackState } from '../state/stack.js';
import { leftoverKey, leftoverRemovals, removals } from './leftovers.js';
import type { Program } from './program.js';

/** The tasks of a phase, and what happens to the stack as it begins. */
export function tasksOf(
  phase: PhaseName,
  stack: StackState,
  operation: OperationState,
  program: () => Program,
): Task[] {
  switch (phase) {
    case 'create':
    case 'update':
    case 'revert':
      return makings(stack, program(), operation);
    case 'import':
      return operation.imports.map(({ id }) => task(id, 'import', []));
    case 'cleanup':
    case 'restoreCleanup':
      setAside(stack, (id) => !program().wanted.has(id));
      return leftoverRemovals(stack);
    case 'restore':
      return restorations(operation);
    case 'release':
      return operation.made.map((id) => task(id, 'release', []));
    case 'undo':
    case 'delete':
      return deletions(stack);
  }
}

function task(id: string, kind: Task['kind'], needs: readonly string[]): Task {
  return { key: id, id, kind, needs, state: 'waiting' };
}

function makings(stack: StackState, { wanted }: Program, { imports }: OperationState): Task[] {
  const taken = new Set(imports.map(({ id }) => id));
  return [...wanted.values()].map(({ id, needs }) =>
    task(id, taken.has(id) ? 'import' : stack.resources.get(id)?.alive === true ? 'update' : 'create', needs),
  );
}

/** Moves resources to where they wait to be deleted. */
function setAside(stack: StackState, isChosen: (id: string) => boolean): void {
  for (const [id, resource] of stack.resources) {
    if (!isChosen(id)) continue;
    stack.resources.delete(id);
    stack.leftovers.push(resource);
  }
}

/** What was touched is put back, what it needs first. */
function restorations(operation: OperationState): Task[] {
  const first = new Map(operation.saved.map((one) => [one.id, one] as const).reverse());
  return [...first.values()].reverse().map(({ id, needs }) =>
    task(
      id,
      'restore',
      needs.filter((need) => first.has(need)),
    ),
  );
}

function deletions(stack: StackState): Task[] {
  const gone: readonly string[] = ['DELETE_COMPLETE', 'DELETE_SKIPPED'];
  const resources = [...stack.resources.values()].filter(({ status }) => !gone.includes(status));
  return removals([
    ...resources.map((one) => [one.id, one] as const),
    ...stack.leftovers.map((one) => [leftoverKey(one), one] as const),
  ]);
}
