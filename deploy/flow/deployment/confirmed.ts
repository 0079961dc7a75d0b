import type { Review } from '../../api/report.js';
import type { Protected } from '../../changes/guards.js';
import { agree } from '../agree.js';
import { withheld } from '../changeSet/discard.js';
import type { Work } from '../work.js';
import { allowing, guard } from './guard.js';
import type { Offer } from './offer.js';

const questions: Readonly<Record<Review['action'], string>> = {
  create: 'Create the stack',
  update: 'Update the stack',
  import: 'Import into the stack',
  delete: 'Delete the stack',
  none: 'Update the stack',
};

/**
 * Asks the guards and the person whether a change set may be executed; where not, it is deleted.
 *
 * @throws Declined, Stopped
 */
export async function confirmed(
  work: Work,
  { made, review }: Offer,
  target: Protected,
  allow: readonly string[],
): Promise<void> {
  await withheld(work, made, async () => {
    await guard(work, review, target, allow);
    await confirm({ ...work, again: `${work.again}${allowing(allow)}` }, review);
  });
}

/** Asks whether what a review shows shall be done. @throws Declined, Stopped */
export async function confirm(work: Work, { action }: Pick<Review, 'action'>): Promise<void> {
  const { session, name, again } = work;
  const where = session.local ? `${session.region} of the local CloudFormation` : session.region;
  const question = `${questions[action]} "${name}" in ${where}?`;
  await agree(work, question, 'Changes have to be confirmed', `${again} --yes`);
}
