import { hasLoops } from './loops.js';
import type { LocalTemplate } from './model.js';
import { refusal } from './refuse.js';

/** The transform that a local CloudFormation has, as it only needs what stands in the template. */
export const LANGUAGE = 'AWS::LanguageExtensions';

/** Refuses transforms that need AWS, or somebody's macro, to run. @throws Fault */
export function checkTransforms({ transforms, json }: LocalTemplate): void {
  checkTransformNames(transforms);
  if (transforms.includes(LANGUAGE) && hasLoops(json)) {
    throw refusal(`Transform ${LANGUAGE} failed with: Fn::ForEach could not resolve its collection.`);
  }
  if (hasMacro(json)) {
    throw refusal('Transform failed with: Fn::Transform calls a macro, and a local CloudFormation has none.');
  }
}

/** Refuses a transform that is not ours by its name. @throws Fault */
export function checkTransformNames(transforms: readonly string[]): void {
  for (const name of transforms) {
    if (name === LANGUAGE) continue;
    throw refusal(
      name.startsWith('AWS::')
        ? `Transform ${name} failed with: a local CloudFormation runs no transform but ${LANGUAGE}.`
        : `No transform named ${name} found.`,
    );
  }
}

function hasMacro(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, inner]) => key === 'Fn::Transform' || hasMacro(inner));
}
