import type { Document, Place } from '../source/place.js';
import type { Expression } from '../text/expression.js';
import type { Shape } from '../text/shape.js';
import type { Conformer } from './conformer.js';
import type { Schema } from './schema.js';

/** A built-in type or a component, read from its folder: data only. */
export interface Type {
  readonly name: string;
  /** A component's template is checked when it is loaded; a built-in type's by the tests. */
  readonly builtIn: boolean;
  readonly schema: Schema;
  readonly schemaDocument: Document;
  readonly shape: Shape;
  readonly keys: ReadonlyMap<string, ConfigKey>;
  /** The config key that an id is made from when the author writes none. */
  readonly identifiedBy: string | undefined;
  readonly template: TypeTemplate;
}

export interface ConfigKey {
  readonly name: string;
  readonly schema: Schema;
  readonly default: Expression | undefined;
  readonly conformer: Conformer | undefined;
  readonly collected: boolean;
  /** The type of the nested resource whose config this is. */
  readonly resource: string | undefined;
  readonly aliasOf: string | undefined;
}

/** A template.yaml, its expressions read but not evaluated. */
export interface TypeTemplate {
  readonly place: Place;
  readonly values: ReadonlyMap<string, Expression>;
  readonly shared: ReadonlyMap<string, SharedResource>;
  readonly parts: ReadonlyMap<string, Part>;
  readonly adds: Expression | undefined;
  readonly checks: Expression | undefined;
  readonly attributes: ReadonlyMap<string, Expression>;
}

export interface SharedResource {
  readonly type: string;
  readonly place: Place;
}

/** An entry of a template's `resources`. */
export interface Part {
  readonly name: string;
  readonly type: string;
  /** Layers, the later on top; read when they are first asked for, by the schema of the part's type. */
  readonly config: () => readonly Expression[];
  readonly when: Expression | undefined;
  readonly forEach: Expression | undefined;
  readonly as: string;
  readonly key: Expression | undefined;
  /** `waitFor`, `deletionPolicy` … by the names of the language. */
  readonly settings: ReadonlyMap<string, Expression>;
  readonly place: Place;
}
