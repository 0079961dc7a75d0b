import type { Place } from '../source/place.js';

/**
 * What stands in a logical resource after expansion: JSON whose references are still objects, so that the graph can be
 * made from them and CloudFormation's spelling of them is chosen in one place (emit).
 */
export type Value = string | number | boolean | null | Reference | Call | Text | readonly Value[] | ValueMap;

/** Made with `Object.create(null)`, so that no key is special. */
export interface ValueMap {
  readonly [key: string]: Value;
}

/** A logical resource, a parameter or a pseudo parameter (`Ref`), or an attribute of a logical resource (`Fn::GetAtt`). */
export class Reference {
  constructor(
    readonly target: string,
    readonly attribute: string | undefined,
    /** Where the author wrote it, or what the author wrote that made it. */
    readonly place: Place,
    /** Where it stands in the text that is there, if it is a part of one. */
    readonly part?: { readonly from: number; readonly to: number },
  ) {}
}

/**
 * A function that CloudFormation evaluates, by its long name (`Fn::Join`, `Condition`). `args` is what stands behind
 * the name in the template. `place` is where it was written.
 */
export class Call {
  constructor(
    readonly name: string,
    readonly args: Value,
    readonly place: Place,
  ) {}
}

/**
 * A text with `${{ }}` in it: its parts one after another. How many there are does not matter: emit joins neighbours,
 * takes nested texts apart, and writes a plain text where nothing but text is left. `place` is the scalar.
 */
export class Text {
  constructor(
    readonly parts: readonly Value[],
    readonly place: Place,
  ) {}
}

export function isMap(value: Value): value is ValueMap {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Reference) &&
    !(value instanceof Call) &&
    !(value instanceof Text)
  );
}

/** A map without a prototype, from entries. */
export function mapOf(entries: Iterable<readonly [string, Value]>): ValueMap {
  const map: Record<string, Value> = Object.create(null);
  for (const [key, value] of entries) map[key] = value;
  return map;
}
