import type { ResourceState, StackState } from '../state/stack.js';
import type { Scene } from './scene.js';
import types from './types.json' with { type: 'json' };

/** The name of a bucket, which cannot be deleted while something is in it; undefined for what is none. */
function bucketOf({ type, physicalId }: ResourceState): string | undefined {
  return type === types.bucket ? physicalId : undefined;
}

/** Makes the bucket that a resource is. */
export function addBucket(scene: Scene, { region }: StackState, resource: ResourceState): void {
  const name = bucketOf(resource);
  const { account } = scene.unit;
  if (name === undefined || account.buckets.some((one) => one.name === name)) return;
  account.buckets.push({ name, region, created: scene.now, tags: [], objects: [] });
  scene.unit.changed('account');
}

/** Deletes the bucket that a resource was. */
export function removeBucket(scene: Scene, resource: ResourceState): void {
  const name = bucketOf(resource);
  const { account } = scene.unit;
  if (name === undefined) return;
  account.buckets = account.buckets.filter((one) => one.name !== name);
  scene.unit.changed('account');
}

/** How much is in the bucket that a resource is. */
export function objectsIn({ unit }: Scene, resource: ResourceState): number {
  const name = bucketOf(resource);
  return unit.account.buckets.find((one) => one.name === name)?.objects.length ?? 0;
}
