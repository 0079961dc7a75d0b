import { endingOf } from '../states/endings.js';
import { Stopped } from '../stopped.js';
import type { Followed } from '../watch/follow.js';
import type { Work } from '../work.js';

/** What is thrown where watching a stack ended before the operation did. */
export function stopped(work: Work, { how, status, stack }: Followed): Stopped {
  const { subject, again, deadline, session } = work;
  const late = how === 'timed-out' && deadline !== undefined && session.clock.now() >= deadline;
  const why = late ? 'The time to wait is over' : 'jiml stopped watching';
  const busy = endingOf(status) === 'busy';
  const state = busy
    ? `what goes on in "${work.name}" goes on without jiml (${status})`
    : `"${work.name}" is in ${status}`;
  const next = [`jiml events ${subject} --follow`, again];
  if (status === 'UPDATE_IN_PROGRESS') next.push(`jiml cancel ${subject}`);
  const kind = how === 'timed-out' ? how : 'interrupted';
  return new Stopped(kind, `${why}: ${state}.`, next, status, stack?.StackId);
}
