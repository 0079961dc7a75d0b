import { takeForRestored } from '../simulation/believed.js';
import { resume, stop } from '../simulation/control.js';
import type { StackState } from '../state/stack.js';
import { refusal } from '../template/refuse.js';
import type { Context, Handler } from './context.js';
import { stackOf } from './find.js';
import { isRepeated } from './token.js';

/** CancelUpdateStack (CloudFormation API Reference). */
export const cancelUpdateStack: Handler<'CancelUpdateStack'> = (context, input) => {
  const stack = stackOf(context, input.StackName, 'brackets');
  if (isRepeated(stack, input.ClientRequestToken, 'cancel')) return {};
  const { operation } = stack;
  if (stack.status !== 'UPDATE_IN_PROGRESS' || operation === undefined) {
    throw refusal('CancelUpdateStack cannot be called from current stack status');
  }
  operation.cancelled = true;
  stop(context.scene, stack, context.scene.now);
  return {};
};

/** ContinueUpdateRollback (CloudFormation API Reference). */
export const continueUpdateRollback: Handler<'ContinueUpdateRollback'> = (context, input) => {
  const stack = stackOf(context, input.StackName, 'brackets');
  if (isRepeated(stack, input.ClientRequestToken, 'continue')) return {};
  if (stack.status !== 'UPDATE_ROLLBACK_FAILED') {
    throw refusal(
      `Stack:${stack.id} is in ${stack.status} state and can not continue rollback. Only stacks in UPDATE_ROLLBACK_FAILED state can.`,
    );
  }
  const skip = input.ResourcesToSkip ?? [];
  const force = (input as { readonly ForceRollback?: boolean }).ForceRollback === true;
  if (force && skip.length > 0) throw refusal('ResourcesToSkip and ForceRollback cannot be specified together');
  const own = skippable(context, stack, skip);
  const { ClientRequestToken: token } = input;
  const said = { fail: [...context.fail], force, ...(token !== undefined && { token }) };
  resume(context.scene, stack, { type: 'CONTINUE_ROLLBACK', ...said }, own);
  return {};
};

/** What is skipped must have failed to be put back. Gives what is of the stack itself. @throws Fault */
function skippable(context: Context, stack: StackState, skip: readonly string[]): readonly string[] {
  const own: string[] = [];
  for (const name of skip) {
    const [id = '', inner] = name.split('.');
    const resource = stack.resources.get(id);
    if (resource?.status !== 'UPDATE_FAILED') {
      throw refusal(
        `Resource [${name}] cannot be skipped: it is not in the UPDATE_FAILED state in stack [${stack.name}]`,
      );
    }
    const child = inner === undefined ? undefined : context.scene.unit.stack(resource.physicalId ?? '');
    if (child === undefined) own.push(id);
    else {
      const skipped = child.resources.get(inner ?? '');
      if (child.operation !== undefined && skipped !== undefined) takeForRestored(child.operation, skipped);
      for (const task of child.operation?.tasks ?? [])
        if (task.id === inner && task.state !== 'done') task.state = 'done';
      context.scene.unit.changed(child);
    }
  }
  return own;
}

/** RollbackStack (CloudFormation API Reference). */
export const rollbackStack: Handler<'RollbackStack'> = (context, input) => {
  const stack = stackOf(context, input.StackName, 'brackets');
  if (isRepeated(stack, input.ClientRequestToken, 'rollback')) return { StackId: stack.id };
  if (stack.status !== 'CREATE_FAILED' && stack.status !== 'UPDATE_FAILED') {
    throw refusal(`Stack:${stack.id} is in ${stack.status} state and can not be rolled back.`);
  }
  const { ClientRequestToken: token } = input;
  const said = { fail: [...context.fail], force: false, ...(token !== undefined && { token }) };
  const retain = input.RetainExceptOnCreate === true && { retainExceptOnCreate: true };
  resume(context.scene, stack, { type: 'ROLLBACK', ...said, ...retain });
  return { StackId: stack.id };
};
