import type { Schema } from '../../types/schema.js';

/**
 * An editor reads scalars by YAML's rules, jiml by the schema: `012345` and `true` are texts where a text belongs. So
 * what takes a text takes a number and a boolean, and of listed words both readings are listed.
 */
export function anyScalar(schema: Schema): Schema {
  const { type, enum: values, const: only } = schema;
  if (Array.isArray(values)) return { ...schema, ...looseType(type), enum: [...new Set(values.flatMap(readings))] };
  if (only !== undefined) return schema;
  const types = typeList(type);
  return types.includes('string') ? { ...schema, type: [...new Set([...types, 'number', 'boolean'])] } : schema;
}

function looseType(type: unknown): Schema {
  return type === undefined ? {} : { type: [...new Set([...typeList(type), 'string', 'number', 'boolean'])] };
}

/** `type` as a list. */
export function typeList(type: unknown): readonly unknown[] {
  return type === undefined ? [] : Array.isArray(type) ? type : [type];
}

function readings(value: unknown): readonly unknown[] {
  if (typeof value === 'number' || typeof value === 'boolean') return [value, String(value)];
  if (typeof value !== 'string') return [value];
  if (value === 'true' || value === 'false') return [value, value === 'true'];
  return /^-?\d+(\.\d+)?$/.test(value) ? [value, Number(value)] : [value];
}
