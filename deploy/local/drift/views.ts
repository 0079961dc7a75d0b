import { isJsonList, isJsonMap, member } from '../../../compiler/diff/node.js';
import { sameJson } from '../../../compiler/diff/sameness.js';
import type { Json, JsonMap } from '../../../compiler/template/template.js';
import type { ResourceState, StackState } from '../state/stack.js';

/** The properties of a resource as they are to be and as they are, secrets masked in both. */
export interface DriftViews {
  readonly expected: JsonMap;
  readonly actual: JsonMap;
}

/** What may be seen of a resource and of what somebody made of it. */
export function driftViews({ texts }: StackState, { text, properties, drift }: ResourceState): DriftViews {
  const shown = text === undefined ? undefined : texts[text];
  const expected: JsonMap = shown === undefined ? properties : JSON.parse(shown);
  const actual = drift?.actual === undefined ? expected : masked(drift.actual, properties, expected);
  return { expected, actual: isJsonMap(actual) ? actual : expected };
}

/** What is as it was given is shown as that is shown. */
function masked(actual: Json, given: Json | undefined, shown: Json | undefined): Json {
  if (shown !== undefined && sameJson(actual, given)) return shown;
  if (isJsonMap(actual) && isJsonMap(given)) {
    return Object.fromEntries(
      Object.entries(actual).map(([key, inner]) => [key, masked(inner, member(given, key), member(shown, key))]),
    );
  }
  if (!isJsonList(actual) || !isJsonList(given)) return actual;
  return actual.map((inner, at) => masked(inner, given[at], isJsonList(shown) ? shown[at] : undefined));
}
