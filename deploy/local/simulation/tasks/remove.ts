import { durationOf } from '../../resources/duration.js';
import type { ResourceState } from '../../state/stack.js';
import { objectsIn, removeBucket } from '../buckets.js';
import { resourceEvent } from '../events.js';
import { handlerFailure, injectedFailure } from '../failure.js';
import { keep } from '../keep.js';
import { subjectOf } from '../leftovers.js';
import { release } from '../names.js';
import type { Performance, Performer } from '../performance.js';

/** Deletes a physical resource, or keeps it where that is said. */
export const remove: Performer = {
  begin(performance) {
    const { scene, stack, at } = performance;
    const resource = subjectOf(performance);
    if (!resource.alive) {
      resourceEvent(scene, stack, resource, 'DELETE_COMPLETE', at);
      forget(performance, resource);
    } else if (isRetained(performance, resource)) skip(performance, resource);
    else {
      resourceEvent(scene, stack, resource, 'DELETE_IN_PROGRESS', at);
      performance.later('finish', durationOf(resource.type, 'delete'));
    }
  },

  finish(performance) {
    const { scene, stack, at, operation } = performance;
    const resource = subjectOf(performance);
    const reason = failureOf(performance, resource);
    if (reason === undefined) {
      resource.alive = false;
      release(scene, stack, resource);
      removeBucket(scene, resource);
      resourceEvent(scene, stack, resource, 'DELETE_COMPLETE', at);
      forget(performance, resource);
    } else if (operation.force) skip(performance, resource, reason);
    else {
      resourceEvent(scene, stack, resource, 'DELETE_FAILED', at, reason);
      performance.failed();
    }
  },
};

function failureOf({ scene, stack, operation }: Performance, resource: ResourceState): string | undefined {
  const injected = injectedFailure(stack, operation, resource.id, operation.phase === 'undo' ? 'rollback' : 'delete');
  if (injected !== undefined) return injected;
  if (resource.drift?.deleted === true || objectsIn(scene, resource) === 0) return undefined;
  const message =
    'The bucket you tried to delete is not empty (Service: S3, Status Code: 409, Request ID: LOCAL, Extended Request ID: LOCAL)';
  return handlerFailure(message, 'GeneralServiceException', operation.id, resource.id);
}

/** The policy that counts is the one that was deployed; what a failed creation has made may be said to go anyway. */
export function isRetained({ operation, task, stack }: Performance, { deletion, id }: ResourceState): boolean {
  if (operation.retain.includes(id) && task.key === id) return true;
  const isNew =
    operation.made.includes(id) && operation.phase !== 'cleanup' && stack.resources.get(id)?.generation === 0;
  if (deletion === 'RetainExceptOnCreate' || (deletion === 'Retain' && operation.retainExceptOnCreate)) return !isNew;
  return deletion === 'Retain';
}

export function skip(performance: Performance, resource: ResourceState, reason?: string): void {
  const { scene, stack, at } = performance;
  keep(scene, stack, resource);
  resource.alive = false;
  resourceEvent(scene, stack, resource, 'DELETE_SKIPPED', at, reason);
  forget(performance, resource);
}

export function forget({ stack, task, operation, done }: Performance, resource: ResourceState): void {
  const index = stack.leftovers.indexOf(resource);
  if (index >= 0) stack.leftovers.splice(index, 1);
  else if (operation.phase === 'cleanup' || operation.phase === 'restoreCleanup') stack.resources.delete(task.id);
  done();
}
