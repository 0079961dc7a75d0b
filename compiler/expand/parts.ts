import { Call } from '../template/value.js';
import type { Expression } from '../text/expression.js';
import { didYouMean } from '../text/suggest.js';
import type { Part, Type } from '../types/type.js';
import { blame } from './blame.js';
import { layerOf, waitsIn } from './config.js';
import { instanceScope } from './instanceScope.js';
import { membersOf } from './members.js';
import { Instance, RawResource, type Scope, type Settings, type Thing, type World } from './model.js';
import { NO_SETTINGS, settingsOf } from './settings.js';
import { truth } from './truth.js';

/** A part of an instance, made when it is first asked for. Asked for while it is being made, it needs itself. */
export function partOf(instance: Instance, name: string): Thing | undefined {
  const known = instance.parts.get(name);
  if (known === 'running') {
    instance.scope.world.report('value-cycle', instance.place, { name: `${instance.id}.${name}` });
    return undefined;
  }
  if (known !== undefined) return known.thing;
  const part = instance.type.template.parts.get(name);
  instance.parts.set(name, 'running');
  const thing = part && make(instance, part);
  instance.parts.set(name, { thing });
  return thing;
}

function make(instance: Instance, part: Part): Thing | undefined {
  const { scope } = instance;
  if (part.when !== undefined && !isWanted(part.when, scope)) return undefined;
  const base = part.name === 'self' ? instance.id : instance.id + part.name;
  if (part.forEach === undefined) return makeOne(instance, part, base, scope);
  const repetition = { over: part.forEach, as: part.as, key: part.key };
  return membersOf(base, repetition, scope, (id, inner) => makeOne(instance, part, id, inner));
}

/** Whether there is a resource must be known: a template cannot decide it. */
function isWanted(when: Expression, scope: Scope): boolean {
  const decided = truth(scope.world.evaluate(when, scope), scope, when);
  if (typeof decided === 'boolean') return decided;
  const { place, name } = blame(when, scope);
  const hint = 'Write it out, or make the whole resource depend on a condition of the blueprint (condition: NAME).';
  scope.world.report('must-be-known', place, { what: 'How many there are', name }, { hint });
  return false;
}

function makeOne(instance: Instance, part: Part, id: string, scope: Scope): Instance | RawResource | undefined {
  const { world } = scope;
  if (!world.bounds.another(instance.place)) return undefined;
  const condition = conditionOf(part, instance, scope);
  if (condition === false) return undefined;
  const settings = { ...settingsOf(part.settings, scope, outerSettings(instance, part)), condition };
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

/** The name of the condition on which a part is there; false where it is known not to be. */
function conditionOf(part: Part, { settings }: Instance, scope: Scope): string | undefined | false {
  const own = part.settings.get('condition');
  const { generated, evaluate } = scope.world;
  const decided = own === undefined || truth(evaluate(own, scope), scope, own);
  if (typeof decided === 'boolean') return decided && settings.condition;
  if (settings.condition === undefined) return generated.condition(decided.value);
  const outer = new Call('Condition', settings.condition, part.place);
  return generated.condition(new Call('Fn::And', [outer, decided.value], part.place));
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
