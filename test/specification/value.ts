import type { ValueType } from '../../compiler/specification/specification.js';

/** A type of value in words, for tables: `list of string`, `Endpoint`, `one of Enabled Disabled`. */
export function inWords(type: ValueType | undefined): string {
  if (type === undefined) return 'unknown';
  if (type.kind === 'list') return `list of ${inWords(type.item)}`;
  if (type.kind === 'map') return `map of ${inWords(type.value)}`;
  if (type.kind === 'object') return type.name;
  if (type.kind === 'union') return type.types.map(inWords).join(' or ');
  return 'values' in type && type.values !== undefined ? `one of ${type.values.join(' ')}` : type.kind;
}
