import type { Review } from '../../api/report.js';
import { deployedOf } from '../../changes/deployed.js';
import { reviewOf } from '../../changes/review.js';
import type { WholeChangeSet } from '../../changes/whole.js';
import { patient } from '../patient.js';
import { accountIn } from '../stack.js';
import type { Work } from '../work.js';
import type { Prepared } from './prepare.js';

/** What a change set would do. @param changeSet Undefined where there is nothing to change. @throws Fault */
export async function review(
  { session }: Work,
  { target, exists, request, parameters, tags, capabilities }: Prepared,
  changeSet: WholeChangeSet | undefined,
): Promise<Review> {
  const deployed = exists ? await deployedOf(patient(session), request.stack) : undefined;
  const account = accountIn(changeSet?.StackId ?? request.before?.StackId);
  const { region } = session;
  return reviewOf({ target, region, account, deployed, changeSet, parameters, tags, capabilities });
}

/**
 * Whether a change set that is ready does nothing after all. Some endpoints make one without changes where AWS fails;
 * AWS makes one where only outputs or tags change.
 */
export function doesNothing(
  whole: WholeChangeSet,
  { comparison, action }: Review,
  { request, tags }: Prepared,
): boolean {
  const { resources, sections } = comparison.diff;
  if (whole.changes.length > 0 || whole.nested.size > 0 || action === 'create') return false;
  const before = new Map((request.before?.Tags ?? []).map(({ Key = '', Value = '' }) => [Key, Value]));
  const same = before.size === tags.size && [...tags].every(([key, value]) => before.get(key) === value);
  return resources.length === 0 && sections.length === 0 && same;
}
