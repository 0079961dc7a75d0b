import type { Stack } from '../api/cloudformation.js';
import type { Review } from '../api/report.js';
import type { NeededCapability } from '../inputs/capabilities.js';
import type { ParameterValue } from '../inputs/parameters.js';
import type { Plan } from './plan.js';

/** What a plan is made from. */
export interface PlanOptions {
  /** The version of jiml. */
  readonly jiml: string;
  /** The clock's time. */
  readonly at: number;
  readonly region: string;
  readonly account?: string | undefined;
  readonly stackName: string;
  /** The stack after the change set was made (there is one in REVIEW_IN_PROGRESS for a new one). */
  readonly stack: Stack | undefined;
  /** The change set's ARN. */
  readonly changeSet: string;
  /** The template as it was compiled. */
  readonly text: string;
  readonly parameters: readonly ParameterValue[];
  readonly tags: ReadonlyMap<string, string>;
  readonly capabilities: readonly NeededCapability[];
  readonly allow: readonly string[];
  readonly review: Review;
}

/** A plan of what was reviewed. Secrets are in it as salted hashes only. */
export async function planOf(options: PlanOptions): Promise<Plan> {
  void options;
  throw new Error('not yet');
}
