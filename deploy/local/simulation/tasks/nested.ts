import { childName, childSpec } from '../../stacks/child.js';
import { newStack } from '../../stacks/newStack.js';
import type { StackState } from '../../state/stack.js';
import { differencesOf } from '../difference.js';
import { describe, propertiesOf, show } from '../evaluate.js';
import { resourceEvent } from '../events.js';
import { evaluationFailure, injectedFailure } from '../failure.js';
import { type Performance, type Performer, resourceOf } from '../performance.js';
import { fresh } from './create.js';

const NOT_CREATED = (id: string, reason: string) => `Embedded stack ${id} was not successfully created: ${reason}`;
const NOT_UPDATED = (id: string, status: string, reason: string) =>
  `Embedded stack ${id} was not successfully updated. Currently in ${status} with reason: ${reason}`;

/** Makes a stack within the stack, and waits for it. */
export const createNested: Performer = {
  begin(performance) {
    const { scene, stack, operation, task, program, at } = performance;
    const resource = fresh(performance);
    stack.resources.set(task.id, resource);
    operation.made.push(task.id);
    resourceEvent(scene, stack, resource, 'CREATE_IN_PROGRESS', at);
    try {
      resource.properties = propertiesOf(program, task.id);
      describe(program, resource);
      show(program, stack, resource);
      const injected = injectedFailure(stack, operation, task.id, 'create');
      if (injected !== undefined) {
        fail(performance, 'CREATE_FAILED', injected);
        return;
      }
      const child = newChild(performance);
      Object.assign(resource, { physicalId: child.id, ref: child.id, alive: true });
      resourceEvent(scene, stack, resource, 'CREATE_IN_PROGRESS', at, 'Resource creation Initiated');
      const { fail: points, token } = operation;
      const said = { fail: points, onFailure: 'DO_NOTHING', ...(token !== undefined && { token }) } as const;
      scene.control.begin(scene, child, 'create', { type: 'CREATE_STACK', action: 'create', ...said });
    } catch (error) {
      fail(performance, 'CREATE_FAILED', evaluationFailure(error));
    }
  },

  finish(performance) {
    const { scene, stack, at } = performance;
    const resource = resourceOf(performance);
    const child = childOf(performance);
    if (child?.status === 'CREATE_COMPLETE') {
      resourceEvent(scene, stack, resource, 'CREATE_COMPLETE', at);
      performance.done();
    } else fail(performance, 'CREATE_FAILED', NOT_CREATED(child?.id ?? '', child?.reason ?? ''));
  },

  cancel(performance) {
    const child = childOf(performance);
    if (child !== undefined) performance.scene.control.stop(performance.scene, child, performance.at);
    const { scene, stack, at } = performance;
    resourceEvent(scene, stack, resourceOf(performance), 'CREATE_FAILED', at, 'Resource creation cancelled');
  },
};

/** Makes a stack within the stack what it is to be now. */
export const updateNested: Performer = {
  begin(performance) {
    const { scene, stack, operation, task, program, at } = performance;
    const resource = stack.resources.get(task.id);
    const child = childOf(performance);
    if (resource?.alive !== true || child === undefined) {
      createNested.begin(performance);
      return;
    }
    const before = { ...resource };
    try {
      const properties = propertiesOf(program, task.id);
      const spec = childSpec(scene, stack, properties, child.spec);
      const same = differencesOf(scene.settings.specifications, resource.type, before.properties, properties);
      describe(program, resource);
      if (same.length === 0 && spec.template === child.spec.template) {
        performance.done();
        return;
      }
      operation.saved.push(before);
      resource.properties = properties;
      show(program, stack, resource);
      resourceEvent(scene, stack, resource, 'UPDATE_IN_PROGRESS', at);
      const { fail: points, token } = operation;
      const said = { fail: points, before: child.spec, ...(token !== undefined && { token }) };
      child.previous = child.spec;
      child.spec = spec;
      child.updated = scene.time;
      scene.control.begin(scene, child, 'update', { type: 'UPDATE_STACK', action: 'update', ...said });
    } catch (error) {
      operation.saved.push(before);
      fail(performance, 'UPDATE_FAILED', evaluationFailure(error));
    }
  },

  finish(performance) {
    const { scene, stack, operation, task, at } = performance;
    const resource = resourceOf(performance);
    if (resource.status === 'CREATE_IN_PROGRESS') {
      createNested.finish?.(performance);
      return;
    }
    const child = childOf(performance);
    const injected = injectedFailure(stack, operation, task.id, 'update');
    if (injected !== undefined) fail(performance, 'UPDATE_FAILED', injected);
    else if (child?.status === 'UPDATE_COMPLETE') {
      resourceEvent(scene, stack, resource, 'UPDATE_COMPLETE', at);
      performance.done();
    } else {
      const { id = '', status = '' } = child ?? {};
      fail(performance, 'UPDATE_FAILED', NOT_UPDATED(id, status, whyOf(child)));
    }
  },

  cancel(performance) {
    const { scene, stack, at } = performance;
    const resource = resourceOf(performance);
    if (resource.status === 'CREATE_IN_PROGRESS') {
      createNested.cancel?.(performance);
      return;
    }
    const child = childOf(performance);
    if (child !== undefined) scene.control.stop(scene, child, at);
    resourceEvent(scene, stack, resource, 'UPDATE_FAILED', at, 'Resource update cancelled');
  },
};

function newChild({ scene, stack, task, operation }: Performance): StackState {
  const resource = stack.resources.get(task.id);
  const spec = childSpec(scene, stack, resource?.properties ?? {}, undefined);
  const reviewed = scene.unit.account.stacks
    .filter((one) => one.parent === stack.id && !one.deleted)
    .flatMap(({ id }) => scene.unit.stack(id) ?? [])
    .find(({ status, parent }) => status === 'REVIEW_IN_PROGRESS' && parent?.resource === task.id);
  if (reviewed !== undefined) {
    reviewed.spec = spec;
    return reviewed;
  }
  const name = childName(stack, task.id, operation.id);
  const parent = { id: stack.id, resource: task.id, root: stack.parent?.root ?? stack.id };
  return newStack({ scene, region: stack.region }, name, spec, { parent });
}

function childOf({ scene, stack, task }: Performance): StackState | undefined {
  return scene.unit.stack(stack.resources.get(task.id)?.physicalId ?? '');
}

/** Why a stack has not become what it was to be: the first thing that it says about its going back. */
function whyOf(child: StackState | undefined): string {
  const back = child?.events.findLast(({ resource, status }) => {
    return resource === child.name && status === 'UPDATE_ROLLBACK_IN_PROGRESS';
  });
  return back?.reason ?? child?.reason ?? '';
}

function fail(performance: Performance, status: 'CREATE_FAILED' | 'UPDATE_FAILED', reason: string): void {
  resourceEvent(performance.scene, performance.stack, resourceOf(performance), status, performance.at, reason);
  performance.failed();
}
