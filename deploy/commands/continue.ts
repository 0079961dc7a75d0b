import { Misuse, type Outcome } from '../../compiler/commands/outcome.js';
import type { Session } from '../api/session.js';
import { agree } from '../flow/agree.js';
import { beginContinuing, failedIn } from '../flow/rescue/unfinished.js';
import { ended } from '../flow/result/ended.js';
import { idle, ongoing } from '../flow/result/plain.js';
import { some } from '../flow/say.js';
import { settle } from '../flow/settle.js';
import { attend } from '../flow/watch/attend.js';
import { plainReason } from '../progress/reason.js';
import { type ActOptions, withStack } from './named.js';

/** What `jiml continue` is given. */
export interface ContinueOptions extends ActOptions {
  /** The logical ids of resources to leave as they are; `Nested.Id` for one in a nested stack. */
  readonly skip: readonly string[];
}

/**
 * Continues the rollback of an update, which failed.
 *
 * @throws Misuse, Refused; Fault
 */
export async function continueRollback(options: ContinueOptions, session: Session): Promise<Outcome> {
  const { skip } = options;
  return await withStack('continue', options, session, async (work) => {
    const { stack, decision } = await settle(work, 'continue');
    if (decision.do !== 'go' || stack === undefined) return idle(work, stack, 'The rollback is complete already.');
    const id = stack.StackId ?? work.stack;
    const failed = await failedIn(work, id);
    const names = failed.map(({ LogicalResourceId = '' }) => LogicalResourceId);
    for (const { LogicalResourceId, ResourceStatusReason = 'it does not say why' } of failed)
      session.report({
        kind: 'note',
        text: `"${LogicalResourceId}" is not put back: ${plainReason(ResourceStatusReason)}`,
      });
    check(skip, names);
    const without = skip.length === 0 ? '' : `, without ${some(skip)}, which will not be as the template says`;
    await agree(
      work,
      `Continue the rollback of "${work.name}"${without}?`,
      'Continuing a rollback has to be confirmed',
      [work.again, ...skip.map((one) => `--skip ${one}`), '--yes'].join(' '),
    );
    const feed = await beginContinuing(work, id, skip);
    if (!work.wait) return ongoing(work, id, 'The rollback');
    return ended(work, 'continue', await attend(work, { feed, begun: false }));
  });
}

/** CloudFormation skips only what failed. @throws Misuse */
function check(skip: readonly string[], failed: readonly string[]): void {
  const wrong = skip.filter((id) => !id.includes('.') && !failed.includes(id));
  if (wrong.length > 0)
    throw new Misuse(`Only what could not be put back can be skipped (${some(failed, 20)}), and not ${some(wrong)}.`);
}
