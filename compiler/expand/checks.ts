import { Reference, Text, type Value } from '../template/value.js';
import type { Expression, MapExpression } from '../text/expression.js';
import { blame } from './blame.js';
import { bindRound } from './each.js';
import type { Instance, Scope } from './model.js';
import { repeat } from './repeat.js';
import { within } from './scope.js';
import { truth } from './truth.js';

/** Runs what a type says about the config that JSON Schema cannot say. What is not known yet is not held against it. */
export function runChecks(instance: Instance): void {
  const { checks } = instance.type.template;
  for (const item of checks?.kind === 'list' ? checks.items : []) runOne(item, instance.scope);
}

function runOne(item: Expression, scope: Scope): void {
  const { world } = scope;
  if (item.kind === 'each') {
    for (const round of repeat(world.evaluate(item.over, scope), item.over, scope)) {
      runOne(item.body, within(scope, new Map([[item.as, bindRound(round, item.over, scope)]])));
    }
  } else if (item.kind === 'when') {
    if (truth(world.evaluate(item.test, scope), scope, item.test) === true) runOne(item.body, scope);
  } else if (item.kind === 'map') hold(item, scope);
}

function hold({ entries, place }: MapExpression, scope: Scope): void {
  const get = (name: string) => entries.find(({ key }) => key === name)?.value;
  const that = get('that');
  if (that === undefined || truth(scope.world.evaluate(that, scope), scope, that) !== false) return;
  const at = get('at');
  const key = at?.kind === 'literal' ? `${at.value}` : undefined;
  const chain = key === undefined ? undefined : { name: key, steps: [], from: 0, to: 0 };
  const target: Expression | undefined =
    at?.kind === 'name' ? at : chain && { kind: 'name', chain, form: 'name', place };
  const where = target === undefined ? (scope.author ?? place) : blame(target, scope).place;
  const severity = get('severity');
  const warns = severity?.kind === 'literal' && severity.value === 'warning';
  const message = textOf(get('otherwise'), scope) ?? 'This does not go together.';
  scope.world.report(warns ? 'check-warned' : 'check-failed', where, { message }, { hint: textOf(get('hint'), scope) });
}

function textOf(expression: Expression | undefined, scope: Scope): string | undefined {
  if (expression === undefined) return undefined;
  const head = scope.world.evaluate(expression, scope);
  const value = scope.world.settle(head, expression.place);
  return value === undefined ? undefined : shown(value);
}

/** What is not known when compiling is shown by its name. */
function shown(value: Value): string {
  if (value instanceof Reference)
    return [`$${value.target}`, ...(value.attribute ?? '').split('.')].filter(Boolean).join('.');
  if (value instanceof Text) return value.parts.map(shown).join('');
  return typeof value === 'object' && value !== null ? '…' : String(value);
}
