import { byCodeUnits } from '../../compiler/text/codeUnits.js';

/** Values by the names that users gave, sorted; no name is special. */
export function byName<T>(entries: Iterable<readonly [string | undefined, T]>): Readonly<Record<string, T>> {
  const map: Record<string, T> = Object.create(null);
  const sorted = [...entries].sort(([a = ''], [b = '']) => byCodeUnits(a, b));
  for (const [name = '', value] of sorted) map[name] = value;
  return map;
}

/** How often each value is there, sorted by value. */
export function counted(values: Iterable<string>): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return byName(counts);
}
