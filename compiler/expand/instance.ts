import type { Place } from '../source/place.js';
import type { Type } from '../types/type.js';
import type { Head } from './head.js';
import type { Cell, LazyMap } from './lazy.js';
import type { Given, Scope } from './scope.js';
import type { Settings } from './settings.js';
import type { Thing } from './thing.js';

/** Something that another resource adds to a list of the config. */
export interface Contribution {
  readonly from: string;
  /** Evaluated when the list is asked for. */
  readonly value: () => Head;
}

/** A layer of a config: values by key, and where each was written. */
export interface Layer {
  readonly map: LazyMap;
  readonly given: (key: string) => Given | undefined;
}

/** A resource of a JIML type. What it is made of is evaluated when it is asked for. */
export class Instance {
  /** By config key, what others contribute. */
  readonly contributions = new Map<string, Contribution[]>();
  readonly parts = new Map<string, 'running' | { readonly thing: Thing | undefined }>();
  readonly config = new Map<string, Cell>();
  readonly values = new Map<string, Cell>();
  readonly attributes = new Map<string, Cell>();
  /** What names mean in the type's template. */
  scope: Scope;

  constructor(
    readonly id: string,
    readonly type: Type,
    readonly layers: readonly Layer[],
    readonly settings: Settings,
    /** The resource of the blueprint that it comes from. */
    readonly place: Place,
    /** The instance that it is a part of. */
    readonly parent: Instance | undefined,
    makeScope: (instance: Instance) => Scope,
  ) {
    this.scope = makeScope(this);
  }

  /** The ids of the resources that it is a part of and its own, outermost first. */
  get owners(): readonly string[] {
    return [...(this.parent?.owners ?? []), this.id];
  }
}
