import type { StackStatus } from '../../api/cloudformation.js';
import type { OperationState, PhaseName, Task } from '../state/operation.js';
import type { StackState } from '../state/stack.js';
import { stackEvent } from './events.js';
import { evaluationFailure } from './failure.js';
import { keep } from './keep.js';
import { publish, withdraw } from './outputs.js';
import { FAILED, KEPT, PHASES } from './phases.js';
import { tasksOf } from './plan.js';
import { emptied } from './program.js';
import type { Scene } from './scene.js';

/** Ends a phase in which nothing goes on any more: the stack comes into another state, or another phase begins. */
export function leavePhase(scene: Scene, stack: StackState, operation: OperationState, at: number): void {
  const { phase } = operation;
  const failure = failureOf(scene, stack, operation);
  const { done, failed } = PHASES[phase];
  if (failure === undefined) {
    if (done.next === undefined) end(scene, stack, operation, done.status, at);
    else enterPhase(scene, stack, operation, done.next, at);
    return;
  }
  const kept = operation.onFailure === 'DO_NOTHING' && !operation.cancelled ? KEPT[phase] : undefined;
  if (kept !== undefined) end(scene, stack, operation, kept, at, failure);
  else if (phase === 'create' && operation.onFailure === 'DELETE')
    enterPhase(scene, stack, operation, 'delete', at, failure);
  else if (failed.next === undefined) end(scene, stack, operation, failed.status, at, failure);
  else enterPhase(scene, stack, operation, failed.next, at, rolledBack(failure, operation));
}

function rolledBack(failure: string, { action, cancelled }: OperationState): string {
  if (cancelled) return 'User Initiated';
  return action === 'create' ? `${failure}Rollback requested by user.` : failure;
}

/** Begins a phase. */
export function enterPhase(
  scene: Scene,
  stack: StackState,
  operation: OperationState,
  phase: PhaseName,
  at: number,
  reason?: string,
): void {
  operation.phase = phase;
  stackEvent(scene, stack, PHASES[phase].during, at, reason);
  if (phase === 'restore' || phase === 'release') stack.spec = operation.before ?? emptied(stack.spec);
  operation.tasks = tasksOf(phase, stack, operation, () => scene.program(stack, stack.spec));
}

/** Why a phase has not come to what it was to come to; undefined where it has. */
function failureOf(scene: Scene, stack: StackState, operation: OperationState): string | undefined {
  const failed = operation.tasks.filter(({ state }) => state === 'failed' || state === 'cancelled');
  const { stops, publishes } = PHASES[operation.phase];
  if (failed.length > 0 || (operation.cancelled && stops)) return namesOf(failed);
  if (!publishes) return undefined;
  try {
    publish(scene, stack);
    return undefined;
  } catch (error) {
    return `${evaluationFailure(error)}. `;
  }
}

function namesOf(failed: readonly Task[]): string {
  const verbs = [...new Set(failed.map(({ kind }) => FAILED[kind]))].sort();
  const sentence = (verb: string) => {
    const ids = failed.filter(({ kind }) => FAILED[kind] === verb).map(({ id }) => id);
    return `The following resource(s) failed to ${verb}: [${[...new Set(ids)].sort().join(', ')}]. `;
  };
  return verbs.map(sentence).join('');
}

/** Nothing more happens by itself. */
function end(
  scene: Scene,
  stack: StackState,
  operation: OperationState,
  status: StackStatus,
  at: number,
  reason?: string,
): void {
  stackEvent(scene, stack, status, at, reason === undefined ? reason : (giveUp(scene, stack, operation) ?? reason));
  operation.over = true;
  const entry = scene.unit.account.stacks.find(({ id }) => id === stack.id);
  if (entry !== undefined) {
    entry.active = false;
    entry.deleted = status === 'DELETE_COMPLETE';
  }
  scene.unit.changed('account');
  if (status === 'DELETE_COMPLETE') {
    stack.deleted = stack.events.at(-1)?.at ?? at;
    if (entry !== undefined) entry.gone = stack.deleted;
    withdraw(scene, stack);
  }
  if (!CONTINUABLE.has(status)) delete stack.operation;
  tellParent(scene, stack, at);
}

/** What an update has left behind and cannot be deleted is nobody's. Gives what CloudFormation says then. */
function giveUp(scene: Scene, stack: StackState, { phase }: OperationState): string | undefined {
  if (phase !== 'cleanup' && phase !== 'restoreCleanup') return undefined;
  for (const resource of stack.leftovers) keep(scene, stack, resource);
  stack.leftovers = [];
  return 'Update successful. One or more resources could not be deleted.';
}

/** A stack within a stack was waited for. */
function tellParent(scene: Scene, { parent, id }: StackState, at: number): void {
  const stack = parent && scene.unit.stack(parent.id);
  const task = stack?.operation?.tasks.find((one) => {
    return one.id === parent?.resource && one.state === 'running' && one.due === undefined && isAbout(stack, one, id);
  });
  if (stack !== undefined && task !== undefined) scene.schedule(stack, task, 'finish', at, 0);
}

function isAbout(stack: StackState, { key, id }: Task, child: string): boolean {
  return key === id ? stack.resources.get(id)?.physicalId === child : key.endsWith(child);
}

/** States in which the operation that led there can be gone on with. */
const CONTINUABLE: ReadonlySet<StackStatus> = new Set<StackStatus>([
  'CREATE_FAILED',
  'UPDATE_FAILED',
  'UPDATE_ROLLBACK_FAILED',
]);
