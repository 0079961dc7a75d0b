import type { Place } from '../source/place.js';
import type { Expression } from '../text/expression.js';
import type { Head } from './head.js';
import type { World } from './world.js';

/** What names mean at some place of a blueprint or of a type's template. */
export interface Scope {
  readonly world: World;
  /** Whether functions fold, as they do in a type's template; in a blueprint they stay as they were pasted. */
  readonly template: boolean;
  /** What the author wrote that is being expanded; undefined in the blueprint itself. */
  readonly author: Place | undefined;
  /** How the type is called whose template this is; '' in the blueprint. */
  readonly typeName: string;
  find(name: string): Binding | undefined;
  names(): readonly string[];
}

/** What a name leads to. */
export interface Binding {
  get(): Head;
  /** What it was given as, for blaming the author's own words instead of a template's. */
  readonly given?: () => Given | undefined;
}

/** Where a value was written, and what the names in it mean. */
export interface Given {
  readonly expression: Expression;
  readonly scope: Scope;
}

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
