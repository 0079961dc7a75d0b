import type { Expression, MapEntry } from '../text/expression.js';
import { follow } from './blame.js';
import { type Binding, Cell, type Given, type Head, LazyMap, type Scope } from './model.js';

/** One time around a repetition. */
export interface Round {
  /** What an id is extended by. */
  readonly key: string;
  readonly value: Head;
  /** From 0. */
  readonly index: number;
}

/** What `each` is: a map of key, value and index. */
export function bindRound({ key, value, index }: Round, over: Expression, scope: Scope): Binding {
  const map = new LazyMap(
    new Map([
      ['key', Cell.of(key)],
      ['value', Cell.of(value)],
      ['index', Cell.of(index)],
    ]),
    false,
  );
  return { get: () => map, given: () => givenRound(index, key, follow({ expression: over, scope })) };
}

/** The item of the list, or the key and value of the map, that were written for a round. */
function givenRound(index: number, key: string, { expression, scope }: Given): Given | undefined {
  const item =
    expression.kind === 'list'
      ? expression.items[index]
      : expression.kind === 'map'
        ? expression.entries.find((entry) => entry.key === key)?.value
        : undefined;
  if (item === undefined) return { expression, scope };
  const { place } = item;
  const entries: MapEntry[] = [{ key: 'value', value: item }];
  if (expression.kind === 'map') {
    entries.push({ key: 'key', value: { kind: 'literal', value: key, place, part: 'key' } });
  }
  return { expression: { kind: 'map', entries, place }, scope };
}
