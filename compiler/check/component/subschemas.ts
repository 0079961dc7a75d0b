import type { Place } from '../../source/place.js';
import type { Schema } from '../../types/schema.js';
import { isSchema } from '../../types/schema-shape.js';

/** A schema inside a schema.json, and where it is. */
export interface Subschema {
  readonly schema: Schema;
  readonly place: Place;
}

/** The keywords of JSON Schema draft-07 behind which schemas stand: one, a list of them, or some by name. */
const ONE = new Set([
  'items',
  'additionalItems',
  'contains',
  'additionalProperties',
  'propertyNames',
  'not',
  'if',
  'then',
  'else',
]);
const LIST = new Set(['items', 'allOf', 'anyOf', 'oneOf']);
const NAMED = new Set(['properties', 'patternProperties', 'definitions', '$defs', 'dependencies']);

/** A schema and all schemas inside it; what a `$ref` leads to is met where it stands. */
export function* subschemas(schema: Schema, place: Place): Iterable<Subschema> {
  const open: Subschema[] = [{ schema, place }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    yield next;
    open.push(...inside(next).reverse());
  }
}

function inside({ schema, place }: Subschema): Subschema[] {
  return Object.entries(schema).flatMap(([keyword, value]) => {
    const at = place.at(keyword);
    if (Array.isArray(value)) return LIST.has(keyword) ? among([...value.entries()], at) : [];
    if (!isSchema(value)) return [];
    if (NAMED.has(keyword)) return among(Object.entries(value), at);
    return ONE.has(keyword) ? [{ schema: value, place: at }] : [];
  });
}

function among(entries: readonly (readonly [string | number, unknown])[], place: Place): Subschema[] {
  return entries.flatMap(([step, value]) => (isSchema(value) ? [{ schema: value, place: place.at(step) }] : []));
}
