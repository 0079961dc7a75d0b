import type { JsonMap } from '../../template/template.js';
import { byCodeUnits } from '../../text/codeUnits.js';
import type { Part, Type } from '../../types/type.js';
import { fits } from './fits.js';

/** What is known of the types that there are. */
export interface TypesOf {
  get(name: string): Type | undefined;
  names(): readonly string[];
}

/** A logical resource that could be the main one of a type, and those that could be its other parts. */
export interface Claim {
  readonly type: Type;
  readonly id: string;
  /** By the name of a part: the ids of logical resources, or what a nested resource could be. */
  readonly parts: ReadonlyMap<string, readonly (string | Claim)[]>;
  /** All logical ids of it. */
  readonly ids: ReadonlySet<string>;
}

/** Deeper than types are made of types. */
const DEEPEST = 5;

/** More of them take longer than anybody waits. */
const MOST = 200;

const MAIN = 'self';

/** The types' claims to the resources of a template, those with the most parts first. */
export function claimsOf(resources: JsonMap, types: TypesOf, banned: ReadonlySet<string>): readonly Claim[] {
  const ids = Object.keys(resources);
  const all = types.names().flatMap((name) => {
    const type = types.get(name);
    if (type?.name !== name) return [];
    return ids.flatMap((id) => (banned.has(`${name} ${id}`) ? [] : (claim(type, id, resources, types, 0) ?? [])));
  });
  const order = all.toSorted((a, b) => b.ids.size - a.ids.size || byCodeUnits(a.id, b.id));
  const taken = new Set<string>();
  const free = order.filter((one) => {
    if ([...one.ids].some((id) => taken.has(id))) return false;
    for (const id of one.ids) taken.add(id);
    return true;
  });
  return free.slice(0, MOST);
}

function claim(type: Type, id: string, resources: JsonMap, types: TypesOf, depth: number): Claim | undefined {
  const main = type.template.parts.get(MAIN);
  if (main === undefined || main.forEach !== undefined || depth > DEEPEST) return undefined;
  const mains = named(main, [id], resources, types, depth);
  // Inside of another type there may be none of it, but others of its parts.
  if (mains.length === 0 && (depth === 0 || Object.hasOwn(resources, id))) return undefined;
  const parts = new Map<string, readonly (string | Claim)[]>();
  const ids = new Set(mains.length === 0 ? [] : [id]);
  for (const part of type.template.parts.values()) {
    const found = part === main ? mains : partsOf(part, id, resources, types, depth);
    // What is there in any case is not there.
    if (found.length === 0 && part !== main && part.forEach === undefined && part.when === undefined) return undefined;
    parts.set(part.name, found);
    for (const one of found) for (const each of typeof one === 'string' ? [one] : one.ids) ids.add(each);
  }
  return ids.size === 0 ? undefined : { type, id, parts, ids };
}

function partsOf(part: Part, id: string, resources: JsonMap, types: TypesOf, depth: number) {
  const start = id + part.name;
  const candidates =
    part.forEach === undefined
      ? [start]
      : Object.keys(resources).filter((name) => name.startsWith(start) && name !== start);
  return named(part, candidates, resources, types, depth);
}

function named(part: Part, candidates: readonly string[], resources: JsonMap, types: TypesOf, depth: number) {
  if (part.type.includes('::')) return candidates.filter((name) => fits(part, resources[name]));
  const type = types.get(part.type);
  if (type === undefined) return [];
  return candidates.flatMap((name) => claim(type, name, resources, types, depth + 1) ?? []);
}
