import { attributeOf } from '../resources/attribute.js';
import { bornOf } from '../simulation/born.js';
import { environmentOf } from '../simulation/environment.js';
import { type Program, programIn } from '../simulation/program.js';
import type { Scene } from '../simulation/scene.js';
import type { Spec, StackState } from '../state/stack.js';
import type { Environment } from '../template/environment.js';
import { LATER } from './contexts.js';

/** What a stack is to be, seen before anything is done: what is yet to be made has a mark in place of its values. */
export function foreseen(scene: Scene, stack: StackState, spec: Spec, replaced: ReadonlySet<string>): Program {
  const stays = (id: string) => {
    const resource = stack.resources.get(id);
    return resource?.alive === true && !replaced.has(id) ? resource : undefined;
  };
  const environment: Environment = {
    ...environmentOf(scene, stack, spec, new Set()),
    ref: (id) => stays(id)?.ref ?? LATER,
    attribute: (id, name) => {
      const resource = stays(id);
      if (resource === undefined) return LATER;
      return attributeOf(bornOf(scene, stack, resource), name, scene.settings.specifications);
    },
  };
  return programIn(environment, scene.settings.programs.templateOf(spec), spec, new Set());
}
