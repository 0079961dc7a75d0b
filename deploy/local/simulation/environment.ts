import { attributeOf } from '../resources/attribute.js';
import { parameterIn } from '../stacks/parameterStore.js';
import type { Spec, StackState } from '../state/stack.js';
import type { Environment } from '../template/environment.js';
import { bornOf } from './born.js';
import type { Scene } from './scene.js';
import types from './types.json' with { type: 'json' };

/**
 * What a stack's template is evaluated in: its resources as they are, and what other stacks offer.
 *
 * @param imports Filled with the names of the exports that are asked for.
 */
export function environmentOf(scene: Scene, stack: StackState, spec: Spec, imports: Set<string>): Environment {
  const { account, partition } = scene.settings;
  const { region } = stack;
  return {
    account,
    region,
    partition,
    stackName: stack.name,
    stackId: stack.id,
    notificationArns: spec.notificationArns,
    ref: (id) => stack.resources.get(id)?.ref,
    attribute: (id, name) => {
      const resource = stack.resources.get(id);
      if (resource?.type === types.stack) return nestedOutput(scene, resource.physicalId, name);
      return resource && attributeOf(bornOf(scene, stack, resource), name, scene.settings.specifications);
    },
    importValue: (name) => {
      imports.add(name);
      return exported(scene, region, name);
    },
    stackOutput: (name, output, from) => outputOf(scene, name, output, from ?? region),
    ssm: (name) => parameterIn(scene, region, name),
  };
}

/** `Outputs.Name` of a stack within the stack. */
function nestedOutput({ unit }: Scene, id: string | undefined, name: string): string | undefined {
  const [, key] = /^Outputs\.(.+)$/.exec(name) ?? [];
  return unit.stack(id ?? '')?.outputs.find((one) => one.key === key)?.value;
}

function exported({ unit }: Scene, region: string, name: string): string | undefined {
  return unit.account.exports.find((one) => one.region === region && one.name === name)?.value;
}

function outputOf({ unit }: Scene, name: string, output: string, region: string): string | undefined {
  const entry = unit.account.stacks.find(
    (one) => !one.deleted && one.region === region && (one.name === name || one.id === name),
  );
  return entry && unit.stack(entry.id)?.outputs.find(({ key }) => key === output)?.value;
}
