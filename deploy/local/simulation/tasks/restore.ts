import { durationOf } from '../../resources/duration.js';
import type { ResourceState } from '../../state/stack.js';
import { takeForRestored } from '../believed.js';
import { resourceEvent } from '../events.js';
import { injectedFailure } from '../failure.js';
import { leftoverKey } from '../leftovers.js';
import { type Performance, type Performer, resourceOf } from '../performance.js';

/** Makes a resource again what it was before an update touched it. */
export const restore: Performer = {
  begin(performance) {
    const { scene, stack, at } = performance;
    const resource = resourceOf(performance);
    resourceEvent(scene, stack, resource, 'UPDATE_IN_PROGRESS', at);
    performance.later('finish', durationOf(resource.type, 'update'));
  },

  finish(performance) {
    const { scene, stack, operation, task, at } = performance;
    const resource = resourceOf(performance);
    const reason = injectedFailure(stack, operation, task.id, 'rollback');
    if (reason !== undefined && operation.force) {
      takeForRestored(operation, resource);
      resourceEvent(scene, stack, resource, 'UPDATE_COMPLETE', at);
      performance.done();
      return;
    }
    if (reason !== undefined) {
      resourceEvent(scene, stack, resource, 'UPDATE_FAILED', at, reason);
      performance.failed();
      return;
    }
    const restored = putBack(performance, resource);
    resourceEvent(scene, stack, restored, 'UPDATE_COMPLETE', at);
    performance.done();
  },
};

/** Takes the old physical resource back; one that was made in its place is left to be deleted. */
export function putBack({ stack, operation, task }: Performance, resource: ResourceState): ResourceState {
  const saved = operation.saved.find(({ id }) => id === task.id) ?? resource;
  if (saved.physicalId !== resource.physicalId) {
    const key = leftoverKey(saved);
    stack.leftovers = stack.leftovers.filter((one) => leftoverKey(one) !== key);
    stack.leftovers.push({ ...resource, deletion: 'Delete' });
  }
  const restored = { ...saved, generation: resource.generation };
  stack.resources.set(task.id, restored);
  return restored;
}
