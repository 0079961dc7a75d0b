import type { Outcome } from '../../compiler/commands/outcome.js';
import type { Session } from '../api/session.js';
import { agree } from '../flow/agree.js';
import { insist } from '../flow/insist.js';
import { ended } from '../flow/result/ended.js';
import { idle, ongoing } from '../flow/result/plain.js';
import { settle } from '../flow/settle.js';
import { stackOf } from '../flow/stack.js';
import { endingOf } from '../flow/states/endings.js';
import { tokenFor } from '../flow/tokens.js';
import { attend } from '../flow/watch/attend.js';
import { type Feed, fromNow } from '../flow/watch/feed.js';
import type { Work } from '../flow/work.js';
import { type ActOptions, withStack } from './named.js';

/**
 * Brings a stack whose operation failed, and was kept as it was, back to the last state in which all was well.
 *
 * @throws Misuse, Refused; Fault
 */
export async function rollback(options: ActOptions, session: Session): Promise<Outcome> {
  return await withStack('rollback', options, session, async (work) => {
    const { stack, decision } = await settle(work, 'rollback');
    if (decision.do !== 'go' || stack === undefined) return idle(work, stack, 'It is rolled back already.');
    const id = stack.StackId ?? work.stack;
    const created = stack.StackStatus === 'CREATE_FAILED';
    const what = created ? 'delete all that was made of it' : 'put back what was changed';
    await agree(work, `Roll back "${work.name}": ${what}?`, 'Rolling back has to be confirmed', `${work.again} --yes`);
    const feed = await fromNow(session, id);
    await begin(work, feed);
    if (!work.wait) return ongoing(work, id, 'The rollback');
    return ended(work, 'rollback', await attend(work, { feed, begun: false }));
  });
}

async function begin({ session }: Work, { stackId: id, newest }: Feed): Promise<void> {
  const ClientRequestToken = tokenFor('rollback', id, newest);
  await insist(
    session,
    'RollbackStack',
    { StackName: id, ClientRequestToken },
    {
      happened: async () => {
        const status = (await stackOf(session, id))?.StackStatus;
        return status === undefined || endingOf(status) !== 'stuck';
      },
    },
  );
}
