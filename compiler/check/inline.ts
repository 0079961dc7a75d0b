import type { Schema } from '../types/schema.js';
import { isSchema, refer } from '../types/schema-shape.js';

/** Deeper references are left to the validator: they are recursive. */
const DEEPEST = 8;

/** What a schema calls itself: nothing can refer to it, and two that are called the same would be in each other's way. */
const NAMES = new Set(['$schema', '$id']);

/**
 * The schema with its `$ref: '#/…'` replaced by what they lead to, so that a finding's schema path says which
 * alternative it belongs to. The config of a nested resource is checked by itself, against its own type.
 */
export function inlined(schema: Schema): Schema {
  const inside = (value: unknown, depth: number): unknown => {
    if (Array.isArray(value)) return value.map((item) => inside(item, depth));
    if (!isSchema(value)) return value;
    if (typeof value.resource === 'string') return { type: 'object' };
    const target = depth < DEEPEST ? refer(value.$ref, schema) : undefined;
    if (target !== undefined) return inside(target, depth + 1);
    const keywords = Object.entries(value).filter(([key, item]) => !NAMES.has(key) || typeof item !== 'string');
    return Object.fromEntries(keywords.map(([key, item]) => [key, inside(item, depth)]));
  };
  return inside(schema, 0) as Schema;
}
