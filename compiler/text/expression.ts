import type { Place } from '../source/place.js';

/**
 * What an author wrote, with its references recognised but not yet looked up: the common form of a blueprint's config
 * and of a type's template.
 */
export type Expression =
  | LiteralExpression
  | NameExpression
  | TextExpression
  | ListExpression
  | MapExpression
  | CallExpression
  | WhenExpression
  | EachExpression;

export interface LiteralExpression {
  readonly kind: 'literal';
  readonly value: string | number | boolean | null;
  readonly place: Place;
  /** Where it is the key of what stands at the place. */
  readonly part?: 'key';
}

/** `$a.b`, `Ref: a` or `Fn::GetAtt: [a, b]`. */
export interface NameExpression {
  readonly kind: 'name';
  readonly chain: Chain;
  readonly form: 'name' | 'ref' | 'attribute';
  readonly place: Place;
}

/** A text with `${{ a.b }}` in it, or one that is put together from several. */
export interface TextExpression {
  readonly kind: 'text';
  readonly parts: readonly (string | Chain | Expression)[];
  readonly place: Place;
}

export interface ListExpression {
  readonly kind: 'list';
  readonly items: readonly Expression[];
  readonly place: Place;
}

export interface MapExpression {
  readonly kind: 'map';
  readonly entries: readonly MapEntry[];
  readonly place: Place;
}

export interface MapEntry {
  readonly key: string;
  readonly value: Expression;
}

/** A function of CloudFormation by its long name. `names` are the references inside the text of a `Fn::Sub`. */
export interface CallExpression {
  readonly kind: 'call';
  readonly name: string;
  readonly args: Expression;
  readonly names?: readonly (string | Chain)[];
  readonly place: Place;
}

/** A map of a type's template that says `when:`. */
export interface WhenExpression {
  readonly kind: 'when';
  readonly test: Expression;
  readonly body: Expression;
  readonly place: Place;
}

/** A list item of a type's template that says `forEach:`; with a `key`, a map whose entries are repeated. */
export interface EachExpression {
  readonly kind: 'each';
  readonly over: Expression;
  readonly as: string;
  readonly key?: Expression;
  readonly body: Expression;
  readonly place: Place;
}

/** A name and the steps from it, with their offsets in the text of the scalar that they were read from. */
export interface Chain {
  readonly name: string;
  readonly steps: readonly Step[];
  readonly from: number;
  readonly to: number;
}

export type Step = MemberStep | ComputedStep;

/** `.b`, or with `optional` `.b?`. */
export interface MemberStep {
  readonly kind: 'member';
  readonly key: string;
  readonly optional: boolean;
  readonly from: number;
  readonly to: number;
}

/** `(b.c)`, or with `optional` `(b.c)?`: the member that the value of a name says. */
export interface ComputedStep {
  readonly kind: 'computed';
  readonly chain: Chain;
  readonly optional: boolean;
  readonly from: number;
  readonly to: number;
}

/** The chain as its author could have written it. */
export function spell(chain: Chain): string {
  const steps = chain.steps.map(
    (step) => (step.kind === 'member' ? `.${step.key}` : `(${spell(step.chain)})`) + (step.optional ? '?' : ''),
  );
  return chain.name + steps.join('');
}
