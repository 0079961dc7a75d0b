import { Call, Reference, Text, type Value } from '../template/value.js';

/** A text that is the same for values that mean the same, wherever they were written. */
export function identity(value: Value): string {
  if (value instanceof Reference) return `$${value.target}.${value.attribute ?? ''}`;
  if (value instanceof Call) return `${value.name}(${identity(value.args)})`;
  if (value instanceof Text) return `"${value.parts.map(identity).join('')}"`;
  if (Array.isArray(value)) return `[${value.map(identity).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const map = value as Readonly<Record<string, Value>>;
  const entries = Object.keys(map)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${identity(map[key] as Value)}`);
  return `{${entries.join(',')}}`;
}

/** Eight hexadecimal digits of a text (FNV-1a, 32 bits): enough to tell names apart that are also checked. */
export function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return hash.toString(16).padStart(8, '0');
}
