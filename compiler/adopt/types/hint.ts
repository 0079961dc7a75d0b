import type { Json } from '../../template/template.js';
import { isMap, namesIn } from './json.js';

/** What a place of a config seems to hold: values that stand in the template, and what seems to be inside. */
export interface Hint {
  readonly values: Json[];
  /** By key; items of lists by their number from 0, after a `#`. */
  readonly inside: Map<string, Hint>;
  /** Whether it is the key of a table: then it is what decides about other values. */
  key?: true;
}

/** Inside of an entry of a map that a template goes through: its key. */
export const KEY = '@key';

/** More values than one place has reasons for. */
const MOST = 8;

export function noHint(): Hint {
  return { values: [], inside: new Map() };
}

/** The hint for what is inside, made where there is none. */
export function hintAt(hint: Hint, path: readonly string[]): Hint {
  return path.reduce((outer, key) => {
    const inner = outer.inside.get(key) ?? noHint();
    outer.inside.set(key, inner);
    return inner;
  }, hint);
}

export function suggest(hint: Hint, value: Json): void {
  if (hint.values.length >= MOST || value === null) return;
  const text = JSON.stringify(value);
  if (!hint.values.some((other) => JSON.stringify(other) === text)) hint.values.push(value);
}

/** Adds what another hint says. */
export function adopt(hint: Hint, other: Hint): void {
  if (other.key) hint.key = true;
  for (const value of other.values) suggest(hint, value);
  for (const [key, inner] of other.inside) adopt(hintAt(hint, [key]), inner);
}

/** The items of a list, in their order. */
export function itemsOf(hint: Hint): readonly Hint[] {
  return [...hint.inside]
    .filter(([key]) => key.startsWith('#'))
    .toSorted(([a], [b]) => Number(a.slice(1)) - Number(b.slice(1)))
    .map(([, item]) => item);
}

/** Without what mentions a resource that only the type itself can name, but for what else stands beside that. */
export function without(hint: Hint, hidden: ReadonlySet<string>): Hint {
  const isHidden = (value: Json) => [...namesIn(value)].some((name) => hidden.has(name));
  const values = hint.values.flatMap((value) => {
    if (!isHidden(value)) return [value];
    return isMap(value)
      ? Object.values(value).filter((one) => isMap(one) && namesIn(one).size > 0 && !isHidden(one))
      : [];
  });
  const inside = new Map([...hint.inside].map(([key, inner]) => [key, without(inner, hidden)]));
  return { ...hint, values, inside };
}
