import type { StackStatus } from '../../api/cloudformation.js';
import { begin } from '../simulation/control.js';
import { stackEvent } from '../simulation/events.js';
import { listed, usersOf } from '../simulation/outputs.js';
import { findStack } from '../stacks/find.js';
import type { StackState } from '../state/stack.js';
import { refusal } from '../template/refuse.js';
import type { Context, Handler } from './context.js';
import { deleteReviewed } from './nestedChangeSets.js';
import { isRepeated } from './token.js';

/** What a deletion does to a stack in each state. */
const ANSWERS: Readonly<Record<StackStatus, 'delete' | 'nothing' | 'refuse'>> = {
  CREATE_IN_PROGRESS: 'delete',
  CREATE_FAILED: 'delete',
  CREATE_COMPLETE: 'delete',
  ROLLBACK_IN_PROGRESS: 'delete',
  ROLLBACK_FAILED: 'delete',
  ROLLBACK_COMPLETE: 'delete',
  DELETE_IN_PROGRESS: 'nothing',
  DELETE_FAILED: 'delete',
  DELETE_COMPLETE: 'nothing',
  UPDATE_IN_PROGRESS: 'refuse',
  UPDATE_COMPLETE_CLEANUP_IN_PROGRESS: 'refuse',
  UPDATE_COMPLETE: 'delete',
  UPDATE_FAILED: 'delete',
  UPDATE_ROLLBACK_IN_PROGRESS: 'refuse',
  UPDATE_ROLLBACK_FAILED: 'delete',
  UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS: 'refuse',
  UPDATE_ROLLBACK_COMPLETE: 'delete',
  REVIEW_IN_PROGRESS: 'delete',
  IMPORT_IN_PROGRESS: 'refuse',
  IMPORT_COMPLETE: 'delete',
  IMPORT_ROLLBACK_IN_PROGRESS: 'refuse',
  IMPORT_ROLLBACK_FAILED: 'delete',
  IMPORT_ROLLBACK_COMPLETE: 'delete',
};

/** DeleteStack (CloudFormation API Reference). A stack that is not there is deleted. */
export const deleteStack: Handler<'DeleteStack'> = (context, input) => {
  const stack = findStack(context, input.StackName);
  if (stack === undefined || ANSWERS[stack.status] === 'nothing') return {};
  if (isRepeated(stack, input.ClientRequestToken, 'delete')) return {};
  check(stack, input.RetainResources ?? [], input.DeletionMode === 'FORCE_DELETE_STACK');
  const { scene, fail } = context;
  const used = exportInUse(context, stack);
  if (used !== undefined) {
    const { status } = stack;
    stackEvent(scene, stack, 'DELETE_IN_PROGRESS', scene.now, 'User Initiated');
    stackEvent(scene, stack, status, scene.now, used);
    return {};
  }
  deleteReviewed(context, stack);
  const token = input.ClientRequestToken;
  begin(scene, stack, 'delete', {
    type: 'DELETE_STACK',
    action: 'delete',
    fail: [...fail],
    retain: input.RetainResources ?? [],
    force: input.DeletionMode === 'FORCE_DELETE_STACK',
    ...(token !== undefined && { token }),
  });
  return {};
};

function check(stack: StackState, retain: readonly string[], force: boolean): void {
  const { id, name, status } = stack;
  if (stack.protection) {
    throw refusal(`Stack [${name}] cannot be deleted while TerminationProtection is enabled`);
  }
  if (ANSWERS[status] === 'refuse') throw refusal(`Stack [${id}] cannot be deleted while in status ${status}`);
  if (status !== 'DELETE_FAILED' && retain.length > 0) {
    throw refusal(
      `Invalid operation on stack [${id}]. RetainResources can be specified only for stacks in the DELETE_FAILED state.`,
    );
  }
  if (status !== 'DELETE_FAILED' && force) {
    throw refusal(
      `Invalid operation on stack [${id}]. FORCE_DELETE_STACK can be used only in the DELETE_FAILED state.`,
    );
  }
  const strange = retain.filter((one) => !stack.resources.has(one));
  if (strange.length > 0) {
    throw refusal(`The specified resources to retain [${strange.join(', ')}] do not belong to stack [${name}]`);
  }
}

/** CloudFormation begins to delete a stack whose exports are used, and then leaves it as it was. */
function exportInUse({ scene }: Context, stack: StackState): string | undefined {
  for (const { exportName } of stack.outputs) {
    const users = exportName === undefined ? [] : usersOf(scene, stack, exportName);
    if (users.length > 0) return `Export ${exportName} cannot be deleted as it is in use by ${listed(users)}`;
  }
  return undefined;
}
