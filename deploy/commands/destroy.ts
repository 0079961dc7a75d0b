import { Misuse, type Outcome } from '../../compiler/commands/outcome.js';
import { didYouMean } from '../../compiler/text/suggest.js';
import type { Stack, StackResourceSummary } from '../api/cloudformation.js';
import { Declined } from '../api/declined.js';
import type { Session } from '../api/session.js';
import { agree } from '../flow/agree.js';
import { deleteStack } from '../flow/changeSet/remove.js';
import { allowing, guard } from '../flow/deployment/guard.js';
import { emptied, fullBuckets } from '../flow/destruction/buckets.js';
import { refuseImported } from '../flow/destruction/imported.js';
import { beginRemoving, removed, undeleted } from '../flow/destruction/remove.js';
import { leaving, show } from '../flow/destruction/show.js';
import { survey } from '../flow/destruction/survey.js';
import type { Concluded } from '../flow/result/conclude.js';
import { ended } from '../flow/result/ended.js';
import { idle, ongoing } from '../flow/result/plain.js';
import { some } from '../flow/say.js';
import { settle } from '../flow/settle.js';
import type { Followed } from '../flow/watch/follow.js';
import type { Work } from '../flow/work.js';
import type { Target } from '../inputs/target.js';
import { type ActOptions, withStack } from './named.js';

/** What `jiml destroy` is given. */
export interface DestroyOptions extends ActOptions {
  /** The logical ids of resources to keep that would not be deleted before. */
  readonly retain: readonly string[];
  /** Whether everything in the stack's buckets is deleted first. */
  readonly emptyBuckets: boolean;
  /** What guards may let through: `delete:DB`. */
  readonly allow: readonly string[];
}

/**
 * Deletes a stack, once it is shown what goes and what stays. One that is not there is what was asked for.
 *
 * @throws Misuse, Refused; Fault
 */
export async function destroy(options: DestroyOptions, session: Session): Promise<Outcome> {
  return await withStack('destroy', options, session, async (work, target) => {
    const { stack, decision, joined } = await settle(work, 'destroy');
    if (stack === undefined && joined?.status === 'DELETE_COMPLETE') return ended(work, 'delete', joined);
    if (stack === undefined || decision.do === 'nothing')
      return idle(work, undefined, `There is no stack "${work.name}".`);
    refuseProtected(work, stack);
    if (stack.StackStatus === 'REVIEW_IN_PROGRESS') return await dismissed(work, stack);
    refuseRetaining(work, stack, options.retain);
    await refuseImported(work, stack);
    return await destroyed(work, stack, target, options);
  });
}

async function destroyed(
  work: Work,
  stack: Stack,
  target: Target | undefined,
  { retain, emptyBuckets, allow }: DestroyOptions,
): Promise<Concluded> {
  const id = stack.StackId ?? work.stack;
  const found = await survey(work, stack, target, retain);
  checkRetained(work, found.resources, retain);
  const full = await fullBuckets(work, found.resources, found.review);
  show(work, found, full, emptyBuckets);
  const again = [work.again, ...retain.map((one) => `--retain ${one}`), ...(emptyBuckets ? ['--empty-buckets'] : [])];
  const asked = { ...work, again: again.join(' ') };
  await guard(asked, found.review, { protect: target?.protect ?? [] }, allow);
  const consent = `${asked.again}${allowing(allow)} --yes`;
  await agree(work, `Delete the stack "${work.name}"?`, 'Deleting has to be confirmed', consent);
  if (emptyBuckets) await emptied(work, full);
  work.session.report(leaving(work, found, target));
  const feed = await beginRemoving(work, id, retain);
  if (!work.wait) return ongoing(work, id, 'The deletion');
  const followed = await removed(work, feed);
  return ended(work, 'delete', await retaining(work, id, followed));
}

/** Offers to keep what will not be deleted, so that the rest goes. */
async function retaining(work: Work, id: string, followed: Followed): Promise<Followed> {
  const { person } = work.session;
  const failed = undeleted(followed);
  if (followed.status !== 'DELETE_FAILED' || person === undefined || failed.length === 0) return followed;
  const question = `${some(failed, 20)} could not be deleted. Delete the stack, and leave ${failed.length === 1 ? 'it' : 'them'} alone?`;
  if (!(await person.confirm(question))) return followed;
  return await removed(work, await beginRemoving(work, id, failed));
}

/** A stack in which nothing was ever created. */
async function dismissed(work: Work, stack: Stack): Promise<Concluded> {
  const question = `Nothing was created in "${work.name}" yet. Delete the stack with its change sets?`;
  await agree(work, question, 'Deleting has to be confirmed', `${work.again} --yes`);
  await deleteStack(work.session, stack.StackId ?? work.stack);
  return { ...idle(work, stack, `The stack "${work.name}" is deleted.`), verdict: 'done', status: 'DELETE_COMPLETE' };
}

/** @throws Declined */
function refuseProtected({ name, subject, again }: Work, { EnableTerminationProtection }: Stack): void {
  if (EnableTerminationProtection !== true) return;
  throw new Declined(`The stack "${name}" is protected against being deleted.`, [
    `jiml protect ${subject} --off`,
    again,
  ]);
}

/** @throws Misuse for what is no resource of the stack any more. */
function checkRetained({ name }: Work, resources: readonly StackResourceSummary[], retain: readonly string[]): void {
  const ids = resources.map(({ LogicalResourceId = '' }) => LogicalResourceId);
  const unknown = retain.find((id) => !ids.includes(id));
  if (unknown === undefined) return;
  const hint = didYouMean(unknown, ids) ?? `Left in it: ${some(ids, 20)}.`;
  throw new Misuse(`--retain names "${unknown}", which is no resource of the stack "${name}". ${hint}`);
}

/** CloudFormation retains only what it has failed to delete. @throws Misuse */
function refuseRetaining({ name }: Work, { StackStatus }: Stack, retain: readonly string[]): void {
  if (retain.length === 0 || StackStatus === 'DELETE_FAILED') return;
  throw new Misuse(
    `--retain is for what could not be deleted, and "${name}" is in ${StackStatus}: to keep a resource, write "deletionPolicy: Retain" and deploy that first.`,
  );
}
