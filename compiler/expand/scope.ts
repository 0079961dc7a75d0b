import type { Binding, Scope } from './model.js';

/** A scope with more names in front. */
export function within(scope: Scope, names: ReadonlyMap<string, Binding>): Scope {
  return {
    world: scope.world,
    template: scope.template,
    author: scope.author,
    typeName: scope.typeName,
    find: (name) => names.get(name) ?? scope.find(name),
    names: () => [...names.keys(), ...scope.names()],
  };
}
