import type { Json, JsonMap } from '../../template/template.js';
import type { Schema } from '../../types/schema.js';
import { isSchema, refer } from '../../types/schema-shape.js';
import type { TypesOf } from './claim.js';
import { type Hint, itemsOf, noHint } from './hint.js';
import { isList, isMap } from './json.js';

/** A key of a config, and what it could be set to. */
export interface Slot {
  readonly path: readonly string[];
  readonly options: readonly Json[];
  /** Of a list: what each of its items could be. */
  readonly items: readonly (readonly Json[])[];
  readonly required: boolean;
  /** Whether it decides about others together with those that do so too. */
  readonly key: boolean;
}

/** How a value of the template is written in a blueprint: as references to what could own it, and as it is. */
export interface Writing {
  readonly owners: (value: Json) => readonly Json[];
  readonly written: (value: Json) => Json;
}

/** More ways to fill a key than are worth trying. */
const MOST = 14;

const DEEPEST = 3;

/** The keys that a type's config can have, with what a hint and its schema say about their values. */
export function slotsOf(schema: Schema, hint: Hint, writing: Writing, types: TypesOf, depth = 0): readonly Slot[] {
  const required = requiredIn(schema);
  return Object.entries(isSchema(schema.properties) ? schema.properties : {}).flatMap(
    ([key, given]): readonly Slot[] => {
      if (!isSchema(given) || given.aliasOf !== undefined) return [];
      const property = whole(given, schema);
      const inner = hint.inside.get(key) ?? noHint();
      const nested = typeof property.resource === 'string' ? types.get(property.resource)?.schema : undefined;
      if (nested !== undefined && depth < DEEPEST) {
        return slotsOf(withWaiting(nested), inner, writing, types, depth + 1).map((slot) => ({
          ...slot,
          path: [key, ...slot.path],
          required: false,
        }));
      }
      const options = distinct([...valuesOf(inner, property, schema, writing, 0), ...listed(property)]);
      const items = choicesOf(inner, property, schema, writing, 0);
      return [
        {
          path: [key],
          options: options.slice(0, MOST),
          items,
          required: required.includes(key),
          key: inner.key === true,
        },
      ];
    },
  );
}

/** The keys that there must be, also those that there must be where nothing else is said. */
function requiredIn(schema: Schema): readonly string[] {
  const otherwise = isSchema(schema.else) ? schema.else.required : [];
  return [schema.required, otherwise].flatMap((keys) => (isList(keys as Json) ? (keys as readonly string[]) : []));
}

/** A nested resource says itself what it waits for. */
function withWaiting(schema: Schema): Schema {
  return { ...schema, properties: { ...(schema.properties as object), waitFor: {} } };
}

function whole(schema: Schema, root: Schema): Schema {
  return { ...refer(schema.$ref, root), ...schema };
}

/** What a schema itself says that a value can be. */
function listed({ type, enum: values }: Schema): readonly Json[] {
  if (Array.isArray(values)) return values.filter((value) => value !== null);
  return type === 'boolean' ? [true, false] : [];
}

function valuesOf(hint: Hint, schema: Schema, root: Schema, writing: Writing, depth: number): readonly Json[] {
  if (depth > DEEPEST * 2) return [];
  const several = listsOf(hint, schema, root, writing, depth);
  const text = textOf(hint, schema, writing);
  const owners = allValues(hint).flatMap(writing.owners);
  const direct = hint.values.flatMap((value) => asWritten(value, schema, writing));
  const maps = schema.format === 'ports' ? [] : mapOf(hint, schema, root, writing, depth);
  const all = isSchema(schema.properties)
    ? [...maps, ...text, ...owners, ...direct]
    : [...text, ...owners, ...direct, ...maps];
  const list = takes(schema, 'array') && direct.length > 1 ? [distinct([...owners, ...direct])] : [];
  return distinct([...several, ...list, ...all]);
}

/** The values of a hint and of what is inside, but for items of lists. */
function allValues({ values, inside }: Hint, depth = 0): readonly Json[] {
  const inner = depth > DEEPEST ? [] : [...inside].filter(([key]) => !key.startsWith('#'));
  return [...values, ...inner.flatMap(([, hint]) => allValues(hint, depth + 1))];
}

/** A whole list of items, each what it most likely is. */
function listsOf(hint: Hint, schema: Schema, root: Schema, writing: Writing, depth: number): readonly Json[] {
  const first = choicesOf(hint, schema, root, writing, depth).flatMap(([choice]) => choice ?? []);
  return first.length === 0 ? [] : [distinct(first)];
}

function choicesOf(
  hint: Hint,
  schema: Schema,
  root: Schema,
  writing: Writing,
  depth: number,
): readonly (readonly Json[])[] {
  const item = isSchema(schema.items) ? whole(schema.items, root) : {};
  return itemsOf(hint).map((one) => valuesOf(one, item, root, writing, depth + 1).slice(0, MOST));
}

function mapOf(hint: Hint, schema: Schema, root: Schema, writing: Writing, depth: number): readonly Json[] {
  const properties = isSchema(schema.properties) ? schema.properties : undefined;
  const entries = [...hint.inside].flatMap(([key, inner]): [string, Json][] => {
    if (key.startsWith('#')) return [];
    const known = properties?.[key];
    if (properties !== undefined && !isSchema(known)) return [];
    const property = isSchema(known) ? whole(known, root) : {};
    const [value] = valuesOf(inner, property, root, writing, depth + 1);
    return value === undefined || value === property.default ? [] : [[key, value]];
  });
  // Of several things that a value may be asked for, one is enough.
  const texts = entries.map(([, value]) => JSON.stringify(value));
  const told = properties === undefined ? entries.filter((_, at) => texts.indexOf(texts[at] ?? '') === at) : entries;
  return told.length === 0 ? [] : [Object.fromEntries(told) as JsonMap];
}

/** A text that is read as several values. */
function textOf(hint: Hint, { format }: Schema, { written }: Writing): readonly Json[] {
  if (format !== 'ports') return [];
  const [from, to] = ['from', 'to'].map((key) => hint.inside.get(key)?.values[0]);
  if (isMap(from) && JSON.stringify(from) === JSON.stringify(to)) return [written(from)];
  if (typeof from !== 'number' || typeof to !== 'number' || from < 0) return [];
  if (from === to) return [from];
  return from === 0 && to === 65535 ? ['all'] : [`${from}-${to}`];
}

const UNITS = [
  [86_400, 'd'],
  [3600, 'h'],
  [60, 'm'],
  [1, 's'],
] as const;

function asWritten(value: Json, schema: Schema, writing: Writing): readonly Json[] {
  const { format } = schema;
  if (format === 'ports') return [];
  if (format === 'duration' && !isMap(value) && !isList(value) && /^\d+$/.test(String(value))) {
    const [size, unit] = UNITS.find(([size]) => Number(value) % size === 0) ?? [1, 's'];
    return [`${Number(value) / size}${unit}`];
  }
  if (format === 'cidr' && value === '0.0.0.0/0') return ['anywhere'];
  if (typeof value === 'string' && /^\d{1,15}$/.test(value) && (takes(schema, 'integer') || takes(schema, 'number'))) {
    return [Number(value)];
  }
  return [writing.written(value)];
}

function takes({ type }: Schema, kind: string): boolean {
  return type === kind || (Array.isArray(type) && type.includes(kind));
}

function distinct(values: readonly Json[]): readonly Json[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}
