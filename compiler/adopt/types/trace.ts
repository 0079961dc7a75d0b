import type { Json } from '../../template/template.js';
import type { Chain, Expression, Step } from '../../text/expression.js';
import type { Type } from '../../types/type.js';
import { KEY } from './hint.js';
import { isList, isMap, own } from './json.js';

/** Where a name leads to. */
export interface Scope {
  readonly type: Type;
  /** What goes through a list, by its name. */
  readonly each: ReadonlyMap<string, Walk>;
}

/** One round through a list. */
interface Walk {
  readonly over: Expression;
  readonly index: number;
  readonly scope: Scope;
}

/** A place of the config that decides about a value, and what it has to be so that the value is the given one. */
export interface Source {
  readonly path: readonly string[];
  readonly value: Json;
  /** Whether it is the key of a table. */
  readonly key?: true;
}

/** Longer ways do not tell anything. */
const DEEPEST = 24;

/** The places of the config that a name leads to; through tables by looking for the value. */
export function trace(chain: Chain, value: Json, scope: Scope, depth = 0): readonly Source[] {
  if (depth > DEEPEST) return [];
  const walk = scope.each.get(chain.name);
  if (walk !== undefined) {
    const [first, ...rest] = chain.steps;
    if (first?.kind !== 'member') return [];
    if (first.key === 'key') return traceItem(walk, [member(KEY)], value, depth + 1);
    return first.key === 'value' ? traceItem(walk, rest, value, depth + 1) : [];
  }
  const named = scope.type.template.values.get(chain.name);
  if (named !== undefined) return descend(named, chain.steps, value, scope, depth + 1);
  if (!scope.type.keys.has(chain.name)) return [];
  const keys = chain.steps.map((step) => (step.kind === 'member' ? stepKey(step.key) : COMPUTED));
  return [{ path: [chain.name, ...keys], value }];
}

/** A place under a key that is not known. */
const COMPUTED = '@computed';

function member(key: string): Step {
  return { kind: 'member', key, optional: false, from: 0, to: 0 };
}

function stepKey(key: string): string {
  return /^\d+$/.test(key) ? `#${key}` : key;
}

/** The same in one round through a list. */
export function walking(scope: Scope, as: string, over: Expression, index: number): Scope {
  return { ...scope, each: new Map([...scope.each, [as, { over, index, scope }]]) };
}

function traceItem(
  { over, index, scope }: Walk,
  steps: readonly Step[],
  value: Json,
  depth: number,
): readonly Source[] {
  if (depth > DEEPEST) return [];
  if (over.kind === 'name') return itemOf(over.chain, index, steps, value, scope, depth);
  if (over.kind === 'when') return traceItem({ over: over.body, index, scope }, steps, value, depth + 1);
  if (over.kind === 'call') {
    return branches(over).flatMap((one) => traceItem({ over: one, index, scope }, steps, value, depth + 1));
  }
  if (over.kind !== 'list') return [];
  // Where some items stand alone and others go through a list, the number tells them apart.
  const alone = over.items.filter(({ kind }) => kind !== 'each').length;
  const mixed = alone > 0 && alone < over.items.length;
  return over.items.flatMap((item, at) => {
    if (item.kind === 'each') {
      const inner = walking(scope, item.as, item.over, mixed ? index - alone : index);
      return mixed && index < alone ? [] : descend(item.body, steps, value, inner, depth + 1);
    }
    return mixed && at !== index ? [] : descend(item, steps, value, scope, depth + 1);
  });
}

function itemOf(chain: Chain, index: number, steps: readonly Step[], value: Json, scope: Scope, depth: number) {
  const named = scope.each.has(chain.name) ? undefined : scope.type.template.values.get(chain.name);
  if (named !== undefined && chain.steps.length === 0) {
    return traceItem({ over: named, index, scope }, steps, value, depth + 1);
  }
  return trace({ ...chain, steps: [...chain.steps, member(String(index)), ...steps] }, value, scope, depth + 1);
}

