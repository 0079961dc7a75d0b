import type { Stack, StackEvent, StackResourceSummary } from '../../api/cloudformation.js';
import { Declined } from '../../api/declined.js';
import { insist } from '../insist.js';
import { leftOf, resourcesOf } from '../resources.js';
import { some } from '../say.js';
import { stackOf } from '../stack.js';
import { tokenFor } from '../tokens.js';
import { orNothing } from '../tolerant.js';
import { attend } from '../watch/attend.js';
import { type Feed, fromNow, news, sinceLastOperation } from '../watch/feed.js';
import type { Followed } from '../watch/follow.js';
import { stackStatusOf } from '../watch/own.js';
import type { Work } from '../work.js';

/**
 * The resources of a stack that could not be put back: what failed on the way forward only is not among them, as far as
 * the events tell that.
 *
 * @throws Fault
 */
export async function failedIn({ session }: Work, stackId: string): Promise<readonly StackResourceSummary[]> {
  const [resources, events] = await Promise.all([
    resourcesOf(session, stackId),
    orNothing(sinceLastOperation(session, stackId).then((feed) => news(session, feed))),
  ]);
  const failed = leftOf(resources).filter(({ ResourceStatus }) => ResourceStatus?.endsWith('_FAILED') === true);
  const back = failedOnTheWayBack(events ?? [], stackId);
  return failed.filter(({ LogicalResourceId = '' }) => back === undefined || back.has(LogicalResourceId));
}

/** What failed after the stack began to go back; undefined where the events do not say when that was. */
function failedOnTheWayBack(events: readonly StackEvent[], stackId: string): ReadonlySet<string> | undefined {
  const turn = events.findIndex((event) => stackStatusOf(event, stackId) === 'UPDATE_ROLLBACK_IN_PROGRESS');
  if (turn < 0) return undefined;
  const failed = events.slice(turn + 1).filter(({ ResourceStatus }) => ResourceStatus?.endsWith('_FAILED') === true);
  return failed.length === 0 ? undefined : new Set(failed.map(({ LogicalResourceId = '' }) => LogicalResourceId));
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
