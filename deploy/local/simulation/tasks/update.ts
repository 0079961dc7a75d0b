import { durationOf } from '../../resources/duration.js';
import { uniqueName } from '../../resources/unique.js';
import type { ResourceState, StackState } from '../../state/stack.js';
import { beBorn } from '../born.js';
import { differencesOf, needsReplacement } from '../difference.js';
import { describe, propertiesOf, show } from '../evaluate.js';
import { resourceEvent } from '../events.js';
import { evaluationFailure, injectedFailure } from '../failure.js';
import { keyOf, release } from '../names.js';
import { type Performance, type Performer, resourceOf } from '../performance.js';
import type { Scene } from '../scene.js';
import { isTagged, retagged } from '../tags.js';
import { conflict, create } from './create.js';

const REPLACES = 'Requested update requires the creation of a new physical resource; hence creating one.';
const CANCELLED = 'Resource update cancelled';

/** Makes a resource what its template says now: nothing, a change in place, or a new one in its place. */
export const update: Performer = {
  begin(performance) {
    const { scene, stack, operation, task, program } = performance;
    const known = stack.resources.get(task.id);
    if (known?.alive === true && operation.reverting && known.drift?.deleted === true) vanish(scene, stack, known);
    if (known?.alive !== true) {
      create.begin(performance);
      return;
    }
    const before: ResourceState = { ...known };
    try {
      const properties = propertiesOf(program, task.id);
      const differences = differencesOf(scene.settings.specifications, known.type, before.properties, properties);
      const reverting = operation.reverting && known.drift?.actual !== undefined;
      describe(program, known);
      const untouched = differences.length === 0 && known.metadata === before.metadata && !reverting;
      if (untouched && !(retagged(operation.before, stack.spec) && isTagged(scene, known.type))) {
        performance.done();
        return;
      }
      operation.saved.push(before);
      known.properties = properties;
      show(program, stack, known);
      if (needsReplacement(differences)) replace(performance, known);
      else change(performance, known);
    } catch (error) {
      operation.saved.push(before);
      fail(performance, known, evaluationFailure(error));
    }
  },

  initiate(performance) {
    const { scene, stack, operation, task, at } = performance;
    const resource = resourceOf(performance);
    if (!resource.alive) {
      create.initiate?.(performance);
      return;
    }
    const old = operation.saved.findLast(({ id }) => id === task.id);
    const reason =
      injectedFailure(stack, operation, task.id, 'update') ??
      sameName(stack, old, resource) ??
      conflict(performance, resource);
    if (reason !== undefined) {
      fail(performance, resource, reason);
      return;
    }
    if (old !== undefined) stack.leftovers.push({ ...old, deletion: resource.replacement });
    resource.generation += 1;
    delete resource.changes;
    delete resource.drift;
    beBorn(scene, stack, resource);
    resourceEvent(scene, stack, resource, 'UPDATE_IN_PROGRESS', at, 'Resource creation Initiated');
    performance.later('finish', 0.7 * durationOf(resource.type, 'create'));
  },

  finish(performance) {
    const { scene, stack, operation, task, at } = performance;
    const resource = resourceOf(performance);
    if (resource.status === 'CREATE_IN_PROGRESS') {
      create.finish?.(performance);
      return;
    }
    const replaced = stack.leftovers.some(({ id }) => id === task.id);
    const reason = replaced ? undefined : injectedFailure(stack, operation, task.id, 'update');
    if (reason !== undefined) {
      fail(performance, resource, reason);
      return;
    }
    delete resource.drift;
    if (!replaced) resource.changes = (resource.changes ?? 0) + 1;
    resourceEvent(scene, stack, resource, 'UPDATE_COMPLETE', at);
    performance.done();
  },

  cancel(performance) {
    const { scene, stack, at } = performance;
    const resource = resourceOf(performance);
    if (resource.status === 'CREATE_IN_PROGRESS') {
      create.cancel?.(performance);
      return;
    }
    leaveAlone(performance, resource);
    resourceEvent(scene, stack, resource, 'UPDATE_FAILED', at, CANCELLED);
  },
};

/** Somebody else has deleted it. */
function vanish(scene: Scene, stack: StackState, resource: ResourceState): void {
  resource.alive = false;
  release(scene, stack, resource);
}

function replace(performance: Performance, resource: ResourceState): void {
  const { scene, stack, at } = performance;
  resourceEvent(scene, stack, resource, 'UPDATE_IN_PROGRESS', at, REPLACES);
  performance.later('initiate', 0.3 * durationOf(resource.type, 'create'));
}

function change(performance: Performance, resource: ResourceState): void {
  const { scene, stack, at } = performance;
  resourceEvent(scene, stack, resource, 'UPDATE_IN_PROGRESS', at);
  performance.later('finish', durationOf(resource.type, 'update'));
}

/** What has failed in place is what it was, as far as anybody knows. */
function leaveAlone({ operation, task }: Performance, resource: ResourceState): void {
  const old = operation.saved.findLast(({ id }) => id === task.id);
  if (old?.physicalId === resource.physicalId && old !== undefined) resource.properties = old.properties;
}

function fail(performance: Performance, resource: ResourceState, reason: string): void {
  leaveAlone(performance, resource);
  resourceEvent(performance.scene, performance.stack, resource, 'UPDATE_FAILED', performance.at, reason);
  performance.failed();
}

/** The new one is made before the old one goes, so that they cannot have one name. */
function sameName(
  { region }: StackState,
  old: ResourceState | undefined,
  { type, properties }: ResourceState,
): string | undefined {
  const key = keyOf(region, type, properties);
  if (old === undefined || key === undefined || keyOf(region, old.type, old.properties) !== key) return undefined;
  const name = uniqueName(type, properties) ?? '';
  return `CloudFormation cannot update a stack when a custom-named resource requires replacing. Rename ${name} and update the stack again.`;
}
