import { begin } from '../simulation/control.js';
import type { ChangeSetState } from '../state/changeSet.js';
import type { StackState } from '../state/stack.js';
import { refusal } from '../template/refuse.js';
import { isReady } from './changeSetStatus.js';
import type { Context, Handler } from './context.js';
import { carriedOn } from './createStack.js';
import { changeSetOf } from './find.js';
import { executeNested } from './nestedChangeSets.js';
import { isRepeated } from './token.js';
import { checkKeeping, checkUpdatable } from './updatable.js';

/** ExecuteChangeSet (CloudFormation API Reference). */
export const executeChangeSet: Handler<'ExecuteChangeSet'> = (context, input) => {
  const { stack, changeSet } = changeSetOf(context, input.ChangeSetName, input.StackName);
  if (isRepeated(stack, input.ClientRequestToken, `execute ${changeSet.id}`)) return {};
  if (changeSet.onStackFailure !== undefined && input.DisableRollback !== undefined) {
    throw refusal('OnStackFailure and DisableRollback cannot be specified together');
  }
  checkExecutable(context, changeSet);
  if (changeSet.type !== 'CREATE' && stack.status !== 'REVIEW_IN_PROGRESS') {
    checkUpdatable(stack);
    checkKeeping(stack, isKept(input.DisableRollback, changeSet));
  }
  if (changeSet.within !== undefined) {
    throw refusal(`ChangeSet [${changeSet.id}] is a part of [${changeSet.within.root}]: execute that one`);
  }
  executeNested(context, stack, changeSet.id);
  for (const other of stack.changeSets) if (other !== changeSet) obsolete(other);
  changeSet.execution = 'EXECUTE_COMPLETE';
  stack.changeSet = changeSet.id;
  const { scene, fail } = context;
  const token = input.ClientRequestToken;
  const onFailure = isKept(input.DisableRollback, changeSet) ? 'DO_NOTHING' : (changeSet.onStackFailure ?? 'ROLLBACK');
  start(context, stack, changeSet, {
    onFailure,
    fail: [...fail],
    retainExceptOnCreate: input.RetainExceptOnCreate === true,
    ...(token !== undefined && { token }),
  });
  scene.unit.changed(stack);
  return {};
};

/** Whether a failure is left as it is. */
function isKept(said: boolean | undefined, { spec, onStackFailure }: ChangeSetState): boolean {
  return said === true || spec.disableRollback === true || onStackFailure === 'DO_NOTHING';
}

function start(
  { scene }: Context,
  stack: StackState,
  { type, spec, imports, revertDrift }: ChangeSetState,
  said: Omit<Parameters<typeof begin>[3], 'type' | 'action'>,
): void {
  const isNew = stack.status === 'REVIEW_IN_PROGRESS';
  const { spec: old, operation } = stack;
  stack.spec = { ...spec, ...(said.onFailure === 'DO_NOTHING' && { disableRollback: true }) };
  if (!isNew) stack.updated = scene.now;
  const carried = carriedOn(operation, old);
  if (type === 'IMPORT') {
    begin(scene, stack, 'import', { ...said, type: 'UPDATE_STACK', action: 'import', ...(!isNew && carried), imports });
  } else if (isNew) begin(scene, stack, 'create', { ...said, type: 'CREATE_STACK', action: 'create', imports });
  else {
    const reverting = revertDrift === true;
    begin(scene, stack, 'update', { ...said, type: 'UPDATE_STACK', action: 'update', ...carried, imports, reverting });
  }
}

function checkExecutable({ scene }: Context, changeSet: ChangeSetState): void {
  const { id, status, execution } = changeSet;
  const shown = isReady(scene, changeSet) ? status : 'CREATE_IN_PROGRESS';
  if (shown !== 'CREATE_COMPLETE') {
    throw refusal(`ChangeSet [${id}] cannot be executed in its current status of [${shown}]`, 'InvalidChangeSetStatus');
  }
  if (execution !== 'AVAILABLE') {
    throw refusal(
      `ChangeSet [${id}] cannot be executed in its current execution status of [${execution}]`,
      'InvalidChangeSetStatus',
    );
  }
}

/** What was worked out from a stack that is another one now. */
function obsolete(changeSet: ChangeSetState): void {
  if (changeSet.execution === 'AVAILABLE') changeSet.execution = 'OBSOLETE';
}
