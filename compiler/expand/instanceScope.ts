import type { Place } from '../source/place.js';
import type { Expression } from '../text/expression.js';
import { configOf, givenOf } from './config.js';
import { pascal } from './ids.js';
import { type Binding, Cell, type Instance, type Scope, type World } from './model.js';

/** What names mean in the template of an instance's type. */
export function instanceScope(instance: Instance, world: World): Scope {
  const { type, place } = instance;
  const { template } = type;
  const own: Readonly<Record<string, Binding>> = {
    this: { get: () => instance },
    id: { get: () => instance.id },
    none: { get: () => undefined },
  };
  return {
    world,
    template: true,
    author: place,
    typeName: pascal(type.name),
    find(name) {
      if (Object.hasOwn(own, name)) return own[name];
      const key = type.keys.get(name);
      if (key !== undefined) return { get: () => configOf(instance, key), given: () => givenOf(instance, name) };
      const value = template.values.get(name);
      if (value !== undefined) return valueBinding(instance, name, value, place);
      if (template.parts.has(name) || name === 'self') return { get: () => world.part(instance, name) };
      const shared = template.shared.get(name);
      return shared && { get: () => world.shared(name, shared.type, place) };
    },
    names: () => [
      ...type.keys.keys(),
      ...template.values.keys(),
      ...template.parts.keys(),
      ...template.shared.keys(),
      ...Object.keys(own),
    ],
  };
}

function valueBinding(instance: Instance, name: string, expression: Expression, place: Place): Binding {
  let cell = instance.values.get(name);
  if (cell === undefined) {
    const { world } = instance.scope;
    cell = new Cell(
      () => world.evaluate(expression, instance.scope),
      () => world.report('value-cycle', place, { name: `${instance.id}.${name}` }),
    );
    instance.values.set(name, cell);
  }
  const known = cell;
  return { get: () => known.get(), given: () => ({ expression, scope: instance.scope }) };
}
