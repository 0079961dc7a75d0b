import { Call, Reference, Text } from '../template/value.js';
import { identity } from './identity.js';
import { Choice, type Head, LazyList, LazyMap, Lookup, Test } from './model.js';

/** What differs only deeper than this counts as the same. */
const DEEPEST = 20;

/** A text that is the same for heads that mean the same. Things are told apart by their ids. */
export function sameness(head: Head, depth = 0): string {
  if (typeof head !== 'object' || head === null) return JSON.stringify(head) ?? '';
  if (depth > DEEPEST) return '';
  const inner = (item: Head) => sameness(item, depth + 1);
  if (head instanceof LazyList) return `[${head.items.map(inner).join(',')}]`;
  if (head instanceof LazyMap) {
    const keys = [...head.cells.keys()].sort();
    return `{${keys.map((key) => `${JSON.stringify(key)}:${inner(head.get(key))}`).join(',')}}`;
  }
  if (head instanceof Choice) return `?${head.condition}(${inner(head.yes)},${inner(head.no)})`;
  if (head instanceof Test) return `!${identity(head.value)}`;
  if (head instanceof Lookup) return `@${head.mapping}(${identity(head.key)},${identity(head.second ?? null)})`;
  if (head instanceof Reference || head instanceof Call || head instanceof Text) return identity(head);
  return `#${head.id}`;
}
