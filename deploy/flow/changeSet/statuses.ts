import type { ChangeSetStatus, ExecutionStatus } from '../../api/cloudformation.js';

/** What the state of a change set means for somebody who waits for it. */
const changeSetStates: Readonly<Record<ChangeSetStatus, 'wait' | 'ready' | 'failed' | 'gone'>> = {
  CREATE_PENDING: 'wait',
  CREATE_IN_PROGRESS: 'wait',
  CREATE_COMPLETE: 'ready',
  FAILED: 'failed',
  DELETE_PENDING: 'gone',
  DELETE_IN_PROGRESS: 'gone',
  DELETE_COMPLETE: 'gone',
  DELETE_FAILED: 'gone',
};

/** What the state of a change set means. One that AWS has added since is waited for, as one that is not told. */
export function changeSetState(status: ChangeSetStatus | undefined): 'wait' | 'ready' | 'failed' | 'gone' {
  return status !== undefined && Object.hasOwn(changeSetStates, status) ? changeSetStates[status] : 'wait';
}

/** Whether a change set can be executed; `later` where it is still being made. */
export const executionStates: Readonly<Record<ExecutionStatus, 'yes' | 'later' | 'begun' | 'no'>> = {
  AVAILABLE: 'yes',
  UNAVAILABLE: 'later',
  EXECUTE_IN_PROGRESS: 'begun',
  EXECUTE_COMPLETE: 'begun',
  EXECUTE_FAILED: 'no',
  OBSOLETE: 'no',
};

/** The reasons of a change set that failed because there is nothing to change, in both of AWS's wordings. */
export function saysNothing(reason: string | undefined): boolean {
  return /no updates are to be performed|didn['’]t contain changes/i.test(reason ?? '');
}
