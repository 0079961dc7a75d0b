import type { Change, DescribeChangeSetOutput } from '../api/cloudformation.js';

/** A change set with all of its pages, and those of the stacks within. */
export interface WholeChangeSet extends Omit<DescribeChangeSetOutput, 'Changes' | 'NextToken'> {
  readonly changes: readonly Change[];
  /** By the logical id of the nested stack. */
  readonly nested: ReadonlyMap<string, WholeChangeSet>;
}
