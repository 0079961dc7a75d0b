import type { StackStatus } from '../api/cloudformation.js';
import { endingOf } from '../flow/states/endings.js';

/** Whether something goes on with a stack in this state. */
export function isBusy(status: StackStatus | undefined): boolean {
  return status !== undefined && endingOf(status) === 'busy';
}
