import type { LocalAgreement } from './agreement.js';

/** Whether an agreement is as it must be. */
export function verdictOn({ differences, exception }: LocalAgreement): 'agrees' | 'exception' | 'differs' {
  if (differences.length === 0) return 'agrees';
  return exception === undefined ? 'differs' : 'exception';
}

/** The agreement as a table, one recording a line, with the sums below. */
export function localTable(agreements: readonly LocalAgreement[]): string {
  const count = (verdict: string) => agreements.filter((one) => verdictOn(one) === verdict).length;
  const rows = agreements.map((one) => `${verdictOn(one).padEnd(10)}${one.name}${details(one)}`);
  return [
    ...rows,
    '',
    `${count('agrees')} of ${agreements.length} have the same changes, replacements and order of events`,
    `${count('exception')} exceptions, ${count('differs')} that differ without one`,
    '',
  ].join('\n');
}

function details(one: LocalAgreement): string {
  if (one.differences.length === 0) return '';
  const parts = one.exception === undefined ? one.differences : [...one.differences, one.exception];
  return parts.map((part) => `\n          ${part}`).join('');
}
