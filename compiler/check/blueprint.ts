import type { Place } from '../source/place.js';
import type { Expression } from '../text/expression.js';
import type { Type } from '../types/type.js';

/** A blueprint after `check`: its form is right, its types are known, its references are recognised. */
export interface Blueprint {
  readonly name: string | undefined;
  readonly region: string | undefined;
  readonly tags: ReadonlyMap<string, string>;
  /** Patterns of the ids of what deploying leaves alone unless that is allowed by name. */
  readonly protect: readonly Pattern[];
  readonly resources: readonly Declaration[];
  readonly parameters: ReadonlyMap<string, Expression>;
  readonly mappings: ReadonlyMap<string, Expression>;
  readonly conditions: ReadonlyMap<string, Expression>;
  readonly rules: ReadonlyMap<string, Expression>;
  readonly outputs: ReadonlyMap<string, Expression>;
  readonly raw: ReadonlyMap<string, Expression>;
  readonly description: Expression | undefined;
  readonly transform: Expression | undefined;
  readonly metadata: Expression | undefined;
  /** The whole of it, for findings that are about nothing smaller. */
  readonly place: Place;
}

/** A pattern of ids: `*` stands for any letters, `?` for one. */
export interface Pattern {
  readonly text: string;
  readonly place: Place;
}

/** An entry of `resources`. */
export interface Declaration {
  /** Undefined where the author wrote none. */
  readonly id: string | undefined;
  /** What the author wrote: a JIML type, a component, or a CloudFormation type. */
  readonly typeName: string;
  /** Undefined for a CloudFormation type. */
  readonly type: Type | undefined;
  readonly config: Expression | undefined;
  /** `waitFor`, `condition`, `deletionPolicy` … by the names of the language. */
  readonly settings: ReadonlyMap<string, Expression>;
  readonly forEach: Expression | undefined;
  readonly as: string;
  readonly place: Place;
}
