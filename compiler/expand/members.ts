import { Call, Reference, Text, type Value } from '../template/value.js';
import type { Expression } from '../text/expression.js';
import { blame } from './blame.js';
import { bindRound } from './each.js';
import { pascal } from './ids.js';
import { Choice, Group, Instance, RawResource, type Scope } from './model.js';
import { mustBeKnown, repeat } from './repeat.js';
import { within } from './scope.js';

/** What repeats a resource. */
export interface Repetition {
  readonly over: Expression;
  /** What a round is called. */
  readonly as: string;
  /** What decides a member's id, where it is not the round's own key. */
  readonly key: Expression | undefined;
}

/**
 * The members of a repeated resource, each with an id made from its key. Two of one id are an error; where the type
 * says what the key is, what is said twice is there once.
 */
export function membersOf(
  id: string,
  { over, as, key }: Repetition,
  scope: Scope,
  make: (id: string, scope: Scope) => Instance | RawResource | undefined,
): Group {
  const members = new Map<string, Instance | RawResource>();
  const again: (Instance | RawResource | undefined)[] = [];
  const ids = new Set<string>();
  for (const round of repeat(scope.world.evaluate(over, scope), over, scope)) {
    if (round.value instanceof Choice && !isGiven(round.value)) mustBeKnown(over, scope);
    const each = bindRound(round, over, scope);
    const inner = within(scope, new Map([[as, each]]));
    const name = key === undefined ? round.key : (keyOf(key, inner) ?? round.key);
    const own = id + pascal(name);
    if (ids.has(own) && key !== undefined) {
      again.push(make(own, inner));
      continue;
    }
    if (ids.has(own)) {
      scope.world.report('duplicate-id', blame(over, scope).place, { id: own }, { hint: `"${name}" is there twice.` });
      continue;
    }
    ids.add(own);
    const member = make(own, inner);
    if (member !== undefined) members.set(name, member);
  }
  return new Group(
    id,
    members,
    again.filter((member) => member instanceof RawResource),
  );
}

/** Whether it is there in any case. */
function isGiven({ yes, no }: Choice): boolean {
  return [yes, no].every((head) => (head instanceof Choice ? isGiven(head) : head !== undefined));
}

function keyOf(expression: Expression, scope: Scope): string | undefined {
  const head = scope.world.evaluate(expression, scope);
  if (typeof head === 'string' || typeof head === 'number') return String(head);
  if (head instanceof Instance || head instanceof RawResource || head instanceof Group) return head.id;
  const value = scope.world.settle(head, expression.place);
  return value === undefined ? undefined : keyOfValue(value);
}

/** A name for what is not known when compiling: the names in it, and the texts that it is put together from. */
function keyOfValue(value: Value): string {
  if (value instanceof Reference) return `${value.target} ${value.attribute ?? ''}`;
  if (value instanceof Text) return value.parts.map(keyOfValue).join(' ');
  if (value instanceof Call) return references(value.args).map(keyOfValue).join(' ');
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.values(value).map(keyOfValue).join(' ');
}

function references(value: Value): readonly Reference[] {
  if (value instanceof Reference) return [value];
  if (value instanceof Call) return references(value.args);
  if (value instanceof Text) return value.parts.flatMap(references);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(references) : [];
}
