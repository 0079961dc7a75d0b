import type { Document } from '../source/place.js';
import type { Type } from '../types/type.js';

/** What a phase made, as JSON for people who want to see it: maps as objects, documents and types without their insides. */
export function printed(value: unknown, indent: number | undefined): string {
  return `${JSON.stringify(value, replaced, indent)}\n`;
}

function replaced(_key: string, value: unknown): unknown {
  if (value instanceof Map) return Object.fromEntries(value);
  if (value instanceof Set) return [...value];
  if (isDocument(value)) return { file: value.file, root: value.root };
  if (isType(value)) return value.name;
  return value;
}

function isDocument(value: unknown): value is Document {
  return typeof value === 'object' && value !== null && 'root' in value && 'span' in value;
}

function isType(value: unknown): value is Type {
  return typeof value === 'object' && value !== null && 'schemaDocument' in value;
}
