import { count } from '../diagnostics/count.js';
import type { Report } from '../diagnostics/diagnostic.js';
import type { Place } from '../source/place.js';
import { userData, userDataPath } from '../template/cloudformation.js';
import type { Logical, LogicalResource } from '../template/logical.js';
import { Call, isMap, Text, type Value } from '../template/value.js';
import { type Size, sizeOf } from './size.js';
import { Spot } from './spot.js';

/** Checks that no user data can be larger than it may be, in bytes before Base64, whatever the parameters are. */
export function checkUserData(logical: Logical, report: Report): void {
  for (const resource of logical.resources) {
    const path = userDataPath(resource.type);
    if (path === undefined || resource.properties === undefined) continue;
    const { id: name, place } = resource;
    const spot = Spot.of({ section: 'Resources', name, place, resource }).at('Properties');
    for (const found of standing(resource.properties, path, spot)) checkOne(found, logical, resource, report);
  }
}

interface Standing {
  readonly value: Value;
  readonly spot: Spot;
}

function standing(value: Value, [key, ...rest]: readonly string[], spot: Spot): readonly Standing[] {
  if (key === undefined) return [{ value, spot }];
  if (key === '*' && Array.isArray(value)) return value.flatMap((item, index) => standing(item, rest, spot.at(index)));
  if (!isMap(value) || value[key] === undefined) return [];
  return standing(value[key], rest, spot.at(key));
}

function checkOne({ value, spot }: Standing, logical: Logical, resource: LogicalResource, report: Report): void {
  const script = value instanceof Call && value.name === userData.encoding ? value.args : undefined;
  const size = script === undefined ? decoded(sizeOf(value, logical)) : sizeOf(script, logical);
  const limit = userData.maxBytes;
  const certain = size.fixed + size.known;
  const bytes = certain + size.assumed;
  const place = placeOf(script ?? value) ?? spot.place;
  const args = { id: resource.id, limit };
  const extra = { hint: roomTakers(size) };
  if (certain > limit) report('user-data-too-large', place, { ...args, bytes: certain }, extra);
  else if (bytes > limit)
    report('user-data-may-be-too-large', place, { ...args, bytes, assumed: userData.unknownLength }, extra);
}

/** What stands there without `Fn::Base64` is Base64 already. */
function decoded({ fixed, known, assumed, shares }: Size): Size {
  const shrunk = (bytes: number) => Math.floor((bytes * 3) / 4);
  return { fixed: shrunk(fixed), known: shrunk(known), assumed: shrunk(assumed), shares };
}

function placeOf(value: Value): Place | undefined {
  return value instanceof Text || value instanceof Call ? value.place : undefined;
}

const shown = 3;

function roomTakers({ fixed, shares }: Size): string {
  const largest = [...shares].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, shown);
  const parts = [
    `the text itself takes ${count(fixed)} bytes`,
    ...largest.map(([name, bytes]) => `"${name}" up to ${count(bytes)}`),
  ];
  const advice = largest.length > 0 ? 'Give parameters a maxLength, or fetch' : 'Fetch';
  return `Of that ${parts.join(', ')}. ${advice} the bulk of the script when it starts.`;
}
