import { Call, mapOf, Reference, Text, type Value } from '../template/value.js';
import type { CallExpression, Chain } from '../text/expression.js';
import { evaluateChain } from './chain.js';
import type { Head } from './head.js';
import type { Scope } from './scope.js';
import { within } from './scope.js';

/** A function of CloudFormation in a blueprint stays as it was pasted; what it refers to is looked up. */
export function evaluatePasted(call: CallExpression, scope: Scope): Head {
  if (call.name === 'Fn::Sub') return evaluateSub(call, scope);
  const args = scope.world.settle(scope.world.evaluate(call.args, scope), call.place);
  return args === undefined ? undefined : new Call(call.name, args, call.place);
}

/** `Fn::Sub`: stays where its names are CloudFormation's own, and becomes a joined text where they are attributes of ours. */
export function evaluateSub(call: CallExpression, scope: Scope): Head {
  const { args, names = [], place } = call;
  const { world } = scope;
  const variables = args.kind === 'list' ? args.items[1] : undefined;
  const own = variables?.kind === 'map' ? variables.entries : [];
  const bound = new Map(own.map(({ key, value }) => [key, { get: () => world.evaluate(value, scope) }]));
  const inner = bound.size === 0 ? scope : within(scope, bound);
  const at = args.kind === 'list' ? place.at(0) : place;
  const parts = names.map((name): readonly [string | Chain, Value | undefined] =>
    typeof name === 'string'
      ? [name, name]
      : [
          name,
          world.settle(
            bound.has(spelled(name)) ? bound.get(spelled(name))?.get() : evaluateChain(name, inner, at, 'attribute'),
            at,
          ),
        ],
  );
  const same = parts.every(
    ([name, value]) => typeof name === 'string' || bound.has(spelled(name)) || isSame(name, value),
  );
  if (!same || scope.template)
    return new Text(
      parts.flatMap(([, value]) => (value === undefined ? [] : [value])),
      place,
    );
  const text = args.kind === 'list' ? args.items[0] : args;
  const written = text?.kind === 'literal' ? String(text.value) : '';
  if (own.length === 0) return new Call('Fn::Sub', written, place);
  const map = mapOf(
    own.flatMap(({ key, value }) => {
      const settled = world.settle(world.evaluate(value, scope), value.place);
      return settled === undefined ? [] : [[key, settled] as const];
    }),
  );
  return new Call('Fn::Sub', [written, map], place);
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
