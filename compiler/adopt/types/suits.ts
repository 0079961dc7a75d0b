import { intrinsics } from '../../template/cloudformation.js';
import type { Json } from '../../template/template.js';
import type { Schema } from '../../types/schema.js';
import { isSchema, refer } from '../../types/schema-shape.js';
import { isList, isMap } from './json.js';

/** A schema with what it refers to. */
export function whole(schema: Schema, root: Schema): Schema {
  return { ...refer(schema.$ref, root), ...schema };
}

export function takes({ type }: Schema, kind: string): boolean {
  return type === kind || (Array.isArray(type) && type.includes(kind));
}

/** Whether a value is of the kind that a schema asks for; a reference may be of any. */
export function suits(value: Json, given: Schema, root: Schema): boolean {
  const schema = whole(given, root);
  if (isEmpty(value)) return false;
  if (isReference(value)) return true;
  if (schema.type === undefined) return offers(value, schema);
  if (!kindsOf(value).some((kind) => takes(schema, kind))) return false;
  const { items } = schema;
  return !isList(value) || !isSchema(items) || value.every((item) => suits(item, items, root));
}

/** Whether it is a thing, or a map that says what things offer. */
function offers(value: Json, { offers, properties }: Schema): boolean {
  return typeof offers !== 'string' || isSchema(properties) || (isMap(value) && Object.hasOwn(value, offers));
}

function isEmpty(value: Json): boolean {
  return (isList(value) && value.length === 0) || (isMap(value) && Object.keys(value).length === 0);
}

function isReference(value: Json): boolean {
  if (typeof value === 'string') return value.startsWith('$') || value.includes('${{');
  return isMap(value) && Object.keys(value).some((key) => intrinsics.has(key));
}

function kindsOf(value: Json): readonly string[] {
  if (isList(value)) return ['array'];
  if (isMap(value)) return ['object'];
  // A text may be written as a number.
  if (typeof value === 'number') return ['number', 'string', ...(Number.isInteger(value) ? ['integer'] : [])];
  return [typeof value];
}
