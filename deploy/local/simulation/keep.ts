import type { ResourceState, StackState } from '../state/stack.js';
import type { Scene } from './scene.js';

/** Lets a resource exist outside of all stacks; its name stays taken. */
export function keep({ unit }: Scene, stack: StackState, resource: ResourceState): void {
  const { account } = unit;
  account.kept.push({
    region: stack.region,
    type: resource.type,
    physicalId: resource.physicalId ?? '',
    ref: resource.ref ?? '',
    properties: JSON.stringify(resource.properties),
    stackName: stack.name,
    id: resource.id,
  });
  account.names = account.names.map((name) =>
    name.stackId === stack.id && name.physicalId === resource.physicalId ? { ...name, stackId: '' } : name,
  );
  unit.changed('account');
}
