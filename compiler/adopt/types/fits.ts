import type { Json } from '../../template/template.js';
import type { Expression } from '../../text/expression.js';
import type { Part } from '../../types/type.js';
import { isList, isMap, own } from './json.js';

/**
 * Whether a part of a type could give a logical resource, as far as that can be seen without knowing any config: what
 * the part always says stands there, and nothing that it never says.
 */
export function fits(part: Part, resource: Json | undefined): boolean {
  if (!isMap(resource) || own(resource, 'Type') !== part.type) return false;
  const [layer, more] = part.config();
  return layer === undefined || more !== undefined || could(layer, own(resource, 'Properties'));
}

function could(expression: Expression, value: Json | undefined): boolean {
  switch (expression.kind) {
    case 'literal':
      return expression.value === value;
    case 'list':
      return couldList(expression.items, value);
    case 'map':
      if (value === undefined) return !isCertain(expression);
      if (!isMap(value)) return false;
      return (
        expression.entries.every(({ key, value: inner }) => could(inner, own(value, key))) &&
        Object.keys(value).every((key) => expression.entries.some((entry) => entry.key === key))
      );
    default:
      return true;
  }
}

function couldList(items: readonly Expression[], value: Json | undefined): boolean {
  if (!items.every(({ kind }) => kind === 'literal' || kind === 'map')) return true;
  if (value === undefined) return !items.some(isCertain);
  if (!items.every(isCertain)) return true;
  return isList(value) && value.length === items.length && items.every((item, at) => could(item, value[at]));
}

/** Whether it is there whatever its config is. */
function isCertain(expression: Expression): boolean {
  if (expression.kind === 'map') return expression.entries.some(({ value }) => isCertain(value));
  if (expression.kind === 'list') return expression.items.some(isCertain);
  return expression.kind === 'literal';
}
