import type { Stack } from '../../api/cloudformation.js';
import { knowing } from '../faults.js';
import { insist } from '../insist.js';
import { stackOf } from '../stack.js';
import { tokenFor } from '../tokens.js';
import { attend } from '../watch/attend.js';
import { type Feed, fromNow } from '../watch/feed.js';
import type { Followed } from '../watch/follow.js';
import type { Work } from '../work.js';

/** Asks CloudFormation to delete a stack. @param retain Ids of resources that are left alone. @throws Fault */
export async function beginRemoving(work: Work, id: string, retain: readonly string[]): Promise<Feed> {
  const { session, subject, again } = work;
  const feed = await fromNow(session, id);
  const input = {
    StackName: id,
    ClientRequestToken: tokenFor('delete', id, feed.newest, ...retain),
    ...(retain.length > 0 ? { RetainResources: [...retain] } : {}),
  };
  await knowing(
    ({ kind }) =>
      kind === 'refused'
        ? 'Nothing was deleted.'
        : `Whether the stack is being deleted is not known: \`jiml status ${subject}\` says it, and \`${again}\` goes on from there.`,
    () => insist(session, 'DeleteStack', input, { happened: () => isGoing(work, id) }),
  );
  return feed;
}

async function isGoing({ session }: Work, id: string): Promise<boolean> {
  const status: Stack['StackStatus'] = (await stackOf(session, id))?.StackStatus;
  return status === undefined || status === 'DELETE_COMPLETE' || status === 'DELETE_IN_PROGRESS';
}

/** The ids of what could not be deleted, at the end of an attempt. */
export function undeleted({ events }: Followed): readonly string[] {
  const last = new Map(events.filter(({ stack }) => !stack.includes('/')).map((event) => [event.id, event.status]));
  return [...last].filter(([, status]) => status === 'DELETE_FAILED').map(([id]) => id);
}

/** Follows a deletion to its end. @throws Stopped, Fault */
export async function removed(work: Work, feed: Feed): Promise<Followed> {
  return await attend(work, { feed, begun: false });
}
