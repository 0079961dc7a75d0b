import type { JsonMap } from '../../../compiler/template/template.js';
import { nameScope, uniqueName } from '../resources/unique.js';
import type { NameState } from '../state/account.js';
import type { ResourceState, StackState } from '../state/stack.js';
import type { Scene } from './scene.js';
import types from './types.json' with { type: 'json' };

/** What a resource cannot share with another one; undefined where it has no name of its own. */
export function keyOf(region: string, type: string, properties: JsonMap): string | undefined {
  const name = uniqueName(type, properties);
  return name === undefined ? undefined : [nameScope(type) === 'region' ? region : '*', type, name].join(' ');
}

function bucketKey(name: string): string {
  return ['*', types.bucket, name].join(' ');
}

/** Who has a name; with an empty stack id it is a resource outside of all stacks. */
export function ownerOf(scene: Scene, key: string | undefined): NameState | undefined {
  if (key === undefined) return undefined;
  const { names, buckets } = scene.unit.account;
  const bucket = buckets.find(({ name }) => key === bucketKey(name));
  const other = bucket && { key, stackId: '', id: '', physicalId: bucket.name };
  return names.find((one) => one.key === key) ?? other;
}

/** Notes that a resource has its name. */
export function claim({ unit }: Scene, stack: StackState, resource: ResourceState): void {
  const key = keyOf(stack.region, resource.type, resource.properties);
  if (key === undefined) return;
  unit.account.names.push({ key, stackId: stack.id, id: resource.id, physicalId: resource.physicalId ?? '' });
  unit.changed('account');
}

/** Notes that a resource's name is free. */
export function release({ unit }: Scene, stack: StackState, resource: ResourceState): void {
  const key = keyOf(stack.region, resource.type, resource.properties);
  if (key === undefined) return;
  const { account } = unit;
  account.names = account.names.filter((one) => one.key !== key);
  unit.changed('account');
}
