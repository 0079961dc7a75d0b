import type { Place } from '../source/place.js';
import { Call, Reference, type Value } from '../template/value.js';
import type { CallExpression, Chain, Expression, LiteralExpression } from '../text/expression.js';
import { evaluateChain } from './chain.js';
import { joinParts } from './join.js';
import { lineParts } from './lines.js';
import { Choice, type Head, type Scope } from './model.js';
import { within } from './scope.js';

/** A function of CloudFormation in a blueprint stays as it was pasted; what it refers to is looked up. */
export function evaluatePasted(call: CallExpression, scope: Scope): Head {
  const { name, args, place } = call;
  // What a macro gives, only the macro knows.
  if (name === 'Fn::Sub' && call.names !== undefined) return evaluateSub(call, scope);
  if (name === 'Fn::If' && args.kind === 'list') {
    const [test, yes, no, more] = args.items;
    const condition = test?.kind === 'literal' && typeof test.value === 'string' ? test.value : undefined;
    if (condition !== undefined && yes !== undefined && no !== undefined && more === undefined) {
      return new Choice(condition, scope.world.evaluate(yes, scope), scope.world.evaluate(no, scope), place);
    }
  }
  if (name === 'Fn::Join' && args.kind === 'list') {
    const [delimiter, list, more] = args.items;
    const lines = delimiter && list && more === undefined ? lineParts(delimiter, list, scope) : undefined;
    if (lines !== undefined) return new Call(name, [(delimiter as LiteralExpression).value, lines], place);
  }
  const settled = settledArguments(args, scope);
  return settled === undefined ? undefined : new Call(name, settled, place);
}

/** A name that leads to a list is one argument, and does not stand for its items. */
function settledArguments(args: Expression, scope: Scope): Value | undefined {
  const { world } = scope;
  if (args.kind !== 'list') return world.settle(world.evaluate(args, scope), args.place);
  return settledItems(args.items, scope);
}

function settledItems(items: readonly Expression[], scope: Scope): readonly Value[] {
  const { world } = scope;
  const settled = (item: Expression) => world.settle(world.evaluate(item, scope), item.place);
  return items.map(settled).filter((value) => value !== undefined);
}

/** `Fn::Sub`: stays where its names are CloudFormation's own, and becomes a joined text where they are attributes of ours. */
export function evaluateSub(call: CallExpression, scope: Scope): Head {
  const { args, names = [], place } = call;
  const { world } = scope;
  const [text, variables] = args.kind === 'list' ? args.items : [args];
  const own = variables?.kind === 'map' ? variables.entries : [];
  const bound = new Map(own.map(({ key, value }) => [key, { get: () => world.evaluate(value, scope) }]));
  const inner = bound.size === 0 ? scope : within(scope, bound);
  const at = args.kind === 'list' ? place.at(0) : place;
  const parts = names.map((name) => {
    if (typeof name === 'string') return { head: name, same: true };
    const variable = bound.get(spelled(name));
    const head = variable === undefined ? substituted(name, inner, at) : variable.get();
    return { head, chain: name, same: variable !== undefined || isSame(name, world.settle(head, at)) };
  });
  if (scope.template || !parts.every(({ same }) => same)) return joinParts(parts, scope, place);
  const written = text?.kind === 'literal' ? String(text.value) : '';
  return new Call(
    'Fn::Sub',
    args.kind === 'list' ? [written, ...settledItems(args.items.slice(1), scope)] : written,
    place,
  );
}

function substituted(chain: Chain, scope: Scope, place: Place): Head {
  const macros = scope.world.blueprint.transform !== undefined;
  if (macros || /^[A-Za-z0-9:]+$/.test(chain.name)) return evaluateChain(chain, scope, place, 'attribute');
  const text = spelled(chain);
  const hint = `Write \${!${text}} where the text itself is meant.`;
  scope.world.report('bad-substitution', place, { text }, { part: { from: chain.from, to: chain.to }, hint });
  return undefined;
}

function spelled(chain: Chain): string {
  return [chain.name, ...chain.steps.map((step) => (step.kind === 'member' ? step.key : ''))].join('.');
}

/** Whether CloudFormation means the same by the name as we do. */
function isSame(chain: Chain, value: Value | undefined): boolean {
  if (value === undefined) return true;
  if (!(value instanceof Reference) || value.target !== chain.name) return false;
  const attribute = chain.steps.length === 0 ? undefined : spelled(chain).slice(chain.name.length + 1);
  return value.attribute === attribute;
}
