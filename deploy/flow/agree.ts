import { Declined } from '../api/declined.js';
import { Stopped } from './stopped.js';
import type { Work } from './work.js';

/**
 * Asks whether something shall be done; `--yes` agrees to everything that is asked so.
 *
 * @param reason Why it would be refused, a sentence without its period.
 * @throws Declined where the answer is no, or nobody can be asked; Stopped after Ctrl-C
 */
export async function agree(work: Work, question: string, reason: string, ...next: readonly string[]): Promise<void> {
  const { session, yes } = work;
  if (yes) return checkUninterrupted(work);
  if (session.person === undefined) throw new Declined(`${reason}, and nobody can be asked here.`, next);
  if (!(await session.person.confirm(question))) throw new Declined('It was not confirmed: nothing was done.');
  checkUninterrupted(work);
}

/** Nothing is begun any more after Ctrl-C. @throws Stopped */
export function checkUninterrupted({ interrupts, name, again }: Work): void {
  if (interrupts.pressed) throw new Stopped('interrupted', `Nothing was done to "${name}".`, [again]);
}
