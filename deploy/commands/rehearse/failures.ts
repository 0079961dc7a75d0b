import type { Change } from '../../api/cloudformation.js';
import type { FailurePoint } from '../../local/options.js';

/** A failure that is rehearsed. */
export interface Failure {
  readonly id: string;
  readonly type: string;
  /** What fails. */
  readonly action: 'create' | 'update' | 'delete';
  /** Whether putting it back fails, too. */
  readonly rollback: boolean;
  /** What is done: the change set is executed, or the stack deleted. */
  readonly during: 'deploy' | 'destroy';
  readonly points: readonly FailurePoint[];
}

/** What can fail when a change set is executed: each thing that it does to a resource, once. */
export function failuresIn(changes: readonly Change[]): readonly Failure[] {
  return changes.flatMap(({ ResourceChange: change }): readonly Failure[] => {
    const { LogicalResourceId: id, ResourceType: type = '', Action } = change ?? {};
    if (id === undefined) return [];
    const action = Action === 'Add' ? 'create' : Action === 'Remove' ? 'delete' : 'update';
    return [{ id, type, action, rollback: false, during: 'deploy', points: [{ id, action }] }];
  });
}

/**
 * The same with a rollback that fails as well. What is being made is rolled back when another one fails, the last.
 *
 * @param last What is begun last.
 */
export function failingTwice(failures: readonly Failure[], last: Failure | undefined): readonly Failure[] {
  return failures.flatMap((failure): readonly Failure[] => {
    const { id, action } = failure;
    // What an update has made anew is deleted when the rest has been put back.
    const back: readonly FailurePoint[] = [
      { id, action: 'rollback' },
      { id, action: 'delete' },
    ];
    if (action === 'update') return [{ ...failure, rollback: true, points: [...failure.points, ...back] }];
    if (action === 'delete' || last === undefined || last.id === id) return [];
    return [{ ...failure, rollback: true, points: [...last.points, ...back] }];
  });
}

/** Each resource not letting itself be deleted with its stack. */
export function failingDeletions(
  resources: readonly { readonly id: string; readonly type: string }[],
): readonly Failure[] {
  return resources.map(({ id, type }) => ({
    ...{ id, type, action: 'delete', rollback: false, during: 'destroy' },
    points: [{ id, action: 'delete' }],
  }));
}
