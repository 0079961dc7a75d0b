import type { Place } from '../source/place.js';
import { parameterType, pseudoParameters } from '../template/cloudformation.js';
import { Call, Reference } from '../template/value.js';
import { type Chain, type ComputedStep, spell } from '../text/expression.js';
import { didYouMean } from '../text/suggest.js';
import { type Blame, blameChain } from './blame.js';
import { pascal } from './ids.js';
import { Choice, Group, type Head, Instance, LazyList, LazyMap, Lookup, RawResource, type Scope } from './model.js';
import { allowedValues, parameterTypeName } from './parameter.js';

/** A computed step of a name, with the value of its key. */
export interface ComputedAsked {
  readonly chain: Chain;
  readonly index: number;
  readonly step: ComputedStep;
  readonly scope: Scope;
  readonly place: Place;
  readonly key: Head;
  /** The attribute of a thing that the table is, or is in. */
  readonly owner: { readonly instance: Instance; readonly attribute: string } | undefined;
}

/** The member of a table, list or group that a value says. With a parameter, the table moves into the template. */
export function computed(head: Head, asked: ComputedAsked): Head {
  const { key } = asked;
  if (head === undefined || key === undefined || key === null) return undefined;
  if (key instanceof Choice) return key.map((inner) => computed(head, { ...asked, key: inner }));
  if (head instanceof Choice) return head.map((inner) => computed(inner, asked));
  if (typeof key === 'string' || typeof key === 'number' || typeof key === 'boolean') return known(head, key, asked);
  // What is repeated over things is called after them.
  if (key instanceof Instance || key instanceof RawResource || key instanceof Group) return known(head, key.id, asked);
  if (isParameter(key, asked) && head instanceof LazyMap) return unknown(head, key, asked);
  if (isParameter(key, asked) && head instanceof Lookup) return new Lookup(head.mapping, head.key, key, head.columns);
  const { place, name } = blameOf(asked);
  asked.scope.world.report('must-be-known', place, { what: `What is taken from "${tableName(asked)}"`, name });
  return undefined;
}

/** Mappings are looked up before anything is made. */
function isParameter(key: Head, { scope }: ComputedAsked): key is Reference {
  if (!(key instanceof Reference) || key.attribute !== undefined) return false;
  return pseudoParameters.has(key.target) || parameterTypeName(scope.world.blueprint, key.target) !== undefined;
}

/** How long it is is not known either, so that nothing goes round. */
function isUnknownList(head: Head, { scope }: ComputedAsked): head is Reference {
  if (!(head instanceof Reference)) return false;
  const type = parameterTypeName(scope.world.blueprint, head.target);
  return head.attribute !== undefined || (type !== undefined && parameterType(type)?.list === true);
}

/** In a list or group a number is a position, and goes round; a text is a key. */
function known(head: Head, key: string | number | boolean, asked: ComputedAsked): Head {
  const items = head instanceof LazyList ? head.items : head instanceof Group ? [...head.members.values()] : undefined;
  if (items !== undefined && (typeof key === 'number' || head instanceof LazyList)) {
    return items.length === 0 ? undefined : items[Number(key) % items.length];
  }
  const name = String(key);
  if (typeof key === 'number' && isUnknownList(head, asked)) return new Call('Fn::Select', [name, head], head.place);
  if (head instanceof Lookup) return new Lookup(head.mapping, head.key, name, head.columns);
  const members = head instanceof LazyMap ? head.cells : head instanceof Group ? head.members : undefined;
  if (members === undefined) return undefined;
  if (members.has(name)) return head instanceof LazyMap ? head.get(name) : (head as Group).members.get(name);
  if (!asked.step.optional) notInTable(name, [...members.keys()], blameOf(asked), asked);
  return undefined;
}

function notInTable(key: string, keys: readonly string[], { place, part }: Blame, asked: ComputedAsked): void {
  // Of numbers none is near another.
  const near = Number.isNaN(Number(key)) ? didYouMean(key, keys) : undefined;
  const hint = near ?? `There are ${keys.slice(0, 20).join(', ')}.`;
  const { owner, scope } = asked;
  const { report } = scope.world;
  const extra = { hint, ...(part && { part }) };
  if (owner === undefined) report('not-in-table', place, { key, table: tableName(asked) }, extra);
  else {
    const { type, id } = owner.instance;
    report('not-in-attribute', place, { key, name: owner.attribute, owner: `${type.name} "${id}"` }, extra);
  }
}

function unknown(table: LazyMap, key: Reference, asked: ComputedAsked): Head {
  const { world } = asked.scope;
  const allowed = allowedValues(world.blueprint, key.target);
  const keys = [...table.cells.keys()];
  if (allowed === undefined && world.blueprint.parameters.has(key.target)) {
    const hint = `Give the parameter allowedValues: [${keys.slice(0, 8).join(', ')}${keys.length > 8 ? ', …' : ''}].`;
    world.report('unchecked-lookup', blameOf(asked).place, { parameter: key.target }, { hint });
    return undefined;
  }
  for (const value of allowed ?? []) {
    if (!table.cells.has(value)) notInTable(value, keys, blameOf(asked), asked);
  }
  const name = asked.scope.typeName + pascal(tableName(asked));
  const mapping = world.generated.mapping(name, table, world, asked.place);
  if (mapping !== undefined) return new Lookup(mapping, key, undefined, columnsOf(table));
  return choices(table, key, allowed?.filter((value) => table.cells.has(value)) ?? keys, asked);
}

/** The keys that all rows have, where the rows are maps. */
function columnsOf(table: LazyMap): readonly string[] | undefined {
  const rows = [...table.cells.values()].map((cell) => cell.get());
  const [first] = rows;
  if (!(first instanceof LazyMap)) return undefined;
  return [...first.cells.keys()].filter((key) => rows.every((row) => row instanceof LazyMap && row.cells.has(key)));
}

/** A table of more than texts: one `Fn::If` in the other. */
function choices(table: LazyMap, key: Reference, values: readonly string[], asked: ComputedAsked): Head {
  const [first, ...rest] = values;
  if (first === undefined) return undefined;
  if (rest.length === 0) return table.get(first);
  const condition = asked.scope.world.generated.equals(key, first);
  return new Choice(condition, table.get(first), choices(table, key, rest, asked));
}

function blameOf({ step, scope, place }: ComputedAsked): Blame {
  return blameChain(step.chain, scope, place);
}

/** The chain up to the step. */
function tableName({ chain, index }: ComputedAsked): string {
  return spell({ ...chain, steps: chain.steps.slice(0, index) });
}
