import type { Schema } from '../../types/schema.js';
import { isSchema, refer } from '../../types/schema-shape.js';

/** Deeper than anybody writes; what reads schemas goes down them step by step. */
const DEEPEST = 60;

/** How far what is made of a schema follows its references, and how many schemas it may come to when they are written out. */
const FOLLOWED = 8;
const MOST = 50_000;

/** Why a schema cannot be taken, before anything is made of it; undefined when it can. */
export function tooMuch(schema: Schema): string | undefined {
  if (isDeeper(schema)) return `it is nested deeper than ${DEEPEST} levels`;
  if (consistsOfItself(schema)) return 'it consists of itself';
  if (isLonger(schema)) return `what it refers to is more than ${MOST} schemas when it is written out`;
  return undefined;
}

function isDeeper(schema: Schema): boolean {
  const open: [unknown, number][] = [[schema, 1]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [value, depth] = next;
    if (typeof value !== 'object' || value === null) continue;
    if (depth > DEEPEST) return true;
    for (const item of Object.values(value)) open.push([item, depth + 1]);
  }
  return false;
}

/** A walk over all that a schema holds and refers to, given up when it takes too many steps. */
function isLonger(root: Schema): boolean {
  const open: [unknown, number][] = [[root, 0]];
  let steps = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [value, followed] = next;
    if (typeof value !== 'object' || value === null) continue;
    if (++steps > MOST) return true;
    for (const item of Object.values(value)) open.push([item, followed]);
    const target = followed < FOLLOWED && isSchema(value) ? refer(value.$ref, root) : undefined;
    if (target !== undefined) open.push([target, followed + 1]);
  }
  return false;
}

/** Whether a schema is, by `$ref` and composition alone, a part of itself: then no value can ever be checked. */
function consistsOfItself(root: Schema): boolean {
  const state = new Map<Schema, 'open' | 'done'>();
  const enter = (schema: Schema, depth: number): boolean => {
    const known = state.get(schema);
    if (known !== undefined) return known === 'open';
    if (depth > DEEPEST) return true;
    state.set(schema, 'open');
    const found = composed(schema, root).some((part) => enter(part, depth + 1));
    state.set(schema, 'done');
    return found;
  };
  return [...referred(root), root].some((schema) => enter(schema, 0));
}

function composed(schema: Schema, root: Schema): readonly Schema[] {
  const lists = ['allOf', 'anyOf', 'oneOf'].flatMap((keyword) => {
    const value = schema[keyword];
    return Array.isArray(value) ? value : [];
  });
  const { if: test, then: yes, else: no, not, $ref } = schema;
  return [...lists, test, yes, no, not, refer($ref, root)].filter(isSchema);
}

/** Everything that a `$ref` leads to. */
function referred(root: Schema): ReadonlySet<Schema> {
  const found = new Set<Schema>();
  const open: unknown[] = [root];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next !== 'object' || next === null) continue;
    const target = isSchema(next) ? refer(next.$ref, root) : undefined;
    if (target !== undefined) found.add(target);
    for (const item of Object.values(next)) open.push(item);
  }
  return found;
}
