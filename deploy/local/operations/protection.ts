import { refusal } from '../template/refuse.js';
import type { Handler } from './context.js';
import { stackOf } from './find.js';

/** UpdateTerminationProtection (CloudFormation API Reference). */
export const updateTerminationProtection: Handler<'UpdateTerminationProtection'> = (context, input) => {
  const stack = stackOf(context, input.StackName, 'brackets');
  if (stack.parent !== undefined) {
    throw refusal(`Termination protection can only be set on the root stack [${stack.parent.root}]`);
  }
  if (stack.status === 'DELETE_COMPLETE' || stack.status === 'DELETE_IN_PROGRESS') {
    throw refusal(`Stack [${stack.id}] is in ${stack.status} state: its termination protection cannot be changed.`);
  }
  stack.protection = input.EnableTerminationProtection === true;
  context.scene.unit.changed(stack);
  return { StackId: stack.id };
};
