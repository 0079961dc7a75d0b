import type { EachExpression, Expression } from '../text/expression.js';
import { bindRound } from './each.js';
import { Group, type Head, LazyList, type Scope } from './model.js';
import { repeat } from './repeat.js';
import { within } from './scope.js';

/** The items of a list: `forEach:` gives any number of them, and a name that leads to a list stands for its items. */
export function evaluateItems(items: readonly Expression[], scope: Scope): readonly Head[] {
  return items.flatMap((item): readonly Head[] => {
    if (item.kind === 'each') return evaluateEach(item, scope);
    const head = scope.world.evaluate(item, scope);
    if (item.kind !== 'name') return [head];
    if (head instanceof Group) return [...head.members.values()];
    return head instanceof LazyList ? head.items : [head];
  });
}

function evaluateEach({ over, as, body }: EachExpression, scope: Scope): readonly Head[] {
  const rounds = repeat(scope.world.evaluate(over, scope), over, scope);
  return rounds.flatMap((round) =>
    evaluateItems([body], within(scope, new Map([[as, bindRound(round, over, scope)]]))),
  );
}
