import { isJsonList, isJsonMap } from '../../../compiler/diff/node.js';
import type { ValueType } from '../../../compiler/specification/specification.js';
import type { Json } from '../../../compiler/template/template.js';

/**
 * What is wrong with the kind of a value, in the words of JSON Schema as CloudFormation speaks them; undefined where it
 * fits. Texts stand for numbers and booleans and the other way round, and a lone item for a list of it.
 */
export function unfits(value: Json, type: ValueType): string | undefined {
  if (type.kind === 'json' || type.kind === 'union' || value === null) return undefined;
  if (typeof value === 'string' && value.includes('{{resolve:')) return undefined;
  if (isJsonMap(value))
    return type.kind === 'map' || type.kind === 'object' || isOneOf(type) ? undefined : mismatch(type, 'JSONObject');
  if (isJsonList(value)) return type.kind === 'list' ? undefined : mismatch(type, 'JSONArray');
  return scalarProblem(value, type);
}

function isOneOf(type: ValueType): boolean {
  return type.kind === 'list' && (type.item.kind === 'object' || type.item.kind === 'map' || type.item.kind === 'json');
}

function scalarProblem(value: string | number | boolean | null, type: ValueType): string | undefined {
  const text = String(value);
  switch (type.kind) {
    case 'integer':
      return /^[-+]?\d+$/.test(text) ? undefined : mismatch(type, nameOf(value));
    case 'number':
      return text.trim() !== '' && Number.isFinite(Number(text)) ? undefined : mismatch(type, nameOf(value));
    case 'boolean':
      return /^(?:true|false)$/i.test(text) ? undefined : mismatch(type, nameOf(value));
    case 'map':
    case 'object':
      return mismatch(type, nameOf(value));
    default:
      return undefined;
  }
}

const EXPECTED: Readonly<Record<ValueType['kind'], string>> = {
  string: 'String',
  timestamp: 'String',
  integer: 'Integer',
  number: 'Number',
  boolean: 'Boolean',
  json: 'JSONObject',
  list: 'JSONArray',
  map: 'JSONObject',
  object: 'JSONObject',
  union: 'String',
};

function mismatch(type: ValueType, found: string): string {
  return `expected type: ${EXPECTED[type.kind]}, found: ${found}`;
}

function nameOf(value: string | number | boolean | null): string {
  return typeof value === 'string' ? 'String' : typeof value === 'number' ? 'Number' : 'Boolean';
}
