import type { ResourceStatus, StackStatus } from '../../api/cloudformation.js';
import { Chance } from '../resources/hash.js';
import type { ResourceState, StackState } from '../state/stack.js';
import type { Scene } from './scene.js';
import types from './types.json' with { type: 'json' };

/** Notes that a stack has come into a state. */
export function stackEvent(scene: Scene, stack: StackState, status: StackStatus, at: number, reason?: string): void {
  stack.status = status;
  if (reason === undefined) delete stack.reason;
  else stack.reason = reason;
  const time = timeOf(scene, stack, at);
  const id = new Chance(stack.id, String(stack.events.length), String(time)).uuid();
  push(scene, stack, {
    id,
    at: time,
    resource: stack.name,
    type: types.stack,
    physicalId: stack.id,
    status,
    ...(reason !== undefined && { reason }),
  });
}

/** Notes that a resource has come into a state. */
export function resourceEvent(
  scene: Scene,
  stack: StackState,
  resource: ResourceState,
  status: ResourceStatus,
  at: number,
  reason?: string,
): void {
  const time = timeOf(scene, stack, at);
  resource.status = status;
  resource.at = time;
  if (reason === undefined) delete resource.reason;
  else resource.reason = reason;
  push(scene, stack, {
    id: `${resource.id}-${status}-${new Date(time).toISOString()}`,
    at: time,
    resource: resource.id,
    type: resource.type,
    physicalId: resource.physicalId ?? '',
    status,
    ...(reason !== undefined && { reason }),
    ...(resource.text !== undefined && { text: resource.text }),
  });
}

type Event = StackState['events'][number];

function push(scene: Scene, stack: StackState, event: Event): void {
  const { operation } = stack;
  stack.events.push({
    ...event,
    ...(operation?.token !== undefined && { token: operation.token }),
    ...(operation !== undefined && { operation: operation.id }),
  });
  scene.unit.changed(stack);
}

/** No two events are of the same time, of stacks within each other neither, and none is before one that is there. */
function timeOf(scene: Scene, stack: StackState, at: number): number {
  const last = Math.max(stack.events.at(-1)?.at ?? 0, scene.told);
  const time = Math.max(scene.settings.fast ? Math.min(at, scene.now) : at, last + 1);
  scene.told = time;
  return time;
}
