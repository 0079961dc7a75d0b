import type { Json, JsonMap } from '../../template/template.js';
import { isList, isMap, own, sizeOf } from './json.js';

/** A config with one value at a place. */
export function set(config: JsonMap, [key = '', ...rest]: readonly string[], value: Json): JsonMap {
  if (rest.length === 0) return { ...config, [key]: value };
  const inner = own(config, key);
  return { ...config, [key]: set(isMap(inner) ? inner : {}, rest, value) };
}

export function valueAt(config: JsonMap, path: readonly string[]): Json | undefined {
  return path.reduce((inner: Json | undefined, key) => (isMap(inner) ? own(inner, key) : undefined), config);
}

/** The keys that can be left out, those with the most to say first. */
export function dispensable(config: JsonMap): readonly (readonly string[])[] {
  const size = (path: readonly string[]) => sizeOf(valueAt(config, path));
  return pathsIn(config).toSorted((a, b) => size(b) - size(a));
}

/** The keys of maps, also of items of lists. */
function pathsIn(value: Json, depth = 0): readonly (readonly string[])[] {
  const entries = isList(value)
    ? value.map((item, at): [string, Json] => [String(at), item])
    : isMap(value)
      ? Object.entries(value)
      : [];
  if (depth > 3 || entries.length > 50) return [];
  return entries.flatMap(([key, item]) => [
    ...(isList(value) ? [] : [[key]]),
    ...pathsIn(item, depth + 1).map((path) => [key, ...path]),
  ]);
}

/** Without a key, and without the maps that are empty then. */
export function unset(config: JsonMap, [key = '', ...rest]: readonly string[]): JsonMap {
  const value = own(config, key);
  if (value === undefined) return config;
  const inner = rest.length === 0 ? undefined : without(value, rest);
  if (inner === value) return config;
  const { [key]: _, ...others } = config;
  return inner === undefined || (isMap(inner) && Object.keys(inner).length === 0)
    ? others
    : { ...config, [key]: inner };
}

function without(value: Json, path: readonly string[]): Json {
  if (isMap(value)) return unset(value, path);
  const [at, ...rest] = path;
  const item = isList(value) ? value[Number(at)] : undefined;
  return isList(value) && isMap(item) ? value.with(Number(at), unset(item, rest)) : value;
}

/** With one more item in a list. */
export function longer(config: JsonMap, path: readonly string[], item: Json): JsonMap {
  const value = valueAt(config, path);
  const text = JSON.stringify(item);
  if (isList(value) && value.some((one) => JSON.stringify(one) === text)) return config;
  return set(config, path, [...(isList(value) ? value : []), item]);
}

/** Without the last item of a list: what another resource adds to it need not be said. */
export function shorter(config: JsonMap, [key = '']: readonly string[]): JsonMap {
  const value = own(config, key);
  return isList(value) && value.length > 1 ? { ...config, [key]: value.slice(0, -1) } : config;
}
