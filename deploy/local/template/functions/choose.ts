import { isJsonList, isJsonMap, member } from '../../../../compiler/diff/node.js';
import type { Json } from '../../../../compiler/template/template.js';
import { asText } from '../asText.js';
import type { Evaluator } from '../evaluator.js';
import { refusal } from '../refuse.js';

/** `Fn::If`. @throws Fault */
export function condition(scope: Evaluator, arg: Json): Json | undefined {
  const [name, yes, no, ...more] = isJsonList(arg) ? arg : [];
  if (typeof name !== 'string') {
    throw refusal('Template error: Fn::If requires a list argument with the first element specifying a condition');
  }
  if (yes === undefined || no === undefined || more.length > 0) {
    throw refusal('Template error: Fn::If requires a list argument with three elements');
  }
  return scope.value(scope.condition(name) ? yes : no);
}

/** @throws Fault */
export function select(scope: Evaluator, arg: Json): Json {
  const [index, source, ...more] = isJsonList(arg) ? arg : [];
  const at = asText(index === undefined ? '' : scope.value(index));
  const list = source === undefined ? undefined : scope.value(source);
  if (!isJsonList(list) || !/^\d{1,9}$/.test(at) || more.length > 0) {
    throw refusal('Template error: Fn::Select requires a list argument with two elements: an integer index and a list');
  }
  const found = list[Number(at)];
  if (found === undefined) throw refusal(`Template error: Fn::Select cannot select nonexistent value at index ${at}`);
  return found;
}

/** @throws Fault */
export function findInMap(scope: Evaluator, arg: Json): Json | undefined {
  const [mapName, first, second, options, ...more] = isJsonList(arg) ? arg : [];
  const [map, key, column] = [mapName, first, second].map((part) => (part === undefined ? part : scope.value(part)));
  if (!isScalar(map) || !isScalar(key) || !isScalar(column) || more.length > 0) {
    throw refusal(
      'Template error: every Fn::FindInMap object requires three parameters, the map name, map key and the attribute for return value',
    );
  }
  const mapping = scope.template.mappings.get(String(map));
  const found = member(member(mapping, String(key)), String(column));
  if (found !== undefined) return found;
  const otherwise = isJsonMap(options) ? options.DefaultValue : undefined;
  if (otherwise !== undefined) return scope.value(otherwise);
  if (mapping === undefined) {
    throw refusal(`Template error: Mapping named '${map}' is not present in the 'Mappings' section of template.`);
  }
  throw refusal(`Template error: Unable to get mapping for ${map}::${key}::${column}`);
}

/** `Fn::Length`. @throws Fault */
export function length(scope: Evaluator, arg: Json): Json {
  const list = scope.value(arg);
  if (isJsonList(list)) return list.length;
  throw refusal('Template error: every Fn::Length object requires a list.');
}

function isScalar(value: Json | undefined): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
