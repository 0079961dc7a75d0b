import { Call, Reference, Text, type Value } from '../template/value.js';
import type { CallExpression, Expression } from '../text/expression.js';
import { carve } from './cidr.js';
import { identity } from './identity.js';
import {
  Choice,
  Group,
  type Head,
  Instance,
  LazyList,
  LazyMap,
  Lookup,
  RawResource,
  type Scope,
  Test,
} from './model.js';
import { allowedValues } from './parameter.js';
import { truth } from './truth.js';

/** What a function has at hand beside its arguments. */
export interface Folding {
  readonly scope: Scope;
  readonly call: CallExpression;
  readonly fail: (problem: string, at: Expression) => undefined;
  /** The function as it stands in the template. */
  readonly keep: (args: Value) => Call;
}

type Fold = (args: readonly Expression[], folding: Folding) => Head;

/** CloudFormation's functions that fold when what they need is known. */
export const functions: ReadonlyMap<string, Fold> = new Map<string, Fold>([
  ['Fn::If', foldIf],
  ['Fn::Equals', foldEquals],
  ['Fn::Not', foldNot],
  ['Fn::And', (args, folding) => foldLogic(args, folding, false)],
  ['Fn::Or', (args, folding) => foldLogic(args, folding, true)],
  ['Fn::Select', foldSelect],
  ['Fn::Split', foldSplit],
  ['Fn::Join', foldJoin],
  ['Fn::Cidr', foldCidr],
  ['Fn::Length', foldLength],
  ['Fn::Base64', foldWrapper],
]);

/** A text (not a name) as first member is a condition of the blueprint. */
function foldIf([test, yes, no]: readonly Expression[], { scope, fail, call }: Folding): Head {
  const { world } = scope;
  if (test === undefined || yes === undefined) return fail('needs a condition and a value', call.args);
  const branch = (expression: Expression | undefined) => expression && world.evaluate(expression, scope);
  if (test.kind === 'literal' && typeof test.value === 'string') {
    if (!world.blueprint.conditions.has(test.value))
      world.report('condition-mismatch', test.place, { name: test.value });
    return new Choice(test.value, branch(yes), branch(no));
  }
  const decided = truth(world.evaluate(test, scope), scope, test);
  if (typeof decided === 'boolean') return branch(decided ? yes : no);
  return new Choice(world.generated.condition(decided.value), branch(yes), branch(no));
}

function foldEquals([left, right]: readonly Expression[], folding: Folding): Head {
  const { scope, fail, call } = folding;
  if (left === undefined || right === undefined) return fail('compares two values', call.args);
  return equal(scope.world.evaluate(left, scope), scope.world.evaluate(right, scope), [left, right], folding);
}

/** A decision is compared branch by branch, because conditions know no `Fn::If`. */
function equal(one: Head, other: Head, at: readonly [Expression, Expression], folding: Folding): Head {
  const { scope, keep } = folding;
  if (one instanceof Choice) return one.map((inner) => equal(inner, other, at, folding));
  if (other instanceof Choice) return other.map((inner) => equal(one, inner, at, folding));
  if (isKnown(one) && isKnown(other))
    return one === undefined || other === undefined ? one === other : String(one) === String(other);
  const [first, second] = [scope.world.settle(one, at[0].place), scope.world.settle(other, at[1].place)];
  if (first === undefined || second === undefined) return false;
  if (identity(first) === identity(second)) return true;
  if (isNever(first, second, folding) || isNever(second, first, folding)) return false;
  return new Test(keep([text(first), text(second)]));
}

/** Whether a parameter can never be the text, because it is none of those that it may be. */
function isNever(one: Value, other: Value, { scope }: Folding): boolean {
  if (!(one instanceof Reference) || one.attribute !== undefined || typeof other === 'object') return false;
  return allowedValues(scope.world.blueprint, one.target)?.includes(String(other)) === false;
}

/** Conditions compare texts. */
function text(value: Value): Value {
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
}

function isKnown(head: Head): head is undefined | string | number | boolean | null {
  return typeof head !== 'object' || head === null;
}

function foldNot([arg]: readonly Expression[], { scope, fail, call, keep }: Folding): Head {
  if (arg === undefined) return fail('needs a value', call.args);
  const decided = truth(scope.world.evaluate(arg, scope), scope, arg);
  return typeof decided === 'boolean' ? !decided : new Test(keep([decided.value]));
}

