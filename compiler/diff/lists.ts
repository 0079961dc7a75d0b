import type { Form } from './form.js';
import type { EvaluatedNode } from './node.js';

/** Items of two lists that belong together, by their places; one that is alone comes or goes. */
export interface Match {
  readonly before?: number;
  readonly after?: number;
  readonly equal: boolean;
}

/**
 * Finds which items of two lists belong together. `set` is undefined where order has a meaning; otherwise it is the key
 * that tells items from one another, empty where only their content does.
 */
export function matchItems(
  before: readonly EvaluatedNode[],
  after: readonly EvaluatedNode[],
  normal: (node: EvaluatedNode) => Form,
  set: string | undefined,
): readonly Match[] {
  const [b, a] = [before.map(normal), after.map(normal)];
  return set === undefined ? inOrder(b, a) : byContent(b, a, set);
}

/** What is equal at both ends is left alone; what is between is taken one by one. */
function inOrder(before: readonly Form[], after: readonly Form[]): readonly Match[] {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  const matches: Match[] = [];
  for (let at = 0; at < head; at++) matches.push({ before: at, after: at, equal: true });
  const [endBefore, endAfter] = [before.length - tail, after.length - tail];
  for (let at = head; at < Math.max(endBefore, endAfter); at++) {
    const one = at < endBefore ? { before: at } : {};
    const other = at < endAfter ? { after: at } : {};
    matches.push({ ...one, ...other, equal: at < endBefore && at < endAfter && before[at] === after[at] });
  }
  for (let at = 0; at < tail; at++) matches.push({ before: endBefore + at, after: endAfter + at, equal: true });
  return matches;
}

function byContent(before: readonly Form[], after: readonly Form[], key: string): readonly Match[] {
  const left = new Map(before.map((form, at) => [at, form]));
  const right = new Map(after.map((form, at) => [at, form]));
  const matches = pair(left, right, (form) => form, true);
  if (key !== '') matches.push(...pair(left, right, (form) => keyOf(form, key), false));
  const [b, ...moreBefore] = left.keys();
  const [a, ...moreAfter] = right.keys();
  if (b !== undefined && a !== undefined && moreBefore.length + moreAfter.length === 0) {
    return [...matches, { before: b, after: a, equal: false }];
  }
  for (const at of left.keys()) matches.push({ before: at, equal: false });
  for (const at of right.keys()) matches.push({ after: at, equal: false });
  return matches;
}

/** Takes out of both sides what has the same key. */
function pair(
  left: Map<number, Form>,
  right: Map<number, Form>,
  key: (form: Form) => Form | undefined,
  equal: boolean,
): Match[] {
  const free = new Map<Form, number[]>();
  for (const [at, form] of left) {
    const found = key(form);
    if (found === undefined) continue;
    const list = free.get(found);
    if (list === undefined) free.set(found, [at]);
    else list.push(at);
  }
  for (const list of free.values()) list.reverse();
  const matches: Match[] = [];
  for (const [after, form] of right) {
    const found = key(form);
    const before = found && free.get(found)?.pop();
    if (before === undefined) continue;
    matches.push({ before, after, equal });
    left.delete(before);
    right.delete(after);
  }
  return matches;
}

function keyOf(form: Form, key: string): Form | undefined {
  return form.kind === 'map' ? form.entries.get(key) : undefined;
}
