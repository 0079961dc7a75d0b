import type { Review } from '../api/report.js';
import type { NeededCapability } from '../inputs/capabilities.js';

/** A value of a parameter as a plan remembers it; of a secret only what tells whether another is the same. */
export type PlannedValue =
  | { readonly kind: 'value'; readonly value: string }
  | { readonly kind: 'secret'; readonly hash: string }
  /** The stack's own value is kept. */
  | { readonly kind: 'previous' }
  /** The template's own value is used. */
  | { readonly kind: 'default' };

/** A reviewed change set, bound to what it was made from (schemas/output/plan.schema.json). */
export interface Plan {
  readonly version: 1;
  /** The version of jiml that made it. */
  readonly jiml: string;
  /** When, in milliseconds since 1970. */
  readonly at: number;
  readonly stack: PlannedStack;
  /** The change set's ARN; left out where there is nothing to change. */
  readonly changeSet?: string;
  /** SHA-256 of the bytes of the template as it was compiled, in hex. */
  readonly template: string;
  /** Random bytes that secrets are hashed with, in hex. */
  readonly salt: string;
  readonly parameters: Readonly<Record<string, PlannedValue>>;
  readonly tags: Readonly<Record<string, string>>;
  readonly capabilities: readonly NeededCapability[];
  /** Codes of guards that were allowed when it was made. */
  readonly allow: readonly string[];
  readonly review: Review;
}

/** The stack that a plan is for, as it was when the plan was made. */
export interface PlannedStack {
  readonly name: string;
  /** Left out where the answer did not say it, as what follows. */
  readonly id?: string;
  readonly region: string;
  readonly account?: string;
  readonly status?: string;
  /** When it was last changed, in milliseconds since 1970. */
  readonly changed?: number;
}
