import type { Expression } from '../text/expression.js';
import type { Scope, Scoped, Settings } from './model.js';

export const NO_SETTINGS: Settings = { waits: [], values: new Map(), condition: undefined };

const WAITS = new Set(['waitFor', 'dependsOn']);

/** The settings of a resource or part, with those of the resource that it is the main part of on top. */
export function settingsOf(
  own: ReadonlyMap<string, Expression>,
  scope: Scope,
  outer: Settings = NO_SETTINGS,
): Settings {
  const waits: Scoped[] = [];
  const values = new Map<string, Scoped>();
  let condition = outer.condition;
  for (const [name, expression] of own) {
    if (WAITS.has(name)) waits.push({ expression, scope });
    else if (name === 'condition') condition ??= expression.kind === 'literal' ? String(expression.value) : undefined;
    else values.set(name, { expression, scope });
  }
  for (const [name, value] of outer.values) values.set(name, value);
  return { waits: [...outer.waits, ...waits], values, condition };
}
