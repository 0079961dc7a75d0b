import type { Outcome } from '../../compiler/commands/outcome.js';
import type { Session } from '../api/session.js';
import { agree } from '../flow/agree.js';
import { ended } from '../flow/result/ended.js';
import { idle, ongoing } from '../flow/result/plain.js';
import { settle } from '../flow/settle.js';
import { attend, cancelUpdate } from '../flow/watch/attend.js';
import { sinceLastOperation } from '../flow/watch/feed.js';
import { type ActOptions, withStack } from './named.js';

/**
 * Cancels an update that goes on, and has it rolled back.
 *
 * @throws Misuse, Refused; Fault
 */
export async function cancel(options: ActOptions, session: Session): Promise<Outcome> {
  return await withStack('cancel', options, session, async (work) => {
    const { stack, decision } = await settle(work, 'cancel');
    if (decision.do !== 'go' || stack === undefined) return idle(work, stack, 'The update is rolled back already.');
    const id = stack.StackId ?? work.stack;
    await agree(
      work,
      `Cancel the update of "${work.name}" and roll it back?`,
      'Cancelling has to be confirmed',
      `${work.again} --yes`,
    );
    const feed = await sinceLastOperation(session, id);
    await cancelUpdate(work, id);
    if (!work.wait) return ongoing(work, id, 'The rollback');
    return ended(work, 'cancel', await attend(work, { feed, begun: true }));
  });
}
