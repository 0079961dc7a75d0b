import type { Review } from '../../api/report.js';
import type { MadeChangeSet } from '../changeSet/create.js';
import { discard, withheld } from '../changeSet/discard.js';
import { propose } from '../changeSet/propose.js';
import { type Concluded, failedBlueprint } from '../result/conclude.js';
import type { Work } from '../work.js';
import type { Prepared } from './prepare.js';
import { problemsOf, warningsOf } from './problems.js';
import { doesNothing, review as reviewed } from './review.js';

/** A change set that can be executed, and what it would do. */
export interface Offer {
  readonly made: MadeChangeSet;
  readonly review: Review;
}

/** What is offered, or that there is nothing to change, or why it cannot be done. */
export type Offered =
  | ({ readonly how: 'offer' } & Offer)
  | { readonly how: 'nothing' }
  | { readonly how: 'failed'; readonly concluded: Concluded };

/**
 * Makes a change set, and shows what it would do. One that nothing came of is deleted.
 *
 * @throws Stopped, Fault
 */
export async function offered(work: Work, prepared: Prepared): Promise<Offered> {
  const proposed = await propose(work, prepared.request);
  if (proposed.how === 'nothing') return { how: 'nothing' };
  if (proposed.how === 'failed') {
    const problems = await problemsOf(work, prepared.target, proposed.made, proposed.reason);
    if (proposed.made !== undefined) await discard(work, proposed.made);
    return { how: 'failed', concluded: failedBlueprint(problems) };
  }
  const { made } = proposed;
  return await withheld(work, made, async () => {
    const [review, warnings] = await Promise.all([
      reviewed(work, prepared, proposed.whole),
      warningsOf(work, prepared.target, made),
    ]);
    if (doesNothing(proposed.whole, review, prepared)) {
      await discard(work, made);
      return { how: 'nothing' };
    }
    for (const diagnostic of warnings.sorted) work.session.report({ kind: 'diagnostic', diagnostic });
    work.session.report({ kind: 'review', review });
    return { how: 'offer', made, review };
  });
}
