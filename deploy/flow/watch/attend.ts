import { knowing } from '../faults.js';
import { insist } from '../insist.js';
import { stackOf } from '../stack.js';
import { tokenFor } from '../tokens.js';
import type { Work } from '../work.js';
import { fromNow } from './feed.js';
import { type Followed, type FollowOptions, follow } from './follow.js';

/** How long a second Ctrl-C is waited for, in milliseconds. */
const TWICE = 2_000;

/**
 * Follows an operation to its end. Ctrl-C ends that; a second one within two seconds offers to cancel an update, which
 * is then followed too.
 *
 * @throws Fault, which says that the operation goes on without jiml.
 */
export async function attend(work: Work, options: FollowOptions): Promise<Followed> {
  const { session, interrupts, subject } = work;
  let followed = await knowing(
    `What was begun goes on without jiml: \`jiml events ${subject} --follow\` shows it, and the same command again joins it.`,
    () => follow(work, options),
  );
  while (followed.how === 'interrupted' && followed.status === 'UPDATE_IN_PROGRESS' && session.person !== undefined) {
    interrupts.take();
    session.report({ kind: 'note', text: 'Press Ctrl-C again to be asked whether the update shall be cancelled.' });
    await session.clock.sleep(TWICE, interrupts.signal);
    if (!interrupts.pressed) return followed;
    interrupts.take();
    if (!(await session.person.confirm(`Cancel the update of "${work.name}" and roll it back?`))) return followed;
    await cancelUpdate(work, options.feed.stackId);
    followed = { ...(await follow(work, { ...options, before: followed, begun: true })), cancelled: true };
  }
  return followed;
}

/** Asks CloudFormation to cancel the update of a stack and roll it back. @throws Fault */
export async function cancelUpdate({ session }: Pick<Work, 'session'>, stackId: string): Promise<void> {
  const { newest } = await fromNow(session, stackId);
  const input = { StackName: stackId, ClientRequestToken: tokenFor('cancel', stackId, newest) };
  await insist(session, 'CancelUpdateStack', input, {
    happened: async () => (await stackOf(session, stackId))?.StackStatus !== 'UPDATE_IN_PROGRESS',
  });
}
