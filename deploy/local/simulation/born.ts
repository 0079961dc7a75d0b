import { born } from '../resources/born.js';
import type { BornResource } from '../resources/model.js';
import type { ResourceState, StackState } from '../state/stack.js';
import { addBucket } from './buckets.js';
import { claim } from './names.js';
import type { Scene } from './scene.js';

/** A resource as what knows about types wants to see it. */
export function bornOf(scene: Scene, stack: StackState, resource: ResourceState): BornResource {
  const { account, partition } = scene.settings;
  return {
    type: resource.type,
    id: resource.id,
    properties: resource.properties,
    account,
    region: stack.region,
    partition,
    stackName: stack.name,
    stackId: stack.id,
    generation: resource.generation,
    changes: resource.changes ?? 0,
    physicalId: resource.physicalId ?? '',
    ref: resource.ref ?? '',
    other: (physicalId) => {
      const other = scene.byPhysicalId(stack, physicalId);
      return other && other !== resource ? bornOf(scene, stack, other) : undefined;
    },
  };
}

/** Gives a resource what it is called by, and its name what it is the name of. */
export function beBorn(scene: Scene, stack: StackState, resource: ResourceState): void {
  const { physicalId, ref } = born(bornOf(scene, stack, resource), scene.settings.specifications);
  resource.physicalId = physicalId;
  resource.ref = ref;
  resource.alive = true;
  scene.named(stack, resource);
  claim(scene, stack, resource);
  addBucket(scene, stack, resource);
}
