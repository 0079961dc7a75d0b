import { environmentOf } from '../simulation/environment.js';
import { type Program, programIn } from '../simulation/program.js';
import type { Scene } from '../simulation/scene.js';
import type { Spec, StackState } from '../state/stack.js';
import type { Environment } from '../template/environment.js';
import { LATER } from './contexts.js';

/** What a stack is to be, seen before anything is done: what is yet to be made has a mark in place of its values. */
export function foreseen(scene: Scene, stack: StackState, spec: Spec, replaced: ReadonlySet<string>): Program {
  return foreseenWith(scene, stack, spec, replaced, () => LATER);
}

/** The same with something else in place of the mark. */
export function foreseenWith(
  scene: Scene,
  stack: StackState,
  spec: Spec,
  replaced: ReadonlySet<string>,
  later: () => string,
): Program {
  const stays = (id: string) => stack.resources.get(id)?.alive === true && !replaced.has(id);
  const known = environmentOf(scene, stack, spec, new Set());
  const environment: Environment = {
    ...known,
    ref: (id) => (stays(id) ? known.ref(id) : later()),
    attribute: (id, name) => (stays(id) ? known.attribute(id, name) : later()),
  };
  return programIn(environment, scene.settings.programs.templateOf(spec), spec, new Set());
}
