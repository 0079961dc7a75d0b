import { jsonNode } from '../source/json.js';
import type { Place } from '../source/place.js';
import type { Expression } from '../text/expression.js';
import { read } from '../text/read.js';
import type { Reading } from '../text/reading.js';
import type { Schema } from './schema.js';
import { isSchema, refer } from './schema-shape.js';

/** What a schema does to a value when it is given: reads small texts, fills in defaults, asks things what they offer. */
export interface Conformer {
  readonly format: string | undefined;
  readonly offers: string | undefined;
  readonly property: (key: string) => Conformer | undefined;
  readonly defaults: ReadonlyMap<string, Expression>;
  readonly item: Conformer | undefined;
}

/** Deeper than schemas nest; keeps a recursive one finite. */
const DEEPEST = 12;

/** The conformer of a schema, or undefined where it does nothing to a value. */
export function conformerOf(
  schema: Schema,
  root: Schema,
  place: Place,
  reading: Reading,
  depth = 0,
): Conformer | undefined {
  const parts = composed(schema, root, depth);
  const deeper = (inner: unknown, step: string) =>
    isSchema(inner) && depth < DEEPEST ? conformerOf(inner, root, place.at(step), reading, depth + 1) : undefined;
  const properties = new Map<string, Conformer>();
  const defaults = new Map<string, Expression>();
  for (const part of parts) {
    for (const [key, property] of Object.entries(isSchema(part.properties) ? part.properties : {})) {
      const inner = deeper(property, key);
      if (inner !== undefined) properties.set(key, inner);
      const value = isSchema(property) ? defaultOf(property, root) : undefined;
      if (value !== undefined) defaults.set(key, read(jsonNode(value), place.at(key), undefined, reading));
    }
  }
  const more = parts.map((part) => deeper(part.additionalProperties, 'additionalProperties')).find(Boolean);
  const item = parts.map((part) => deeper(part.items, 'items')).find(Boolean);
  const format = textOf(parts, 'format');
  const offers = textOf(parts, 'offers');
  const idle = !format && !offers && !more && !item && properties.size === 0 && defaults.size === 0;
  if (idle) return undefined;
  return { format, offers, property: (key) => properties.get(key) ?? more, defaults, item };
}

/** The default that a schema says, itself or through what it refers to. */
export function defaultOf(schema: Schema, root: Schema): unknown {
  return schema.default ?? refer(schema.$ref, root)?.default;
}

/** A schema and what it is composed of; a nested resource takes care of its own config. */
function composed(schema: Schema, root: Schema, depth: number): readonly Schema[] {
  if (depth > DEEPEST || typeof schema.resource === 'string') return [];
  const inner = ['allOf', 'anyOf', 'oneOf'].flatMap((keyword) => {
    const value = schema[keyword];
    return Array.isArray(value) ? value : [];
  });
  const all = [...inner, refer(schema.$ref, root)].filter(isSchema);
  return [schema, ...all.flatMap((item) => composed(item, root, depth + 1))];
}

function textOf(parts: readonly Schema[], keyword: string): string | undefined {
  const found = parts.find((part) => typeof part[keyword] === 'string');
  return found?.[keyword] as string | undefined;
}
