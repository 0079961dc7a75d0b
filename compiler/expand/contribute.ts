import type { Expression, MapExpression } from '../text/expression.js';
import type { Type } from '../types/type.js';
import { blame } from './blame.js';
import { bindRound } from './each.js';
import {
  Choice,
  Group,
  type Head,
  Instance,
  LazyList,
  RawResource,
  type Scope,
  type Test,
  type Thing,
  type World,
} from './model.js';
import { repeat } from './repeat.js';
import { within } from './scope.js';
import { truth } from './truth.js';

type Wrap = (head: Head) => Head;

/** Collects what a resource and its parts contribute to the lists of others. */
export function contribute(thing: Thing | undefined, world: World): void {
  if (thing instanceof Group) for (const member of thing.members.values()) contribute(member, world);
  if (!(thing instanceof Instance) || !contributes(thing.type, world)) return;
  const { adds, parts } = thing.type.template;
  for (const item of adds?.kind === 'list' ? adds.items : []) addAll(item, thing, thing.scope);
  for (const part of parts.values()) {
    if (!part.type.includes('::') && mayContribute(part.type, world)) contribute(world.part(thing, part.name), world);
  }
}

function mayContribute(typeName: string, world: World): boolean {
  const type = world.types.get(typeName);
  return type !== undefined && contributes(type, world);
}

/** Whether a type or anything that it consists of adds to others. */
function contributes(type: Type, world: World, seen = new Set<Type>()): boolean {
  if (type.template.adds !== undefined) return true;
  if (seen.has(type)) return false;
  seen.add(type);
  return [...type.template.parts.values()].some(({ type: name }) => {
    const part = name.includes('::') ? undefined : world.types.get(name);
    return part !== undefined && contributes(part, world, seen);
  });
}

/** `wrap` is what a `when` makes of a contribution that is not decided yet. */
function addAll(item: Expression, from: Instance, scope: Scope, wrap: Wrap = (head) => head): void {
  const { world } = scope;
  if (item.kind === 'each') {
    for (const round of repeat(world.evaluate(item.over, scope), item.over, scope)) {
      addAll(item.body, from, within(scope, new Map([[item.as, bindRound(round, item.over, scope)]])), wrap);
    }
  } else if (item.kind === 'when') {
    const decided = truth(world.evaluate(item.test, scope), scope, item.test);
    if (decided !== false) addAll(item.body, from, scope, decided === true ? wrap : wrapped(decided, wrap, world));
  } else if (item.kind === 'map') addOne(item, from, scope, wrap);
}

function wrapped({ value }: Test, wrap: Wrap, world: World): Wrap {
  const condition = world.generated.condition(value);
  return (head) => new Choice(condition, wrap(head), undefined);
}

function addOne({ entries, place }: MapExpression, from: Instance, scope: Scope, wrap: Wrap): void {
  const { world } = scope;
  const to = entries.find(({ key }) => key === 'to');
  const head = to && world.evaluate(to.value, scope);
  if (to !== undefined && head instanceof Choice) {
    const { place: at, name } = blame(to.value, scope);
    world.report('must-be-known', at, { what: 'What this is added to', name });
  }
  for (const target of things(head)) {
    for (const { key, value } of entries) {
      if (key === 'to') continue;
      const name = key.endsWith('?') ? key.slice(0, -1) : key;
      const collector = collectorOf(target, name, world);
      if (collector === undefined) {
        const owner = target instanceof Instance ? `${target.type.name} "${target.id}"` : `"${target.id}"`;
        if (!key.endsWith('?')) world.report('not-collected', scope.author ?? place, { key: name, owner });
        continue;
      }
      const contributions = collector.contributions.get(name) ?? [];
      contributions.push({
        from: from.id,
        value: () => wrap(world.evaluate(value, scope)),
        given: { expression: value, scope },
      });
      collector.contributions.set(name, contributions);
    }
  }
}

function things(head: Head): readonly (Instance | RawResource)[] {
  if (head instanceof Instance || head instanceof RawResource) return [head];
  if (head instanceof Group) return [...head.members.values()];
  return head instanceof LazyList ? head.items.flatMap(things) : [];
}

/** The instance that collects the list: the target, or what it is at heart. */
function collectorOf(target: Instance | RawResource, key: string, world: World): Instance | undefined {
  if (target instanceof RawResource) return undefined;
  if (target.type.keys.get(key)?.collected === true) return target;
  const main = world.part(target, 'self');
  return main instanceof Instance ? collectorOf(main, key, world) : undefined;
}
