import type { CreateChangeSetInput } from '../../api/cloudformation.js';
import { stackEvent } from '../simulation/events.js';
import { findStack } from '../stacks/find.js';
import { checkStackLimit, checkStackName, newStack } from '../stacks/newStack.js';
import { specOf } from '../stacks/spec.js';
import type { ChangeSetState } from '../state/changeSet.js';
import type { Spec, StackState } from '../state/stack.js';
import { refusal } from '../template/refuse.js';
import type { Context, Handler } from './context.js';
import { importsOf } from './imports.js';
import { makeChangeSet, requestOf } from './makeChangeSet.js';
import { withNested } from './nestedChangeSets.js';
import { checkTypes, checkUpdatable } from './updatable.js';

const NAME = /^[a-zA-Z][-a-zA-Z0-9]{0,127}$/;

/** CreateChangeSet (CloudFormation API Reference). */
export const createChangeSet: Handler<'CreateChangeSet'> = (context, input) => {
  const name = checkedName(input.ChangeSetName);
  const known = findStack(context, input.StackName);
  const again = known?.changeSets.find((one) => one.name === name);
  if (known !== undefined && again !== undefined) return repeated(known, again, input);
  const type = input.ChangeSetType ?? 'UPDATE';
  checkStack(context, input, known);
  const before = known === undefined || known.status === 'REVIEW_IN_PROGRESS' ? undefined : known.spec;
  const spec = specOf(context, input, before);
  const stack = known ?? reviewed(context, checkStackName(input.StackName), spec);
  if (stack.status === 'REVIEW_IN_PROGRESS' && stack.changeSets.length === 0) stack.spec = spec;
  checkTypes(stack, context.scene.settings.programs.templateOf(spec));
  const imports = importsOf(context, stack, spec, input);
  const made = makeChangeSet(context, stack, { input, name, type, spec, before, imports });
  const changeSet = input.IncludeNestedStacks === true ? withNested(context, stack, made) : made;
  stack.changeSets.push(changeSet);
  context.scene.unit.changed(stack);
  return { Id: changeSet.id, StackId: stack.id };
};

function checkedName(name: string | undefined): string {
  if (name !== undefined && NAME.test(name)) return name;
  throw refusal(
    `1 validation error detected: Value '${name ?? ''}' at 'changeSetName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]*`,
  );
}

/** The same request again is no other change set; another one of that name is refused. */
function repeated(stack: StackState, known: ChangeSetState, input: CreateChangeSetInput) {
  if (known.token !== undefined && known.token === input.ClientToken && known.request === requestOf(input)) {
    return { Id: known.id, StackId: stack.id };
  }
  const { name } = known;
  const attribute = known.token === input.ClientToken ? 'Template' : 'ClientToken';
  throw refusal(
    `ChangeSet ${name} cannot be created due to a mismatch with existing attribute ${attribute}`,
    'AlreadyExistsException',
  );
}

function checkStack(context: Context, input: CreateChangeSetInput, stack: StackState | undefined): void {
  const { StackName: name = '', ChangeSetName: changeSet = '', ChangeSetType: type = 'UPDATE' } = input;
  if (type === 'UPDATE') {
    if (stack === undefined) throw refusal(`Stack [${name}] does not exist`);
    checkUpdatable(stack);
  } else if (stack === undefined) checkStackLimit(context, name);
  else if (type === 'CREATE' && stack.status !== 'REVIEW_IN_PROGRESS') {
    throw refusal(`Stack [${name}] already exists and cannot be created again with the changeSet [${changeSet}].`);
  } else if (type === 'IMPORT' && stack.status !== 'REVIEW_IN_PROGRESS') checkUpdatable(stack);
  if (input.OnStackFailure === 'DELETE' && type !== 'CREATE') {
    throw refusal('OnStackFailure of DELETE can be specified only for change sets of type CREATE');
  }
}

function reviewed(context: Context, name: string, spec: Spec): StackState {
  const stack = newStack(context, name, spec);
  stackEvent(context.scene, stack, 'REVIEW_IN_PROGRESS', context.scene.now, 'User Initiated');
  return stack;
}
