import type { StackStatus } from '../../api/cloudformation.js';
import type { StackState } from '../state/stack.js';
import type { LocalTemplate } from '../template/model.js';
import { refusal } from '../template/refuse.js';

/** Whether a stack in this state can be made another one. */
const UPDATABLE: Readonly<Record<StackStatus, boolean>> = {
  CREATE_IN_PROGRESS: false,
  CREATE_FAILED: true,
  CREATE_COMPLETE: true,
  ROLLBACK_IN_PROGRESS: false,
  ROLLBACK_FAILED: false,
  ROLLBACK_COMPLETE: false,
  DELETE_IN_PROGRESS: false,
  DELETE_FAILED: false,
  DELETE_COMPLETE: false,
  UPDATE_IN_PROGRESS: false,
  UPDATE_COMPLETE_CLEANUP_IN_PROGRESS: false,
  UPDATE_COMPLETE: true,
  UPDATE_FAILED: true,
  UPDATE_ROLLBACK_IN_PROGRESS: false,
  UPDATE_ROLLBACK_FAILED: false,
  UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS: false,
  UPDATE_ROLLBACK_COMPLETE: true,
  REVIEW_IN_PROGRESS: false,
  IMPORT_IN_PROGRESS: false,
  IMPORT_COMPLETE: true,
  IMPORT_ROLLBACK_IN_PROGRESS: false,
  IMPORT_ROLLBACK_FAILED: false,
  IMPORT_ROLLBACK_COMPLETE: true,
};

/** @throws Fault where a stack is in a state in which it cannot be updated. */
export function checkUpdatable({ id, status }: StackState): void {
  if (!UPDATABLE[status]) throw refusal(`Stack:${id} is in ${status} state and can not be updated.`);
}

/** @throws Fault where a resource is to become one of another type. */
export function checkTypes({ resources }: StackState, template: LocalTemplate): void {
  const changed = [...template.resources.values()]
    .filter(({ id, type }) => resources.get(id)?.alive === true && resources.get(id)?.type !== type)
    .map(({ id }) => id);
  if (changed.length === 0) return;
  throw refusal(
    `Update of resource type is not permitted. The new template modifies resource type of the following resources: [${changed.sort().join(', ')}]`,
  );
}

/** @throws Fault where a stack is kept as it failed, and nobody says that it may stay so again. */
export function checkKeeping({ status }: StackState, disableRollback: boolean): void {
  if ((status !== 'CREATE_FAILED' && status !== 'UPDATE_FAILED') || disableRollback) return;
  throw refusal(
    `This stack is currently in a non-terminal [${status}] state. To update the stack from this state, please use the disable-rollback parameter with update-stack API. To rollback to the last known good state, use the rollback-stack API`,
  );
}
