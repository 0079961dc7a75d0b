import { Declined } from '../../api/declined.js';
import type { Review } from '../../api/report.js';
import { guarded, needless, type Protected } from '../../changes/guards.js';
import { shell } from '../flags.js';
import type { Work } from '../work.js';

/**
 * Lets a review through where all that its guards speak of is allowed, by name or by a person. `--yes` is no answer to a
 * guard.
 *
 * @param asks Whether the command also has to be confirmed, with `--yes` where nobody can be asked.
 * @throws Declined
 */
export async function guard(
  work: Work,
  review: Review,
  target: Protected,
  allow: readonly string[],
  asks = true,
): Promise<void> {
  const { session, again } = work;
  for (const text of needless(review, target, allow)) session.report({ kind: 'warning', text });
  const left = guarded(review, target, allow);
  if (left.length === 0) return;
  const codes = [...allow, ...left.map(({ code }) => code)];
  const next = [`${again}${allowing(codes)}${asks && (work.yes || session.person === undefined) ? ' --yes' : ''}`];
  for (const { reason, code } of left) {
    if (session.person === undefined)
      throw new Declined(`${left.map((one) => one.reason).join(' ')} This must be allowed by name.`, next);
    if (!(await session.person.confirm(`${reason} Allow ${code}?`)))
      throw new Declined(`${code} was not allowed: nothing was done.`);
  }
}

/** The flags that let guards through, each with a blank before it. */
export function allowing(codes: readonly string[]): string {
  return codes.map((code) => ` --allow ${shell(code)}`).join('');
}
