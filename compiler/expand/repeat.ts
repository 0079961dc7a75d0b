import { Call, Reference, Text } from '../template/value.js';
import type { Expression } from '../text/expression.js';
import { blame } from './blame.js';
import type { Round } from './each.js';
import { Choice, Group, type Head, LazyList, LazyMap, Lookup, type Scope, Test } from './model.js';

/** More than any stack can hold, so that a slip of the finger does not fill the memory. */
const MOST = 10_000;

/** The rounds of a repetition over a number, a list, a map or a group; how many there are must be known. */
export function repeat(head: Head, over: Expression, scope: Scope): readonly Round[] {
  const { report } = scope.world;
  if (head === undefined || head === null || scope.world.bounds.spent) return [];
  if (head instanceof LazyList) return head.items.map((value, index) => ({ key: keyOf(value, index), value, index }));
  if (head instanceof Group) return rounds([...head.members]);
  if (head instanceof LazyMap) return rounds(givenIn(head));
  if (isUnknown(head)) return mustBeKnown(over, scope);
  const { place } = blame(over, scope);
  const count = typeof head === 'string' && /^\d{1,9}$/.test(head) ? Number(head) : head;
  if (typeof count !== 'number' || !Number.isInteger(count) || count < 0) {
    report('not-repeatable', place, {});
    return [];
  }
  if (count > MOST) report('too-many-resources', place, { most: MOST });
  return Array.from({ length: Math.min(count, MOST) }, (_, index) => ({
    key: `${index + 1}`,
    value: index + 1,
    index,
  }));
}

/** Says that the number of rounds must be known. */
export function mustBeKnown(over: Expression, scope: Scope): readonly [] {
  const { place, name } = blame(over, scope);
  const hint = `How many there are must be known when the blueprint is compiled: write it out, or make one blueprint for each.`;
  scope.world.report('must-be-known', place, { what: 'How many there are', name }, { hint });
  return [];
}

/** Whether only CloudFormation knows the value. */
export function isUnknown(head: Head): boolean {
  return [Reference, Call, Text, Choice, Lookup, Test].some((kind) => head instanceof kind);
}

function rounds(entries: readonly (readonly [string, Head])[]): readonly Round[] {
  return entries.map(([key, value], index) => ({ key, value, index }));
}

/** The keys of a map that have something, sorted. */
function givenIn(map: LazyMap): readonly (readonly [string, Head])[] {
  const entries = [...map.cells.keys()].sort().map((key) => [key, map.get(key)] as const);
  return entries.filter(([, value]) => value !== undefined);
}

function keyOf(value: Head, index: number): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : `${index + 1}`;
}
