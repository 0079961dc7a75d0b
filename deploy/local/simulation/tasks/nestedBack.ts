import type { ResourceState, StackState } from '../../state/stack.js';
import { resourceEvent } from '../events.js';
import { injectedFailure } from '../failure.js';
import { subjectOf } from '../leftovers.js';
import { type Performance, type Performer, resourceOf } from '../performance.js';
import { forget, isRetained, skip } from './remove.js';
import { putBack } from './restore.js';

/** Deletes a stack within the stack. */
export const removeNested: Performer = {
  begin(performance) {
    const { scene, stack, operation, at } = performance;
    const resource = subjectOf(performance);
    const child = scene.unit.stack(resource.physicalId ?? '');
    if (!resource.alive || child === undefined || child.status === 'DELETE_COMPLETE') gone(performance, resource);
    else if (isRetained(performance, resource)) skip(performance, resource);
    else {
      resourceEvent(scene, stack, resource, 'DELETE_IN_PROGRESS', at);
      const { fail, token, force } = operation;
      const said = { fail, force, ...(token !== undefined && { token }) };
      scene.control.begin(scene, child, 'delete', { type: 'DELETE_STACK', action: 'delete', ...said });
    }
  },

  finish(performance) {
    const { scene, stack, operation, at } = performance;
    const resource = subjectOf(performance);
    const child = scene.unit.stack(resource.physicalId ?? '');
    const injected = injectedFailure(stack, operation, resource.id, operation.phase === 'undo' ? 'rollback' : 'delete');
    if (injected === undefined && child?.status === 'DELETE_COMPLETE') gone(performance, resource);
    else {
      const why = injected ?? `Embedded stack ${child?.id ?? ''} was not successfully deleted: ${child?.reason ?? ''}`;
      resourceEvent(scene, stack, resource, 'DELETE_FAILED', at, why);
      performance.failed();
    }
  },
};

/** Makes a stack within the stack again what it was before an update touched it. */
export const restoreNested: Performer = {
  begin(performance) {
    const { scene, stack, operation, at } = performance;
    const resource = resourceOf(performance);
    resourceEvent(scene, stack, resource, 'UPDATE_IN_PROGRESS', at);
    const child = scene.unit.stack(resource.physicalId ?? '');
    const { fail, token, force } = operation;
    const said = { fail, force, ...(token !== undefined && { token }) };
    if (child === undefined || isBack(child)) performance.later('finish', 0);
    else if (child.status === 'UPDATE_ROLLBACK_FAILED' || child.status === 'UPDATE_FAILED') {
      scene.control.resume(scene, child, { type: 'CONTINUE_ROLLBACK', ...said });
    } else if (child.operation === undefined) {
      child.spec = child.previous ?? child.spec;
      scene.control.begin(scene, child, 'revert', { type: 'ROLLBACK', action: 'update', ...said });
    }
  },

  finish(performance) {
    const { scene, stack, operation, task, at } = performance;
    const resource = resourceOf(performance);
    const child = scene.unit.stack(resource.physicalId ?? '');
    const injected = injectedFailure(stack, operation, task.id, 'rollback');
    if (injected === undefined && (child === undefined || isBack(child))) {
      resourceEvent(scene, stack, putBack(performance, resource), 'UPDATE_COMPLETE', at);
      performance.done();
      return;
    }
    const why = `Embedded stack ${child?.id ?? ''} was not successfully updated. Currently in ${child?.status ?? ''} with reason: ${child?.reason ?? ''}`;
    resourceEvent(scene, stack, resource, 'UPDATE_FAILED', at, injected ?? why);
    performance.failed();
  },
};

/** Whether a stack has gone back already, or was never touched. */
function isBack({ status, operation }: StackState): boolean {
  return operation === undefined && status !== 'UPDATE_COMPLETE';
}

function gone(performance: Performance, resource: ResourceState): void {
  resource.alive = false;
  resourceEvent(performance.scene, performance.stack, resource, 'DELETE_COMPLETE', performance.at);
  forget(performance, resource);
}
