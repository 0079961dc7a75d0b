import type { Json } from '../../../compiler/template/template.js';
import { Fault } from '../../api/fault.js';
import type { Program } from '../simulation/program.js';
import type { Scene } from '../simulation/scene.js';
import type { Spec, StackState } from '../state/stack.js';
import { foreseenWith } from './foreseen.js';

/** That a value is not known yet. */
class Unknown extends Error {}

/**
 * Why a template cannot be evaluated, as far as that shows before anything is made: functions of what they cannot take,
 * exports that there are not. Undefined where nothing is wrong.
 */
export function problemIn(scene: Scene, stack: StackState, spec: Spec): string | undefined {
  const program = foreseenWith(scene, stack, spec, new Set(), () => {
    throw new Unknown();
  });
  for (const value of valuesOf(program)) {
    const problem = problemOf(program, value);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function valuesOf({ template, wanted, evaluation }: Program): readonly Json[] {
  const properties = [...wanted.keys()].flatMap((id) => Object.values(template.resources.get(id)?.properties ?? {}));
  const outputs = [...template.outputs.values()].filter(
    ({ Condition: condition }) => typeof condition !== 'string' || evaluation.condition(condition),
  );
  return [...properties, ...outputs.map(({ Value: value }) => value ?? null)];
}

function problemOf({ evaluation }: Program, value: Json): string | undefined {
  try {
    evaluation.value(value);
  } catch (error) {
    if (error instanceof Fault) return error.message;
    if (!(error instanceof Unknown)) throw error;
  }
  return undefined;
}
