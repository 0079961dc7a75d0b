import type { Stack } from '../api/cloudformation.js';
import { Declined } from '../api/declined.js';
import { failureOf } from '../progress/failure.js';
import { stopped } from './result/stopped.js';
import { endingOf } from './states/endings.js';
import { attend } from './watch/attend.js';
import { sinceLastOperation } from './watch/feed.js';
import type { Followed } from './watch/follow.js';
import type { Work } from './work.js';

/**
 * Shows what goes on in a stack until it ends.
 *
 * @throws Declined where nothing shall be waited for; Stopped where waiting ended before.
 */
export async function joined(work: Work, { StackId, StackStatus }: Stack): Promise<Followed> {
  const { session, stack, name, subject, wait } = work;
  const state = `Something goes on in the stack "${name}" (${StackStatus}).`;
  if (!wait) throw new Declined(state, [`jiml events ${subject} --follow`]);
  session.report({ kind: 'step', text: `waiting for what goes on in "${name}" (${StackStatus})` });
  const feed = await sinceLastOperation(session, StackId ?? stack);
  const followed = await attend(work, { feed, begun: true });
  if (followed.how !== 'ended') throw stopped(work, followed);
  tellFailure(work, followed);
  return followed;
}

/** What failed in an operation that somebody else began is worth knowing before it is decided what to do. */
function tellFailure({ session, name }: Work, { status, events, stacks }: Followed): void {
  if (endingOf(status) !== 'rolled-back' && endingOf(status) !== 'stuck') return;
  const { first } = failureOf(events, stacks);
  const causes = first.map(({ id, reason = 'it failed' }) => `"${id}": ${reason}`);
  const why = causes.length === 0 ? '' : ` ${causes.slice(0, 3).join(' ')}`;
  session.report({ kind: 'warning', text: `What went on in "${name}" ended in ${status}.${why}` });
}
