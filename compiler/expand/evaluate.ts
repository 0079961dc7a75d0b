import type { EachExpression, Expression, ListExpression, MapExpression, TextExpression } from '../text/expression.js';
import { evaluateChain } from './chain.js';
import { bindRound } from './each.js';
import { fold } from './fold.js';
import { evaluateItems } from './items.js';
import { joinParts } from './join.js';
import { Cell, Choice, type Head, LazyList, LazyMap, type Scope } from './model.js';
import { evaluatePasted } from './pasted.js';
import { isUnknown, mustBeKnown, repeat } from './repeat.js';
import { within } from './scope.js';
import { truth } from './truth.js';

/** Evaluates an expression as far as its outermost form. */
export function evaluate(expression: Expression, scope: Scope): Head {
  return scope.world.bounds.within(scope.author ?? expression.place, () => evaluateKind(expression, scope));
}

function evaluateKind(expression: Expression, scope: Scope): Head {
  switch (expression.kind) {
    case 'literal':
      return expression.value;
    case 'name':
      return evaluateChain(expression.chain, scope, expression.place, expression.form);
    case 'text':
      return evaluateText(expression, scope);
    case 'list':
      return evaluateList(expression, scope);
    case 'map':
      return evaluateMap(expression, scope);
    case 'call':
      return scope.template ? fold(expression, scope) : evaluatePasted(expression, scope);
    case 'when':
      return choose(expression.test, scope, () => scope.world.evaluate(expression.body, scope));
    case 'each':
      return expression.key === undefined
        ? new LazyList(() => evaluateItems([expression], scope), false)
        : evaluateRounds(expression, expression.key, scope);
  }
}

function evaluateList({ items, place }: ListExpression, scope: Scope): LazyList {
  const places = scope.author === undefined ? items.map(({ place }) => place) : [];
  return new LazyList(
    () => evaluateItems(items, scope),
    items.length === 0,
    places,
    () => scope.world.report('value-cycle', scope.author ?? place, { name: 'this list' }),
  );
}

/** A map with an entry for each round; of two that have one key, the later counts. */
function evaluateRounds({ over, as, body }: EachExpression, key: Expression, scope: Scope): LazyMap {
  const cells = new Map<string, Cell>();
  for (const round of repeat(scope.world.evaluate(over, scope), over, scope)) {
    const inner = within(scope, new Map([[as, bindRound(round, over, scope)]]));
    const name = scope.world.evaluate(key, inner);
    if (isUnknown(name)) mustBeKnown(key, inner);
    else if (name !== undefined) cells.set(String(name), cellOf(String(name), body, inner));
  }
  return new LazyMap(cells, false);
}

function evaluateMap({ entries }: MapExpression, scope: Scope): LazyMap {
  const cells = new Map<string, Cell>();
  for (const { key, value } of entries) cells.set(key, cellOf(key, value, scope));
  return new LazyMap(cells, entries.length === 0);
}

function cellOf(key: string, value: Expression, scope: Scope): Cell {
  const place = scope.author === undefined ? value.place : undefined;
  if (value.kind === 'literal') return Cell.of(value.value, place);
  return new Cell(
    () => scope.world.evaluate(value, scope),
    () => scope.world.report('value-cycle', scope.author ?? value.place, { name: key }),
    place,
  );
}

function choose(test: Expression, scope: Scope, body: () => Head): Head {
  const decided = truth(scope.world.evaluate(test, scope), scope, test);
  if (typeof decided === 'boolean') return decided ? body() : undefined;
  return new Choice(scope.world.generated.condition(decided.value), body(), undefined);
}

/** All references missing, the text is missing. */
function evaluateText({ parts, place }: TextExpression, scope: Scope): Head {
  const heads = parts.map((part) => {
    if (typeof part === 'string') return { head: part };
    if ('kind' in part) return { head: scope.world.evaluate(part, scope) };
    return { head: evaluateChain(part, scope, place, 'name'), chain: part };
  });
  const asked = heads.filter((_, index) => typeof parts[index] !== 'string');
  if (asked.length > 0 && asked.every(({ head }) => head === undefined)) return undefined;
  return joinParts(heads, scope, place);
}
