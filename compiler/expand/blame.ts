import type { Place } from '../source/place.js';
import { type Chain, type Expression, spell } from '../text/expression.js';
import type { Given, Scope } from './model.js';

export interface Blame {
  readonly place: Place;
  /** Where it is the key of what stands there that was meant. */
  readonly part?: 'key';
  /** What the author wrote there. */
  readonly name: string;
}

/**
 * Where the author wrote what an expression of a type's template stands for: names are followed to the config that
 * they were given in, through as many types as lie between. Falls back to the resource that is being expanded.
 */
export function blame(expression: Expression, scope: Scope): Blame {
  const { expression: written, scope: where } = follow({ expression, scope });
  const part = written.kind === 'literal' && where.author === undefined ? written.part : undefined;
  return { place: where.author ?? written.place, name: nameOf(written), ...(part && { part }) };
}

/** The same for a name, which stands at `place`. */
export function blameChain(chain: Chain, scope: Scope, place: Place): Blame {
  return blame({ kind: 'name', chain, form: 'name', place }, scope);
}

/** How many names may still be followed: some lead round in a circle. */
interface Way {
  left: number;
}

const LONGEST = 100;

/** Follows names as far as they lead to something that was written. */
export function follow(given: Given, way: Way = { left: LONGEST }): Given {
  let at = given;
  while (at.expression.kind === 'name' && way.left-- > 0) {
    const next = trace(at.expression.chain, at.scope, way);
    if (next === undefined) return at;
    at = next;
  }
  return at;
}

function trace({ name, steps }: Chain, scope: Scope, way: Way): Given | undefined {
  let at = scope.find(name)?.given?.();
  for (const step of steps) {
    const next = at && step.kind === 'member' ? into(at, step.key, way) : undefined;
    if (next === undefined) return at;
    at = next;
  }
  return at;
}

/** What was written for a key or index of what was given. */
export function into(given: Given, key: string, way?: Way): Given | undefined {
  const { expression, scope, items } = follow(given, way);
  if (items !== undefined) return items[Number(key)];
  const inner =
    expression.kind === 'map'
      ? expression.entries.find((entry) => entry.key === key)?.value
      : expression.kind === 'list'
        ? expression.items[Number(key)]
        : undefined;
  return inner && { expression: inner, scope };
}

function nameOf(expression: Expression): string {
  if (expression.kind === 'name') return spell(expression.chain);
  if (expression.kind === 'text') {
    const name = expression.parts.find((part) => typeof part !== 'string' && !('kind' in part));
    if (name !== undefined) return spell(name as Chain);
  }
  if (expression.kind === 'call') return expression.name;
  return expression.kind === 'literal' ? String(expression.value) : 'this';
}
