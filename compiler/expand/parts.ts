import { Call, Reference, Text, type Value } from '../template/value.js';
import type { Expression } from '../text/expression.js';
import { didYouMean } from '../text/suggest.js';
import type { Part, Type } from '../types/type.js';
import { blame } from './blame.js';
import { layerOf, waitsIn } from './config.js';
import { bindRound } from './each.js';
import { Group } from './group.js';
import { pascal } from './ids.js';
import { Instance } from './instance.js';
import { instanceScope } from './instanceScope.js';
import { RawResource } from './raw.js';
import { repeat } from './repeat.js';
import { type Scope, within } from './scope.js';
import { NO_SETTINGS, type Settings, settingsOf } from './settings.js';
import type { Thing } from './thing.js';
import { truth } from './truth.js';
import type { World } from './world.js';

/** A part of an instance, made when it is first asked for. */
export function partOf(instance: Instance, name: string): Thing | undefined {
  if (instance.parts.has(name)) return instance.parts.get(name);
  const part = instance.type.template.parts.get(name);
  instance.parts.set(name, undefined);
  const thing = part && make(instance, part);
  instance.parts.set(name, thing);
  return thing;
}

function make(instance: Instance, part: Part): Thing | undefined {
  const { scope } = instance;
  if (part.when !== undefined && !isWanted(part.when, scope)) return undefined;
  const base = part.name === 'self' ? instance.id : instance.id + part.name;
  if (part.forEach === undefined) return makeOne(instance, part, base, scope);
  const members = new Map<string, Instance | RawResource>();
  for (const round of repeat(scope.world.evaluate(part.forEach, scope), part.forEach, scope)) {
    const inner = within(scope, new Map([[part.as, bindRound(round, part.forEach, scope)]]));
    const key = part.key === undefined ? round.key : (textOf(part.key, inner) ?? round.key);
    const member = makeOne(instance, part, base + pascal(key), inner);
    if (member !== undefined) members.set(key, member);
  }
  return new Group(base, members);
}

/** Whether there is a resource must be known: a template cannot decide it. */
function isWanted(when: Expression, scope: Scope): boolean {
  const decided = truth(scope.world.evaluate(when, scope), scope, when);
  if (typeof decided === 'boolean') return decided;
  const { place, name } = blame(when, scope);
  const hint = 'Write it out, or make the whole resource depend on a condition of the blueprint (condition: NAME).';
  scope.world.report('must-be-known', place, { what: 'How many resources there are', name }, { hint });
  return false;
}

function textOf(expression: Expression, scope: Scope): string | undefined {
  const head = scope.world.evaluate(expression, scope);
  if (typeof head === 'string' || typeof head === 'number') return String(head);
  if (head instanceof Instance || head instanceof RawResource || head instanceof Group) return head.id;
  const value = scope.world.settle(head, expression.place);
  return value === undefined ? undefined : keyOfValue(value);
}

/** A name for what is not known when compiling: the names in it, and the texts that it is put together from. */
function keyOfValue(value: Value): string {
  if (value instanceof Reference) return `${value.target} ${value.attribute ?? ''}`;
  if (value instanceof Text) return value.parts.map(keyOfValue).join(' ');
  if (value instanceof Call) return references(value.args).map(keyOfValue).join(' ');
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.values(value).map(keyOfValue).join(' ');
}

function references(value: Value): readonly Reference[] {
  if (value instanceof Reference) return [value];
  if (value instanceof Call) return references(value.args);
  if (value instanceof Text) return value.parts.flatMap(references);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(references) : [];
}

function makeOne(instance: Instance, part: Part, id: string, scope: Scope): Instance | RawResource | undefined {
  const { world } = scope;
  const settings = settingsOf(part.settings, scope, outerSettings(instance, part));
  if (part.type.includes('::')) {
    return new RawResource(id, part.type, part.config(), scope, settings, instance.place, instance.owners);
  }
  const type = world.types.get(part.type);
  if (type === undefined) {
    if (!world.types.has(part.type)) {
      world.report(
        'unknown-type',
        part.place.at('type'),
        { type: part.type },
        { hint: didYouMean(part.type, world.types.names()) },
      );
    }
    return undefined;
  }
  for (let at: Instance | undefined = instance; at !== undefined; at = at.parent) {
    if (at.type === type) {
      world.report('component-in-itself', part.place.at('type'), { type: type.name });
      return undefined;
    }
  }
  return makeInstance(id, type, part.config(), scope, settings, instance, world);
}

/** `self` is what the author speaks of; the other parts only share its condition. Without a `self`, all are meant. */
function outerSettings({ settings, type }: Instance, part: Part): Settings {
  if (part.name === 'self') return settings;
  const shared = { ...NO_SETTINGS, condition: settings.condition };
  return type.template.parts.has('self') ? shared : { ...shared, waits: settings.waits };
}

/** An instance of a type, from the layers of its config. */
export function makeInstance(
  id: string,
  type: Type,
  config: readonly Expression[],
  scope: Scope,
  settings: Settings,
  parent: Instance | undefined,
  world: World,
  place = parent?.place,
): Instance {
  const waits = config.flatMap((layer) => waitsIn(layer, scope, type));
  const layers = config.map((layer) => layerOf(layer, scope));
  const all = { ...settings, waits: [...settings.waits, ...waits] };
  const at = place ?? world.blueprint.place;
  return new Instance(id, type, layers, all, at, parent, (instance) => instanceScope(instance, world));
}