function descend(
  expression: Expression,
  steps: readonly Step[],
  value: Json,
  scope: Scope,
  depth: number,
): readonly Source[] {
  if (depth > DEEPEST) return [];
  const [step, ...rest] = steps;
  const on = (inner: Expression, left = steps) => descend(inner, left, value, scope, depth + 1);
  switch (expression.kind) {
    case 'name':
      return trace({ ...expression.chain, steps: [...expression.chain.steps, ...steps] }, value, scope, depth + 1);
    case 'when':
      return on(expression.body);
    case 'call':
      return branches(expression).flatMap((item) => on(item));
    case 'each':
      return descend(expression.body, steps, value, walking(scope, expression.as, expression.over, 0), depth + 1);
    case 'list':
      return expression.items.flatMap((item) =>
        on(item, step?.kind === 'member' && /^\d+$/.test(step.key) ? rest : steps),
      );
    case 'map':
      if (step?.kind === 'computed') return lookUp(expression, step.chain, rest, value, scope, depth + 1);
      return expression.entries.flatMap(({ key, value: inner }) => (key === step?.key ? on(inner, rest) : []));
    case 'text':
      return steps.length === 0 ? traceText(expression.parts, value, scope, depth) : [];
    default:
      return [];
  }
}

/** What a call may give: one of several values. */
function branches({ name, args }: Expression & { kind: 'call' }): readonly Expression[] {
  if (name === 'Fn::If') return items(args).slice(1);
  const [, from] = name === 'Fn::Select' ? items(args) : [];
  return from === undefined ? [] : items(from);
}

/** The key under which a table has the value. */
function lookUp(
  table: Expression,
  by: Chain,
  steps: readonly Step[],
  value: Json,
  scope: Scope,
  depth: number,
): readonly Source[] {
  if (table.kind !== 'map') return [];
  const [step, ...rest] = steps;
  const keys = isMap(value) ? own(value, 'Fn::FindInMap') : undefined;
  if (isList(keys)) {
    const second = step?.kind === 'computed' ? keyOf(step.chain, keys[2], scope, depth) : [];
    return [...keyOf(by, keys[1], scope, depth), ...second];
  }
  return table.entries.flatMap(({ key, value: cell }) => {
    if (step?.kind === 'computed') {
      const inner = lookUp(cell, step.chain, rest, value, scope, depth);
      return inner.length === 0 ? [] : [...keyOf(by, key, scope, depth), ...inner];
    }
    return literalAt(cell, steps) === value ? keyOf(by, key, scope, depth) : [];
  });
}

function keyOf(by: Chain, key: Json | undefined, scope: Scope, depth: number): readonly Source[] {
  return key === undefined ? [] : trace(by, key, scope, depth).map((source) => ({ ...source, key: true }));
}

function literalAt(expression: Expression, steps: readonly Step[]): Json | undefined {
  const [step, ...rest] = steps;
  if (step === undefined) return expression.kind === 'literal' ? expression.value : undefined;
  if (expression.kind !== 'map' || step.kind !== 'member') return undefined;
  const entry = expression.entries.find(({ key }) => key === step.key);
  return entry && literalAt(entry.value, rest);
}

/** A text with one name in it. */
export function traceText(
  parts: readonly (string | Chain | Expression)[],
  value: Json,
  scope: Scope,
  depth = 0,
): readonly Source[] {
  const names = parts.filter((part) => typeof part === 'object');
  const [part] = names;
  if (names.length !== 1 || part === undefined || 'kind' in part) return [];
  if (parts.length === 1) return trace(part, value, scope, depth + 1);
  const at = parts.indexOf(part);
  const before = parts.slice(0, at).join('');
  const after = parts.slice(at + 1).join('');
  if (typeof value !== 'string' || value.length < before.length + after.length) return [];
  if (!value.startsWith(before) || !value.endsWith(after)) return [];
  return trace(part, value.slice(before.length, value.length - after.length), scope, depth + 1);
}

export function items(expression: Expression): readonly Expression[] {
  return expression.kind === 'list' ? expression.items : [];
}
