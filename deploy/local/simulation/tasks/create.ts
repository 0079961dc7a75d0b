import { durationOf } from '../../resources/duration.js';
import type { ResourceState } from '../../state/stack.js';
import { beBorn } from '../born.js';
import { describe, propertiesOf, show } from '../evaluate.js';
import { resourceEvent } from '../events.js';
import { evaluationFailure, handlerFailure, injectedFailure } from '../failure.js';
import { keyOf, ownerOf } from '../names.js';
import { type Performance, type Performer, resourceOf } from '../performance.js';

const CANCELLED = 'Resource creation cancelled';

/** Makes a resource that is not there. */
export const create: Performer = {
  begin(performance) {
    const { scene, stack, operation, task, program, at } = performance;
    const resource = fresh(performance);
    stack.resources.set(task.id, resource);
    if (!operation.made.includes(task.id)) operation.made.push(task.id);
    try {
      resource.properties = propertiesOf(program, task.id);
      describe(program, resource);
      show(program, stack, resource);
    } catch (error) {
      resourceEvent(scene, stack, resource, 'CREATE_IN_PROGRESS', at);
      fail(performance, resource, evaluationFailure(error));
      return;
    }
    resourceEvent(scene, stack, resource, 'CREATE_IN_PROGRESS', at);
    performance.later('initiate', 0.3 * durationOf(resource.type, 'create'));
  },

  initiate(performance) {
    const { scene, stack, operation, task, at } = performance;
    const resource = resourceOf(performance);
    const reason = injectedFailure(stack, operation, task.id, 'create') ?? conflict(performance, resource);
    if (reason !== undefined) {
      fail(performance, resource, reason);
      return;
    }
    beBorn(scene, stack, resource);
    resourceEvent(scene, stack, resource, 'CREATE_IN_PROGRESS', at, 'Resource creation Initiated');
    performance.later('finish', 0.7 * durationOf(resource.type, 'create'));
  },

  finish(performance) {
    const { scene, stack, at } = performance;
    resourceEvent(scene, stack, resourceOf(performance), 'CREATE_COMPLETE', at);
    performance.done();
  },

  cancel(performance) {
    const { scene, stack, at } = performance;
    resourceEvent(scene, stack, resourceOf(performance), 'CREATE_FAILED', at, CANCELLED);
  },
};

/** A resource of which nothing exists yet. */
export function fresh({ stack, task, program, at }: Performance): ResourceState {
  const known = stack.resources.get(task.id);
  return {
    id: task.id,
    type: program.wanted.get(task.id)?.type ?? '',
    status: 'CREATE_IN_PROGRESS',
    at,
    alive: false,
    generation: known === undefined ? 0 : known.generation + 1,
    properties: {},
    needs: [],
    deletion: 'Delete',
    replacement: 'Delete',
  };
}

function fail(performance: Performance, resource: ResourceState, reason: string): void {
  resourceEvent(performance.scene, performance.stack, resource, 'CREATE_FAILED', performance.at, reason);
  performance.failed();
}

/** Why a resource cannot have its name. */
export function conflict({ scene, stack }: Performance, { id, type, properties }: ResourceState): string | undefined {
  const owner = ownerOf(scene, keyOf(stack.region, type, properties));
  if (owner === undefined) return undefined;
  if (owner.stackId === '') return handlerFailure(`${owner.physicalId} already exists`, 'AlreadyExists', stack.id, id);
  return `${owner.physicalId} already exists in stack ${owner.stackId}`;
}
