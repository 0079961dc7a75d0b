import { Chance } from '../resources/hash.js';
import type { OperationState, PhaseName } from '../state/operation.js';
import type { StackState } from '../state/stack.js';
import { enterPhase } from './leave.js';
import { pump } from './run.js';
import type { Scene } from './scene.js';

type Begun = Pick<OperationState, 'type' | 'action' | 'fail'> &
  Partial<Omit<OperationState, 'type' | 'action' | 'phase' | 'fail'>>;

/** Begins an operation on a stack with a phase. What it then does by itself happens as its time comes. */
export function begin(
  scene: Scene,
  stack: StackState,
  phase: PhaseName,
  begun: Begun,
  reason = 'User Initiated',
): void {
  const { account } = scene.unit;
  const operation: OperationState = {
    id: new Chance('operation', stack.id, String(account.counter++)).uuid(),
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
  goOn(scene, stack, operation, phase, reason);
}

/** Lets an operation go on with a phase. */
export function goOn(
  scene: Scene,
  stack: StackState,
  operation: OperationState,
  phase: PhaseName,
  reason = 'User Initiated',
): void {
  stack.operation = operation;
  operation.over = false;
  const entry = scene.unit.account.stacks.find(({ id }) => id === stack.id);
  if (entry !== undefined) entry.active = true;
  stack.lastOperations = [{ type: operation.type, id: operation.id }, ...stack.lastOperations].slice(0, 2);
  scene.unit.changed('account');
  enterPhase(scene, stack, operation, phase, scene.now, reason);
  pump(scene, stack, scene.now);
}