/** `And` and `Or`: `decisive` is the truth that decides at once. */
function foldLogic(args: readonly Expression[], { scope, keep }: Folding, decisive: boolean): Head {
  const open: Value[] = [];
  for (const arg of args) {
    const decided = truth(scope.world.evaluate(arg, scope), scope, arg);
    if (decided === decisive) return decisive;
    if (typeof decided !== 'boolean') open.push(decided.value);
  }
  const [only] = open;
  if (only === undefined) return !decisive;
  return new Test(open.length === 1 ? only : keep(open));
}

function foldSelect([which, from]: readonly Expression[], { scope, fail, call, keep }: Folding): Head {
  if (which === undefined || from === undefined) return fail('needs a number and a list', call.args);
  const { world } = scope;
  const index = world.evaluate(which, scope);
  const list = world.evaluate(from, scope);
  if (list === undefined || index === undefined) return undefined;
  const items = list instanceof LazyList ? list.items : list instanceof Group ? [...list.members.values()] : undefined;
  if (items !== undefined && isKnown(index)) return items[Number(index)] ?? fail(`has no item ${index}`, which);
  const values = [world.settle(index, which.place), world.settle(list, from.place)];
  return values.includes(undefined) ? undefined : keep([text(values[0] as Value), values[1] as Value]);
}

function foldSplit([delimiter, source]: readonly Expression[], { scope, fail, call, keep }: Folding): Head {
  if (delimiter === undefined || source === undefined) return fail('needs a delimiter and a text', call.args);
  const by = scope.world.evaluate(delimiter, scope);
  const head = scope.world.evaluate(source, scope);
  if (head === undefined) return undefined;
  if (typeof by === 'string' && isKnown(head)) return new LazyList(() => String(head).split(by), false);
  const value = scope.world.settle(head, source.place);
  if (typeof by !== 'string') return fail('needs a delimiter that is known when compiling', delimiter);
  return value === undefined ? undefined : keep([by, value]);
}

/** Known texts are joined; with the empty delimiter it is a text like any other. */
function foldJoin([delimiter, source]: readonly Expression[], { scope, fail, call, keep }: Folding): Head {
  if (delimiter === undefined || source === undefined) return fail('needs a delimiter and a list', call.args);
  const by = scope.world.evaluate(delimiter, scope);
  if (typeof by !== 'string') return fail('needs a delimiter that is known when compiling', delimiter);
  const head = scope.world.evaluate(source, scope);
  const value = scope.world.settle(head, source.place);
  if (value === undefined) return undefined;
  if (!Array.isArray(value)) return keep([by, value]);
  const items = value as readonly Value[];
  if (items.every((item) => typeof item !== 'object')) return items.map(String).join(by);
  const between = items.flatMap((item, index) => (index === 0 || by === '' ? [item] : [by, item]));
  return items.some(isList) ? keep([by, items]) : new Text(between.map(text), call.place);
}

/** Whether a part of a text may stand for several. */
function isList(item: Value): boolean {
  return item instanceof Call && ['Fn::Split', 'Fn::GetAZs', 'Fn::Cidr'].includes(item.name);
}

function foldCidr(args: readonly Expression[], { scope, fail, keep, call }: Folding): Head {
  const heads = args.map((arg) => scope.world.evaluate(arg, scope));
  const [block, count, bits] = heads;
  if (block === undefined) return undefined;
  if (heads.every(isKnown) && !String(block).includes(':')) {
    const blocks = carve(String(block), Number(count), Number(bits ?? 8));
    return blocks === undefined
      ? fail(`cannot make ${count} blocks of ${bits} bits from ${block}`, args[0] ?? call.args)
      : new LazyList(() => blocks, false);
  }
  const values = heads.map((head, index) => scope.world.settle(head, (args[index] ?? call.args).place));
  return keep(values.flatMap((value) => (value === undefined ? [] : [text(value)])));
}

function foldLength([source]: readonly Expression[], { scope, call, keep }: Folding): Head {
  const head = scope.world.evaluate(source ?? call.args, scope);
  if (head instanceof LazyList) return head.items.length;
  if (head instanceof Group) return head.members.size;
  if (head instanceof LazyMap) return head.cells.size;
  if (head === undefined) return 0;
  if (isKnown(head)) return String(head).length;
  if (head instanceof Instance || head instanceof RawResource) return 1;
  if (head instanceof Reference || head instanceof Lookup || head instanceof Call) {
    const value = scope.world.settle(head, call.place);
    return value === undefined ? undefined : keep(value);
  }
  return undefined;
}

/** Stays a function of what its argument is; without an argument there is none. */
function foldWrapper([source]: readonly Expression[], { scope, call, keep }: Folding): Head {
  const value = scope.world.settle(scope.world.evaluate(source ?? call.args, scope), call.place);
  return value === undefined ? undefined : keep(value);
}
