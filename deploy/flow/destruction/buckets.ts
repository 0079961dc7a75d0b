import type { StackResourceSummary } from '../../api/cloudformation.js';
import type { Review } from '../../api/report.js';
import { orNothing } from '../tolerant.js';
import type { Work } from '../work.js';

/** A bucket that would be deleted and has something in it. */
export interface FullBucket {
  readonly id: string;
  readonly name: string;
  /** How many objects, versions and delete markers there are, up to `MOST`. */
  readonly count: number;
}

/** Counting stops here: more only says the same. */
export const MOST = 1_000;

/** The buckets of a stack that CloudFormation cannot delete, since they are not empty. */
export async function fullBuckets(
  { session }: Work,
  resources: readonly StackResourceSummary[],
  { comparison }: Review,
): Promise<readonly FullBucket[]> {
  const kept = new Set(comparison.diff.resources.filter(({ data }) => data === 'retained').map(({ id }) => id));
  const buckets = resources.filter(
    ({ ResourceType, LogicalResourceId = '' }) => ResourceType === 'AWS::S3::Bucket' && !kept.has(LogicalResourceId),
  );
  const counted = await Promise.all(
    buckets.map(async ({ LogicalResourceId: id = '', PhysicalResourceId: name = '' }) => {
      const count = name === '' ? 0 : ((await orNothing(session.storage.count(name, MOST))) ?? 0);
      return { id, name, count };
    }),
  );
  return counted.filter(({ count }) => count > 0);
}

/** Deletes all that is in buckets, versions and delete markers too. @throws Fault */
export async function emptied({ session }: Work, buckets: readonly FullBucket[]): Promise<void> {
  for (const { id, name } of buckets) {
    session.report({ kind: 'step', text: `emptying the bucket "${name}" (${id})` });
    const deleted = await session.storage.empty(name, () => {});
    session.report({
      kind: 'note',
      text: `${deleted === 1 ? '1 object is' : `${deleted} objects and versions are`} deleted from "${name}".`,
    });
  }
}
