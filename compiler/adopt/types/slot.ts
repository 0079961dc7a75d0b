import type { Json, JsonMap } from '../../template/template.js';
import type { Schema } from '../../types/schema.js';
import { isSchema } from '../../types/schema-shape.js';
import type { TypesOf } from './claim.js';
import { type Hint, itemsOf, KEY, noHint } from './hint.js';
import { isList, isMap } from './json.js';
import { suits, takes, whole } from './suits.js';

/** A key of a config, and what it could be set to. */
export interface Slot {
  readonly path: readonly string[];
  readonly options: readonly Json[];
  /** The first of them, where it is the resources that say so. */
  readonly found: Json | undefined;
  /** Of a list: what each of its items could be. */
  readonly items: readonly (readonly Json[])[];
  readonly required: boolean;
  /** Whether anything could be said with it, so that it is the last to be tried. */
  readonly loose: boolean;
  /** Whether it decides about others together with those that do so too. */
  readonly key: boolean;
}

/** How a value of the template is written in a blueprint: as references to what could own it, and as it is. */
export interface Writing {
  readonly owners: (value: Json) => readonly Json[];
  readonly written: (value: Json) => Json;
  /** The things that grant some of the statements, by what they let do. */
  readonly granted: (statements: readonly Json[], attribute: string) => JsonMap | undefined;
}

/** More ways to fill a key than are worth trying. */
const MOST = 14;

const DEEPEST = 3;

/** The keys that a type's config can have, with what a hint and its schema say about their values. */
export function slotsOf(schema: Schema, hint: Hint, writing: Writing, types: TypesOf, depth = 0): readonly Slot[] {
  const required = requiredIn(schema);
  // What there must be where nothing else is said.
  const otherwise = isSchema(schema.else) ? requiredIn(schema.else) : [];
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
      const values = valuesOf(inner, property, schema, writing, 0);
      const options = distinct([...values, ...listed(property)]);
      // What a thing would offer can be written out, but hardly anybody does.
      const [found] = values.filter((value) => property.offers === undefined || !isMap(value));
      const items = [...choicesOf(inner, property, schema, writing, 0), ...singles(inner, property, schema, writing)];
      return [
        {
          path: [key],
          options: options.slice(0, MOST),
          found,
          items,
          required: required.includes(key) || (otherwise.includes(key) && found !== undefined),
          key: inner.key === true,
          loose: isOnlyList(property) && takesMaps(property) && itemsOf(inner).length === 0,
        },
      ];
    },
  );
}

function requiredIn({ required }: Schema): readonly string[] {
  return isList(required as Json) ? (required as readonly string[]) : [];
}

/** A nested resource says itself what it waits for. */
function withWaiting(schema: Schema): Schema {
  return { ...schema, properties: { ...(schema.properties as object), waitFor: {} } };
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
  const owners = allValues(hint, false).flatMap(writing.owners);
  const direct = hint.values.flatMap((value) => asWritten(value, schema, writing));
  const maps = schema.format === 'ports' ? [] : mapOf(hint, schema, root, writing, depth);
  const all = isSchema(schema.properties)
    ? [...maps, ...text, ...owners, ...direct]
    : [...text, ...owners, ...direct, ...maps];
  const single = direct.filter((value) => !isList(value));
  const whose = takesMaps(schema) ? [] : owners;
  const some = isOnlyList(schema) ? 0 : 1;
  const list =
    takes(schema, 'array') && single.length > some ? [distinct([...whose, ...single]), distinct(single)] : [];
  const keyed = keyedOf(hint, schema, root, writing, depth);
  return distinct([...keyed, ...several, ...list, ...all].filter((value) => suits(value, schema, root)));
}

/** What may be one of the items of a list, though not where. */
function singles({ values }: Hint, schema: Schema, root: Schema, writing: Writing): readonly (readonly Json[])[] {
  if (!takes(schema, 'array')) return [];
  const each = values.filter((value) => !isList(value)).map(writing.written);
  return each.filter((value) => suits([value], schema, root)).map((value) => [value]);
}

function takesMaps({ items }: Schema): boolean {
  return isSchema(items) && takes(items, 'object');
}

function isOnlyList({ type }: Schema): boolean {
  return [type].flat().join() === 'array';
}

/** A map of which the template goes through the entries. */
function keyedOf(hint: Hint, schema: Schema, root: Schema, writing: Writing, depth: number): readonly Json[] {
  const { additionalProperties: inner } = schema;
  if (!isSchema(inner)) return [];
  if (typeof inner.offers === 'string' && schema.properties === undefined) {
    const verbs = writing.granted(allValues(hint, true), inner.offers);
    if (verbs !== undefined) return [verbs];
  }
  const maps = [writing, { ...writing, owners: () => [] }].map((way) => {
    const entries = itemsOf(hint).flatMap((item): [string, Json][] => {
      const [key] = item.inside.get(KEY)?.values ?? [];
      const [value = {}] = valuesOf(item, whole(inner, root), root, way, depth + 1);
      return typeof key === 'string' ? [[key, value]] : [];
    });
    return Object.fromEntries(entries);
  });
  return maps;
}

/** The values of a hint and of what is inside, but for items of lists of its own. */
function allValues({ values, inside }: Hint, items: boolean, depth = 0): readonly Json[] {
  const inner = depth > DEEPEST ? [] : [...inside].filter(([key]) => items || !key.startsWith('#'));
  return [...values, ...inner.flatMap(([, hint]) => allValues(hint, true, depth + 1))];
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
    if (key.startsWith('#') || key.startsWith('@')) return [];
    const known = properties?.[key];
    if (properties !== undefined && !isSchema(known)) return [];
    const property = isSchema(known) ? whole(known, root) : {};
    const [value] = valuesOf(inner, property, root, writing, depth + 1);
    return value === undefined || value === property.default ? [] : [[key, value]];
  });
  // Of several keys that a value may be of, one is enough, though which of them cannot be seen.
  const texts = entries.map(([, value]) => JSON.stringify(value));
  const alike = entries.filter((_, at) => texts.indexOf(texts[at] ?? '') !== texts.lastIndexOf(texts[at] ?? ''));
  const chosen = [entries[0], ...alike.slice(1)].map((one) =>
    entries.filter(
      (entry, at) =>
        entry === one ||
        texts.indexOf(texts[at] ?? '', texts[at] === JSON.stringify(one?.[1]) ? entries.length : 0) === at,
    ),
  );
  const isThing = alike.some(([, value]) => typeof value === 'string' && value.startsWith('$'));
  const all = properties === undefined ? chosen : isThing ? [...chosen, entries] : [entries, ...chosen];
  return all.flatMap((told): JsonMap[] => (told.length === 0 ? [] : [Object.fromEntries(told)]));
}

/** A text that is read as several values. */
function textOf(hint: Hint, { format }: Schema, { written }: Writing): readonly Json[] {
  if (format === 'code') return (hint.inside.get('text')?.values ?? []).map(written);
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
  if (
    typeof value === 'string' &&
    /^\d{1,15}(\.\d+)?$/.test(value) &&
    (takes(schema, 'integer') || takes(schema, 'number'))
  ) {
    return [Number(value)];
  }
  return [writing.written(value)];
}

function distinct(values: readonly Json[]): readonly Json[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}
