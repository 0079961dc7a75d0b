import type { Stack, StackResourceSummary } from '../../api/cloudformation.js';
import { Declined } from '../../api/declined.js';
import { insist } from '../insist.js';
import { leftOf, resourcesOf } from '../resources.js';
import { some } from '../say.js';
import { stackOf } from '../stack.js';
import { tokenFor } from '../tokens.js';
import { attend } from '../watch/attend.js';
import { type Feed, fromNow } from '../watch/feed.js';
import type { Followed } from '../watch/follow.js';
import type { Work } from '../work.js';

/** The resources of a stack that could not be put back. @throws Fault */
export async function failedIn({ session }: Work, stackId: string): Promise<readonly StackResourceSummary[]> {
  const resources = leftOf(await resourcesOf(session, stackId));
  return resources.filter(({ ResourceStatus }) => ResourceStatus?.endsWith('_FAILED') === true);
}

/**
 * Continues the rollback of an update, if a person agrees: that is no part of what `--yes` agrees to.
 *
 * @throws Declined, which names the resources that could not be put back
 */
export async function unfinished(work: Work, { StackId }: Stack): Promise<Followed> {
  const { session, stack, name, subject } = work;
  const id = StackId ?? stack;
  const failed = await failedIn(work, id);
  const names = failed.map(({ LogicalResourceId }) => LogicalResourceId ?? '');
  const what = names.length === 0 ? '' : `: ${some(names)} failed`;
  const sentence = `The rollback of an update of the stack "${name}" failed (UPDATE_ROLLBACK_FAILED)${what}.`;
  const next = [`jiml continue ${subject}`, ...names.slice(0, 1).map((id) => `jiml continue ${subject} --skip ${id}`)];
  if (session.person === undefined || !(await session.person.confirm(`${sentence} Continue the rollback now?`)))
    throw new Declined(sentence, next);
  return await continueRollback(work, id, []);
}

/** Continues the rollback of an update and follows it. @param skip Ids of resources to leave as they are. @throws Fault */
export async function continueRollback(work: Work, stackId: string, skip: readonly string[]): Promise<Followed> {
  return await attend(work, { feed: await beginContinuing(work, stackId, skip), begun: false });
}

/** Asks CloudFormation to continue a rollback. Gives its events. @throws Fault */
export async function beginContinuing({ session }: Work, stackId: string, skip: readonly string[]): Promise<Feed> {
  const feed = await fromNow(session, stackId);
  const input = {
    StackName: stackId,
    ClientRequestToken: tokenFor('continue', stackId, feed.newest, ...skip),
    ...(skip.length > 0 ? { ResourcesToSkip: [...skip] } : {}),
  };
  await insist(session, 'ContinueUpdateRollback', input, {
    happened: async () => (await stackOf(session, stackId))?.StackStatus !== 'UPDATE_ROLLBACK_FAILED',
  });
  return feed;
}
