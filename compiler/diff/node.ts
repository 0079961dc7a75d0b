import type { Json } from '../template/template.js';
import type { Form } from './form.js';

/**
 * A value of a template after evaluation, with what stands there: maps and lists without what is left out, choices that
 * are known replaced by what they choose.
 */
export interface EvaluatedNode {
  readonly form: Form;
  /** What stands in the template. */
  readonly raw: Json;
  /** For a map that was written out. */
  readonly entries?: ReadonlyMap<string, EvaluatedNode>;
  /** For a list that was written out. */
  readonly items?: readonly EvaluatedNode[];
  /** Where the items stand in the list as it was written. */
  readonly positions?: readonly number[];
}

/** A map of JSON, not a list. */
export function isJsonMap(json: Json | undefined): json is { readonly [key: string]: Json } {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

/** A list of JSON. */
export function isJsonList(json: Json | undefined): json is readonly Json[] {
  return Array.isArray(json);
}

/** A member of a map that was written there, whatever its name. */
export function member(json: Json | undefined, key: string): Json | undefined {
  return isJsonMap(json) && Object.hasOwn(json, key) ? json[key] : undefined;
}

/** Function name and argument where a map is a call. */
export function callOf(json: Json): readonly [name: string, arg: Json] | undefined {
  if (!isJsonMap(json)) return undefined;
  const [name, ...more] = Object.keys(json);
  if (name === undefined || more.length > 0 || !(name === 'Ref' || name.startsWith('Fn::'))) return undefined;
  return [name, json[name] as Json];
}
