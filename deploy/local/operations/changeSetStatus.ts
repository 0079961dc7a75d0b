import type { ChangeSetStatus, ExecutionStatus } from '../../api/cloudformation.js';
import type { Scene } from '../simulation/scene.js';
import type { ChangeSetState } from '../state/changeSet.js';

/** Whether a change set is worked out. */
export function isReady({ now, settings }: Scene, { ready }: ChangeSetState): boolean {
  return settings.fast || ready <= now;
}

/** How a change set is now. */
export function statusOf(
  scene: Scene,
  changeSet: ChangeSetState,
): { Status: ChangeSetStatus; ExecutionStatus: ExecutionStatus; StatusReason?: string } {
  const { status, execution, reason, created, ready } = changeSet;
  if (isReady(scene, changeSet)) {
    return { Status: status, ExecutionStatus: execution, ...(reason !== undefined && { StatusReason: reason }) };
  }
  const early = scene.now - created < (ready - created) / 4;
  return { Status: early ? 'CREATE_PENDING' : 'CREATE_IN_PROGRESS', ExecutionStatus: 'UNAVAILABLE' };
}
