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
  readonly stack: {
    readonly name: string;
    /** Its id; undefined where the answer did not say it. */
    readonly id?: string;
    readonly region: string;
    readonly account?: string;
    /** Its state when the plan was made, and when it was last changed; undefined where there was none. */
    readonly status?: string;
    readonly changed?: number;
  };
  readonly changeSet: string;
  /** SHA-256 of the template's bytes as it was compiled, in hex. */
  readonly template: string;
  /** Random bytes that secrets are hashed with, in hex. */
  readonly salt: string;
  readonly parameters: Readonly<Record<string, PlannedValue>>;
  readonly tags: Readonly<Record<string, string>>;
  readonly capabilities: readonly NeededCapability[];
  /** Codes that were allowed when it was made. */
  readonly allow: readonly string[];
  readonly review: Review;
}
