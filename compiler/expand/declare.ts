import type { Blueprint, Declaration } from '../check/blueprint.js';
import { Reference } from '../template/value.js';
import type { Expression } from '../text/expression.js';
import { pascal, typeId } from './ids.js';
import { membersOf } from './members.js';
import { type Binding, type Instance, RawResource, type Scope, type Thing, type World } from './model.js';
import { makeInstance } from './parts.js';
import { settingsOf } from './settings.js';

/** A resource of the blueprint, made. */
export interface Declared {
  readonly declaration: Declaration;
  readonly id: string;
  readonly thing: Thing;
}

/** What names mean in a blueprint: its resources, its parameters, and what `raw` brings in. */
export function blueprintScope(world: World, things: ReadonlyMap<string, Thing>): Scope {
  const { blueprint } = world;
  const raw = new Set(['Resources', 'Parameters'].flatMap((section) => keysOf(blueprint.raw.get(section))));
  const reference = (name: string, expression: Expression | undefined): Binding => ({
    get: () => new Reference(name, undefined, expression?.place ?? blueprint.place),
  });
  return {
    world,
    template: false,
    author: undefined,
    typeName: '',
    find(name) {
      const thing = things.get(name);
      if (thing !== undefined) return { get: () => thing };
      const parameter = blueprint.parameters.get(name);
      if (parameter !== undefined) return reference(name, parameter);
      return raw.has(name) ? { get: () => rawThing(name, this, blueprint) } : undefined;
    },
    names: () => [...things.keys(), ...blueprint.parameters.keys(), ...raw],
  };
}

function keysOf(expression: Expression | undefined): readonly string[] {
  return expression?.kind === 'map' ? expression.entries.map(({ key }) => key) : [];
}

function rawThing(id: string, scope: Scope, { place }: Blueprint): RawResource {
  return new RawResource(id, '', [], scope, settingsOf(new Map(), scope), place, []);
}

/** Makes what the blueprint declares. Nothing is evaluated yet but repetitions and the ids that nobody wrote. */
export function declareAll(world: World, things: Map<string, Thing>, scope: Scope): readonly Declared[] {
  const ids = idsOf(world);
  return world.blueprint.resources.flatMap((declaration): readonly Declared[] => {
    const id = ids.get(declaration);
    const thing = id === undefined ? undefined : declare(declaration, id, scope, world);
    if (id === undefined || thing === undefined) return [];
    things.set(id, thing);
    return [{ declaration, id, thing }];
  });
}

/** The ids, written or made from content. What has neither can stand once for each type. */
function idsOf(world: World): ReadonlyMap<Declaration, string> {
  const ids = new Map<Declaration, string>();
  const owners = new Map<string, Declaration>();
  for (const declaration of world.blueprint.resources) {
    const id = declaration.id ?? contentId(declaration) ?? typeId(declaration.typeName);
    const owner = owners.get(id);
    if (owner !== undefined && declaration.id !== undefined && owner.id !== undefined) continue;
    if (owner === undefined) owners.set(id, declaration);
    else {
      const related = [{ place: owner.place, message: 'This is the other one.' }];
      const hint = `Give each of them an id.`;
      world.report('needs-id', declaration.place, { type: declaration.typeName, id }, { related, hint });
      continue;
    }
    ids.set(declaration, id);
  }
  return ids;
}

/** What is not written out may name resources, and there are none yet. */
function contentId({ type, config, typeName }: Declaration): string | undefined {
  const key = type?.identifiedBy;
  const value = config?.kind === 'map' ? config.entries.find((entry) => entry.key === key)?.value : undefined;
  return value?.kind === 'literal' ? pascal(typeName) + pascal(String(value.value)) : undefined;
}

function declare(declaration: Declaration, id: string, scope: Scope, world: World): Thing | undefined {
  const { forEach, as } = declaration;
  if (forEach === undefined) return declareOne(declaration, id, scope, world);
  const repetition = { over: forEach, as, key: undefined };
  return membersOf(id, repetition, scope, (own, inner) => declareOne(declaration, own, inner, world));
}

function declareOne(
  { type, typeName, config, settings, place }: Declaration,
  id: string,
  scope: Scope,
  world: World,
): Instance | RawResource | undefined {
  const own = settingsOf(settings, scope);
  const layers = config === undefined ? [] : [config];
  if (type !== undefined) return makeInstance(id, type, layers, scope, own, undefined, world, place);
  if (!typeName.includes('::')) return undefined;
  return new RawResource(id, typeName, layers, scope, own, place, []);
}
