import type { Place } from '../source/place.js';
import { noValue } from '../template/cloudformation.js';
import { Call, mapOf, Reference, Text, type Value } from '../template/value.js';
import {
  Choice,
  Group,
  type Head,
  Instance,
  LazyList,
  LazyMap,
  Lookup,
  RawResource,
  Test,
  type World,
} from './model.js';

/** The value that stands in the template. What is not given disappears, and so does what is made only of it. */
export function settle(head: Head, place: Place, world: World): Value | undefined {
  if (head === undefined || typeof head !== 'object' || head === null) return head;
  if (head instanceof Reference || head instanceof Call || head instanceof Text) return head;
  if (head instanceof LazyMap) return settleMap(head, place, world);
  if (head instanceof LazyList) return settleList(head, place, world);
  if (head instanceof Choice) return settleChoice(head, place, world);
  if (head instanceof Test) return new Call('Fn::If', [world.generated.condition(head.value), true, false], place);
  if (head instanceof Lookup) return settleLookup(head, place);
  if (head instanceof RawResource) return new Reference(head.id, undefined, place);
  if (head instanceof Instance) return settleInstance(head, place, world);
  return [...head.members.values()].flatMap((member) => settle(member, place, world) ?? []);
}

/** A row of a table of maps is a map: each of its members is looked up by itself. */
function settleLookup({ mapping, key, second, columns }: Lookup, place: Place): Value {
  const find = (column: Value) => new Call('Fn::FindInMap', [mapping, key, column], place);
  if (second !== undefined || columns === undefined) return find(second ?? 'value');
  return mapOf(columns.map((column) => [column, find(column)]));
}

/** What `Ref` gives for its main logical resource. */
function settleInstance(instance: Instance, place: Place, world: World): Value | undefined {
  const main = world.part(instance, 'self');
  if (main !== undefined) return settle(main, place, world);
  world.report('no-main-resource', place, { owner: `${instance.type.name} "${instance.id}"` });
  return undefined;
}

function settleMap(map: LazyMap, place: Place, world: World): Value | undefined {
  const entries: [string, Value][] = [];
  for (const [key, cell] of map.cells) {
    const value = settleInner(cell.get(), key, cell.place ?? place, world);
    if (value !== undefined) entries.push([key, value]);
  }
  return entries.length > 0 || map.stays ? mapOf(entries) : undefined;
}

function settleList(list: LazyList, place: Place, world: World): Value | undefined {
  const values = list.items.flatMap((head, index): readonly Value[] => {
    const value = settleInner(head, String(index), list.places?.[index] ?? place, world);
    if (value === undefined) return [];
    return head instanceof Group && Array.isArray(value) ? value : [value];
  });
  return values.length > 0 || list.stays ? values : undefined;
}

/** A list or map that is part of itself needs itself. */
function settleInner(head: Head, name: string, place: Place, world: World): Value | undefined {
  if (!(head instanceof LazyMap || head instanceof LazyList)) return settle(head, place, world);
  if (world.open.has(head)) {
    world.report('value-cycle', place, { name });
    return undefined;
  }
  world.open.add(head);
  const value = world.bounds.within(place, () => settle(head, place, world));
  world.open.delete(head);
  return value;
}

function settleChoice({ condition, yes, no, place: own }: Choice, place: Place, world: World): Value | undefined {
  const one = settle(yes, place, world);
  const other = settle(no, place, world);
  if (one === undefined && other === undefined) return undefined;
  const nothing = new Reference(noValue, undefined, place);
  return new Call(
    'Fn::If',
    [condition, one === undefined ? nothing : one, other === undefined ? nothing : other],
    own ?? place,
  );
}
