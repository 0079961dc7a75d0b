import type { CreateStackInput, UpdateStackInput } from '../../api/cloudformation.js';
import { changesOf } from '../changes/changes.js';
import { begin } from '../simulation/control.js';
import { findStack } from '../stacks/find.js';
import { checkStackLimit, checkStackName, newStack } from '../stacks/newStack.js';
import { specOf } from '../stacks/spec.js';
import type { Spec, StackState } from '../state/stack.js';
import { refusal } from '../template/refuse.js';
import type { Context, Handler } from './context.js';
import { stackOf } from './find.js';
import { propertyFindings } from './findings.js';
import { isRepeated } from './token.js';
import { checkKeeping, checkTypes, checkUpdatable } from './updatable.js';

/** CreateStack (CloudFormation API Reference). */
export const createStack: Handler<'CreateStack'> = (context, input) => {
  const name = checkStackName(input.StackName);
  const known = findStack(context, name);
  if (known !== undefined) return existing(known, input);
  checkStackLimit(context, name);
  const spec = specOf(context, input, undefined);
  const onFailure = input.DisableRollback === true ? 'DO_NOTHING' : (input.OnFailure ?? 'ROLLBACK');
  const stack = newStack(context, name, { ...spec, ...(onFailure === 'DO_NOTHING' && { disableRollback: true }) });
  checkFindings(context, stack, spec, input.DisableValidation);
  stack.protection = input.EnableTerminationProtection === true;
  isRepeated(stack, input.ClientRequestToken, 'create');
  begin(context.scene, stack, 'create', {
    ...{ type: 'CREATE_STACK', action: 'create', onFailure, fail: [...context.fail] },
    retainExceptOnCreate: input.RetainExceptOnCreate === true,
    ...tokenOf(input),
  });
  return { StackId: stack.id, OperationId: operationOf(stack) };
};

/** The same request again makes no other stack. */
function existing(stack: StackState, { ClientRequestToken: token, StackName: name }: CreateStackInput) {
  if (token !== undefined && stack.tokens.some((one) => one.token === token && one.request === 'create')) {
    return { StackId: stack.id };
  }
  throw refusal(`Stack [${name}] already exists`, 'AlreadyExistsException');
}

/** UpdateStack (CloudFormation API Reference). */
export const updateStack: Handler<'UpdateStack'> = (context, input) => {
  const stack = stackOf(context, input.StackName, 'brackets');
  if (isRepeated(stack, input.ClientRequestToken, 'update')) return { StackId: stack.id };
  checkUpdatable(stack);
  checkKeeping(stack, input.DisableRollback === true);
  const before = stack.spec;
  const spec = specOf(context, input, before);
  checkTypes(stack, context.scene.settings.programs.templateOf(spec));
  const { nothing } = changesOf(context.scene, stack, before, spec, { imports: [], existing: false, reverting: false });
  if (nothing && stack.operation === undefined) throw refusal('No updates are to be performed.');
  checkFindings(context, stack, spec, input.DisableValidation);
  for (const changeSet of stack.changeSets) if (changeSet.execution === 'AVAILABLE') changeSet.execution = 'OBSOLETE';
  const { operation } = stack;
  stack.spec = { ...spec, ...(input.DisableRollback === true && { disableRollback: true }) };
  stack.updated = context.scene.now;
  begin(context.scene, stack, 'update', {
    ...{ type: 'UPDATE_STACK', action: 'update', fail: [...context.fail] },
    ...carriedOn(operation, before),
    onFailure: input.DisableRollback === true ? 'DO_NOTHING' : 'ROLLBACK',
    retainExceptOnCreate: input.RetainExceptOnCreate === true,
    ...tokenOf(input),
  });
  return { StackId: stack.id, OperationId: operationOf(stack) };
};

/** What an update goes back to; what was kept as it failed still goes back to what it was before that. */
export function carriedOn(operation: StackState['operation'], before: Spec) {
  if (operation === undefined) return { before };
  const { saved, before: stable } = operation;
  return { saved: [...saved], ...(stable !== undefined && { before: stable }) };
}

function checkFindings({ scene }: Context, stack: StackState, spec: Spec, off: boolean | undefined): void {
  if (off === true) return;
  const [first] = propertyFindings(scene, stack, spec);
  if (first !== undefined) throw refusal(`${first.reason} (${first.path})`);
}

function tokenOf({ ClientRequestToken: token }: CreateStackInput | UpdateStackInput): { token?: string } {
  return token === undefined ? {} : { token };
}

function operationOf({ lastOperations }: StackState): string {
  return lastOperations[0]?.id ?? '';
}
