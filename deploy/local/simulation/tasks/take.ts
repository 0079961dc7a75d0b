import { durationOf } from '../../resources/duration.js';
import type { ResourceState } from '../../state/stack.js';
import { describe, propertiesOf, show } from '../evaluate.js';
import { resourceEvent } from '../events.js';
import { evaluationFailure, handlerFailure, injectedFailure } from '../failure.js';
import { keep } from '../keep.js';
import { findKept } from '../kept.js';
import { claim, keyOf } from '../names.js';
import { type Performance, type Performer, resourceOf } from '../performance.js';

/** Takes a resource that exists into the stack. */
export const take: Performer = {
  begin(performance) {
    const { scene, stack, operation, task, program, at } = performance;
    const type = program.wanted.get(task.id)?.type ?? '';
    const rest = { properties: {}, needs: [], deletion: 'Retain', replacement: 'Delete' } as const;
    const resource: ResourceState = {
      id: task.id,
      type,
      status: 'IMPORT_IN_PROGRESS',
      at,
      alive: false,
      generation: 0,
      ...rest,
    };
    stack.resources.set(task.id, resource);
    operation.made.push(task.id);
    resourceEvent(scene, stack, resource, 'IMPORT_IN_PROGRESS', at, 'Resource import started.');
    performance.later('finish', durationOf(type, 'update'));
  },

  finish(performance) {
    const { scene, stack, operation, task, program, at } = performance;
    const resource = resourceOf(performance);
    const reason = injectedFailure(stack, operation, task.id, 'create') ?? adopt(performance, resource);
    if (reason !== undefined) {
      resourceEvent(scene, stack, resource, 'IMPORT_FAILED', at, reason);
      performance.failed();
      return;
    }
    describe(program, resource);
    resourceEvent(scene, stack, resource, 'IMPORT_COMPLETE', at, 'Resource import completed.');
    resourceEvent(
      scene,
      stack,
      resource,
      'UPDATE_IN_PROGRESS',
      at,
      'Apply stack-level tags to imported resource if applicable.',
    );
    resourceEvent(scene, stack, resource, 'UPDATE_COMPLETE', at);
    performance.done();
  },

  cancel(performance) {
    const { scene, stack, at } = performance;
    resourceEvent(scene, stack, resourceOf(performance), 'IMPORT_FAILED', at, 'Resource import cancelled');
  },
};

/** Gives a resource that was taken back to where it was. */
export const letGo: Performer = {
  begin(performance) {
    const { scene, stack, at } = performance;
    const resource = resourceOf(performance);
    resourceEvent(scene, stack, resource, 'IMPORT_ROLLBACK_IN_PROGRESS', at);
    performance.later('finish', durationOf(resource.type, 'update'));
  },

  finish(performance) {
    const { scene, stack, operation, task, at } = performance;
    const resource = resourceOf(performance);
    const reason = injectedFailure(stack, operation, task.id, 'rollback');
    if (reason !== undefined) {
      resourceEvent(scene, stack, resource, 'IMPORT_ROLLBACK_FAILED', at, reason);
      performance.failed();
      return;
    }
    if (resource.alive) keep(scene, stack, resource);
    resourceEvent(scene, stack, resource, 'IMPORT_ROLLBACK_COMPLETE', at);
    stack.resources.delete(task.id);
    performance.done();
  },
};

/** Makes a resource that exists the stack's. Gives why that cannot be. */
function adopt({ scene, stack, operation, program, task }: Performance, resource: ResourceState): string | undefined {
  const wanted = operation.imports.find(({ id }) => id === task.id);
  const found = wanted && findKept(scene, stack.region, wanted);
  if (found === undefined) {
    const written = (wanted?.identifier ?? []).map(([, value]) => value).join('|');
    return handlerFailure(
      `Resource of type '${resource.type}' with identifier '${written}' was not found.`,
      'NotFound',
      operation.id,
      task.id,
    );
  }
  try {
    resource.properties = propertiesOf(program, task.id);
    show(program, stack, resource);
  } catch (error) {
    return evaluationFailure(error);
  }
  const { account } = scene.unit;
  account.kept = account.kept.filter((one) => one !== found);
  const key = keyOf(stack.region, found.type, JSON.parse(found.properties));
  account.names = account.names.filter((name) => name.key !== key);
  Object.assign(resource, { physicalId: found.physicalId, ref: found.ref, alive: true });
  claim(scene, stack, resource);
  scene.unit.changed('account');
  return undefined;
}
