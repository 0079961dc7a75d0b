import type { Place } from '../source/place.js';
import type { Expression } from '../text/expression.js';
import type { Scope } from './scope.js';
import type { Settings } from './settings.js';

/** A logical resource: one that the author wrote raw, or a part of a type that is one. */
export class RawResource {
  constructor(
    readonly id: string,
    readonly typeName: string,
    /** Layers of its properties, the later on top, and the scope that they are evaluated in. */
    readonly config: readonly Expression[],
    readonly scope: Scope,
    readonly settings: Settings,
    /** The resource of the blueprint that it comes from. */
    readonly place: Place,
    readonly owners: readonly string[],
  ) {}
}
