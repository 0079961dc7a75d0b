import { Fault } from '../../api/fault.js';
import { refusal } from '../template/refuse.js';
import type { Handler } from './context.js';
import { changeSetOf } from './find.js';
import { deleteNested } from './nestedChangeSets.js';

/** DeleteChangeSet (CloudFormation API Reference). One that is not there is deleted. */
export const deleteChangeSet: Handler<'DeleteChangeSet'> = (context, input) => {
  try {
    const { stack, changeSet } = changeSetOf(context, input.ChangeSetName, input.StackName);
    if (
      changeSet.execution === 'EXECUTE_COMPLETE' &&
      stack.changeSet === changeSet.id &&
      stack.operation?.over === false
    ) {
      throw refusal(
        `ChangeSet [${changeSet.id}] cannot be deleted in its current execution status of [EXECUTE_IN_PROGRESS]`,
        'InvalidChangeSetStatus',
      );
    }
    stack.changeSets = stack.changeSets.filter((one) => one !== changeSet);
    deleteNested(context, stack, changeSet.id);
    context.scene.unit.changed(stack);
  } catch (error) {
    if (!(error instanceof Fault && error.code === 'ChangeSetNotFound')) throw error;
  }
  return {};
};
