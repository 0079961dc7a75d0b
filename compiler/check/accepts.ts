import type { Schema } from '../types/schema.js';
import { isSchema, refer } from '../types/schema-shape.js';
import { matches } from './patterns.js';
import { escapeStep } from './plain.js';

/** One look at a value. */
interface Look {
  /** The schema that references are relative to. */
  readonly root: Schema;
  /** Where nothing is known yet. */
  readonly holes: ReadonlySet<string>;
  /** What the schema says in a way that is not known here. */
  readonly unsure: Set<string>;
}

/** Whether a keyword of a schema lets a value at a pointer pass. */
type Keyword = (value: unknown, schema: Schema, pointer: string, look: Look, depth: number) => boolean;

/** Deeper than schemas nest; keeps one that refers to itself finite. */
const DEEPEST = 60;

const NO_HOLES: ReadonlySet<string> = new Set();

/**
 * Whether it is certain that a schema allows a value, without the validator, whose loading and compiling cost more than
 * the rest of a small blueprint. False means that the validator must be asked: something is wrong, or the schema says it
 * in a way that is not known here. At `holes` (JSON Pointers) anything is allowed.
 */
export function accepts(schema: Schema, value: unknown, holes: ReadonlySet<string>): boolean {
  const look: Look = { root: schema, holes, unsure: new Set() };
  return passes(value, schema, '', look, 0) && look.unsure.size === 0;
}

function unsure(look: Look, keyword: string): false {
  look.unsure.add(keyword);
  return false;
}

function passes(value: unknown, schema: unknown, pointer: string, look: Look, depth: number): boolean {
  if (typeof schema === 'boolean') return schema;
  if (!isSchema(schema) || depth > DEEPEST) return unsure(look, '$ref');
  if (look.holes.has(pointer)) return true;
  // The config of a nested resource is checked against its own type.
  if (typeof schema.resource === 'string') return isMap(value);
  if (schema.$ref !== undefined) return passes(value, refer(schema.$ref, look.root), pointer, look, depth + 1);
  for (const keyword of Object.keys(schema)) {
    if (ANNOTATIONS.has(keyword)) continue;
    const check = KEYWORDS.get(keyword) ?? unknownKeyword;
    if (!check(value, schema, pointer, look, depth)) return false;
  }
  return true;
}

/** What says nothing about whether a value is allowed, or is looked at with another keyword. */
const ANNOTATIONS: ReadonlySet<string> = new Set([
  ...['$schema', '$comment', 'title', 'description', 'default', 'examples', 'definitions', 'format', 'then', 'else'],
  ...['offers', 'collected', 'aliasOf', 'identifiedBy', 'plain'],
]);

/** What the keywords ask of a value, as draft-07 says. */
const KEYWORDS: ReadonlyMap<string, Keyword> = new Map<string, Keyword>([
  ['type', (value, { type }) => (Array.isArray(type) ? type : [type]).some((name) => isOfType(value, name))],
  ['const', (value, { const: only }, _pointer, look) => isOneOf(value, [only], look)],
  ['enum', (value, { enum: values }, _pointer, look) => isOneOf(value, values, look)],
  ['minimum', (value, { minimum }) => typeof value !== 'number' || value >= Number(minimum)],
  ['maximum', (value, { maximum }) => typeof value !== 'number' || value <= Number(maximum)],
  ['minLength', (value, { minLength }) => typeof value !== 'string' || [...value].length >= Number(minLength)],
  ['maxLength', (value, { maxLength }) => typeof value !== 'string' || [...value].length <= Number(maxLength)],
  ['pattern', (value, { pattern }) => typeof value !== 'string' || matches(new RegExp(String(pattern), 'u'), value)],
  ['minItems', (value, { minItems }) => !Array.isArray(value) || value.length >= Number(minItems)],
  ['maxItems', (value, { maxItems }) => !Array.isArray(value) || value.length <= Number(maxItems)],
  ['minProperties', (value, { minProperties }) => !isMap(value) || Object.keys(value).length >= Number(minProperties)],
  ['maxProperties', (value, { maxProperties }) => !isMap(value) || Object.keys(value).length <= Number(maxProperties)],
  ['required', hasRequired],
  ['properties', hasProperties],
  ['additionalProperties', hasAdditional],
  ['items', hasItems],
  ['anyOf', passesAny],
  ['if', followsIf],
]);

function unknownKeyword(_value: unknown, _schema: Schema, pointer: string, look: Look): false {
  return unsure(look, pointer);
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isOfType(value: unknown, type: unknown): boolean {
  switch (type) {
    case 'array':
      return Array.isArray(value);
    case 'object':
      return isMap(value);
    case 'null':
      return value === null;
    case 'integer':
      return Number.isInteger(value);
    case 'number':
      return Number.isFinite(value);
    default:
      return (type === 'string' || type === 'boolean') && typeof value === type;
  }
}

function isOneOf(value: unknown, values: unknown, look: Look): boolean {
  if (!Array.isArray(values) || typeof value === 'object') return unsure(look, 'enum');
  return values.includes(value);
}

function hasRequired(value: unknown, { required }: Schema): boolean {
  return !isMap(value) || (Array.isArray(required) && required.every((key) => Object.hasOwn(value, key)));
}

function hasProperties(value: unknown, schema: Schema, pointer: string, look: Look, depth: number): boolean {
  if (!isMap(value)) return true;
  const { properties } = schema;
  if (!isSchema(properties)) return unsure(look, 'properties');
  return Object.keys(value).every(
    (key) =>
      !Object.hasOwn(properties, key) || passes(value[key], properties[key], below(pointer, key), look, depth + 1),
  );
}

function hasAdditional(value: unknown, schema: Schema, pointer: string, look: Look, depth: number): boolean {
  if (!isMap(value)) return true;
  const { properties, additionalProperties } = schema;
  const isOther = (key: string) => !isSchema(properties) || !Object.hasOwn(properties, key);
  return Object.keys(value).every(
    (key) => !isOther(key) || passes(value[key], additionalProperties, below(pointer, key), look, depth + 1),
  );
}

function hasItems(value: unknown, { items }: Schema, pointer: string, look: Look, depth: number): boolean {
  if (!Array.isArray(value)) return true;
  return value.every((item, index) => passes(item, items, `${pointer}/${index}`, look, depth + 1));
}

/** Values that stand for what is not known yet are held against alternatives as they are: so does the validator. */
function passesAny(value: unknown, { anyOf }: Schema, pointer: string, look: Look, depth: number): boolean {
  const known = { ...look, holes: NO_HOLES };
  return Array.isArray(anyOf) && anyOf.some((part) => passes(value, part, pointer, known, depth + 1));
}

function followsIf(value: unknown, schema: Schema, pointer: string, look: Look, depth: number): boolean {
  const { if: test, then: yes = true, else: no = true } = schema;
  const met = passes(value, test, pointer, { ...look, holes: NO_HOLES }, depth + 1);
  return passes(value, met ? yes : no, pointer, look, depth + 1);
}

function below(pointer: string, key: string): string {
  return `${pointer}/${escapeStep(key)}`;
}
