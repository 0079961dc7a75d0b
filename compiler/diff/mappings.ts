import type { Json } from '../template/template.js';
import type { Evaluator } from './evaluate.js';
import { type Form, textOf } from './form.js';
import { isJsonList, isJsonMap, member } from './node.js';

/**
 * Evaluates `Fn::FindInMap`. Where a key is not known, the form says what could be found, so that the name of the
 * mapping has no meaning and what stands in it has.
 */
export function findInMap(scope: Evaluator, arg: Json): Form | undefined {
  const [name, first, second, options] = isJsonList(arg) ? arg : [];
  const mapName = textOf(scope.form(name));
  const [a, b] = [scope.form(first), scope.form(second)];
  if (mapName === undefined || a === undefined || b === undefined) return undefined;
  const mapping = member(member(scope.template, 'Mappings'), mapName);
  const otherwise = scope.form(member(options, 'DefaultValue'));
  const [key, column] = [textOf(a), textOf(b)];
  if (key !== undefined && column !== undefined && mapping !== undefined) {
    const found = scope.form(member(member(mapping, key), column)) ?? otherwise;
    if (found !== undefined) return found;
  }
  const table =
    scope.remember(JSON.stringify([mapName, key ?? null, column ?? null]), () => findable(mapping, key, column)) ??
    scope.forms.text([mapName]);
  return scope.forms.call('FindIn', [table, a, b, ...(otherwise === undefined ? [] : [otherwise])]);
}

/** The part of a mapping in which something is looked up. */
function findable(mapping: Json | undefined, key: string | undefined, column: string | undefined): Json | undefined {
  if (key !== undefined) return member(mapping, key);
  if (column === undefined || !isJsonMap(mapping)) return mapping;
  const rows = Object.keys(mapping).map((row): [string, Json] => [row, member(mapping[row], column) ?? null]);
  return Object.fromEntries(rows);
}
