import { compare } from '../../../compiler/diff/compare.js';
import { Evaluator } from '../../../compiler/diff/evaluate.js';
import { Forms } from '../../../compiler/diff/form.js';
import type { Replacement } from '../../../compiler/diff/model.js';
import { ValuePlace } from '../../../compiler/diff/place.js';
import { replacementOfValue, stronger } from '../../../compiler/diff/replace.js';
import { sameJson } from '../../../compiler/diff/sameness.js';
import type { Path } from '../../../compiler/source/place.js';
import type { Specifications } from '../../../compiler/specification/read.js';
import type { Json, JsonMap } from '../../../compiler/template/template.js';

/** One place where the properties of a resource are others, without functions. */
export interface PropertyDifference {
  readonly path: Path;
  readonly before: Json | undefined;
  readonly after: Json | undefined;
  readonly replacement: Replacement;
}

/** Where properties differ that are known. What only looks different (the order of a set, forms of a policy) does not. */
export function differencesOf(
  specifications: Specifications,
  type: string,
  before: JsonMap,
  after: JsonMap,
): readonly PropertyDifference[] {
  if (sameJson(before, after)) return [];
  const forms = new Forms();
  const evaluator = new Evaluator(forms, {}, new Map());
  const spec = specifications.typeSpecification(type);
  const place = ValuePlace.properties(type, spec);
  const found = compare(forms, evaluator.node(before), evaluator.node(after), { path: [], place });
  return found.differences.map(({ path, before: from, after: to }) => ({
    path,
    before: from?.raw,
    after: to?.raw,
    replacement: replacementOfValue(spec, path, [from, to]),
  }));
}

/** Whether a change needs a new resource. What only may need one is done in place. */
export function needsReplacement(differences: readonly PropertyDifference[]): boolean {
  return differences.map(({ replacement }) => replacement).reduce(stronger, 'false') === 'true';
}
