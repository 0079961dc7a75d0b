import type { Report } from '../diagnostics/diagnostic.js';
import type { Logical } from '../template/logical.js';
import { isMap, Reference, type Value, type ValueMap } from '../template/value.js';
import { didYouMean } from '../text/suggest.js';
import type { Found, FoundCall } from './collect.js';
import type { Names } from './names.js';
import { macros } from './references.js';

/** Checks that every `Fn::FindInMap` asks a mapping that there is for keys that it has, as far as they are known. */
export function checkMappings(logical: Logical, found: Found, names: Names, report: Report): void {
  if (macros(logical)) return;
  for (const use of found.calls) if (use.call.name === 'Fn::FindInMap') checkLookup(logical, use, names, report);
}

function checkLookup(logical: Logical, use: FoundCall, names: Names, report: Report): void {
  const [name, first, second, fallback] = Array.isArray(use.call.args) ? (use.call.args as readonly Value[]) : [];
  if (typeof name !== 'string') return;
  if (!names.has('mapping', name)) {
    report('unknown-mapping', use.spot.at(0).place, { name }, { hint: names.nearest(name, ['mapping']) });
    return;
  }
  const mapping = logical.sections.mappings.get(name)?.value;
  if (mapping === undefined || !isMap(mapping) || fallback !== undefined) return;
  const rows = checkFirst(name, mapping, first, use, report);
  if (first instanceof Reference) checkAllowed(logical, name, mapping, first, report);
  if (typeof second === 'string') checkSecond(name, rows, second, use, report);
}

/** The rows that the first key can mean. */
function checkFirst(
  name: string,
  mapping: ValueMap,
  first: Value | undefined,
  { spot }: FoundCall,
  report: Report,
): readonly Value[] {
  if (typeof first !== 'string') return Object.values(mapping);
  const row = mapping[first];
  if (row !== undefined) return [row];
  const hint = keyHint(first, Object.keys(mapping));
  report('unknown-mapping-key', spot.at(1).place, { mapping: name, key: first }, { hint });
  return [];
}

/** When the row is not known, it is enough that some row has the key. */
function checkSecond(name: string, rows: readonly Value[], second: string, { spot }: FoundCall, report: Report): void {
  const maps = rows.filter(isMap);
  if (maps.length === 0 || maps.some((row) => Object.hasOwn(row, second))) return;
  const keys = new Set(maps.flatMap((row) => Object.keys(row)));
  report('unknown-mapping-key', spot.at(2).place, { mapping: name, key: second }, { hint: keyHint(second, [...keys]) });
}

/** A parameter that can be given what the mapping does not know. */
function checkAllowed(logical: Logical, name: string, mapping: ValueMap, first: Reference, report: Report): void {
  const parameter = logical.sections.parameters.get(first.target);
  const allowed = parameter !== undefined && isMap(parameter.value) ? parameter.value.AllowedValues : undefined;
  if (parameter === undefined || !Array.isArray(allowed)) return;
  for (const [index, value] of (allowed as readonly Value[]).entries()) {
    if (typeof value !== 'string' || Object.hasOwn(mapping, value)) continue;
    const place = parameter.place.at('allowedValues').at(index);
    const related = [{ place: first.place, message: `"${first.target}" is looked up here.` }];
    report('unmapped-value', place, { value, mapping: name }, { related, hint: keyHint(value, Object.keys(mapping)) });
  }
}

const mostKeys = 10;

function keyHint(key: string, keys: readonly string[]): string {
  const near = didYouMean(key, keys);
  if (near !== undefined) return near;
  const shown = keys.slice(0, mostKeys).map((name) => `"${name}"`);
  return `There are ${shown.join(', ')}${keys.length > mostKeys ? ' and more' : ''}.`;
}
