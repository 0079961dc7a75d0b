import { Declined } from '../../api/declined.js';
import type { Work } from '../work.js';

/** A stack in which what failed was kept can be changed only where failing again keeps it again. @throws Declined */
export function kept({ name, subject, again }: Work, status: string, keep: boolean): void {
  if (keep) return;
  throw new Declined(
    `The stack "${name}" is in ${status}: what failed was kept, and CloudFormation changes it only where it keeps what fails again.`,
    [`jiml rollback ${subject}`, `${again} --on-failure keep`],
  );
}
