import type { Scene } from '../simulation/scene.js';
import types from '../simulation/types.json' with { type: 'json' };
import { publicParameter } from '../template/ssm.js';

/** A parameter of Systems Manager's store: one that a stack has made, or one of AWS's own; undefined for another. */
export function parameterIn(scene: Scene, region: string, name: string): string | undefined {
  return publicParameter(name, region) ?? stored(scene, region, name);
}

function stored({ unit }: Scene, region: string, name: string): string | undefined {
  for (const { id, region: at, deleted } of unit.account.stacks) {
    const stack = deleted || at !== region ? undefined : unit.stack(id);
    for (const { type, physicalId, alive, properties } of stack?.resources.values() ?? []) {
      if (type === types.parameter && alive && physicalId === name) return String(properties.Value ?? '');
    }
  }
  return undefined;
}
