import { type Agreement, agrees } from './agreement.js';

/** The agreement as a table, one recording a line, with the sums below. */
export function table(agreements: readonly Agreement[]): string {
  const sets = agreements.filter(({ onlyOurs, onlyTheirs }) => onlyOurs.length + onlyTheirs.length === 0);
  const said = agreements.reduce((sum, { replacements }) => sum + replacements, 0);
  const wrong = agreements.reduce((sum, { wrongReplacements }) => sum + wrongReplacements.length, 0);
  const rows = agreements.map((one) => `${verdict(one).padEnd(10)}${one.name}${details(one)}`);
  const excused = agreements.filter((one) => verdict(one) === 'exception').length;
  return [
    ...rows,
    '',
    `${sets.length} of ${agreements.length} have the same resources and actions`,
    `${said - wrong} of ${said} replacements that CloudFormation calls true or false agree`,
    `${excused} exceptions, ${agreements.filter((one) => verdict(one) === 'differs').length} that differ without one`,
    '',
  ].join('\n');
}

/** Whether an agreement is as it must be. */
export function verdict(one: Agreement): 'agrees' | 'exception' | 'differs' {
  if (agrees(one)) return 'agrees';
  return one.exception === undefined ? 'differs' : 'exception';
}

function details(one: Agreement): string {
  if (agrees(one)) return '';
  const parts = [
    ...one.onlyTheirs.map((change) => `missing: ${change}`),
    ...one.onlyOurs.map((change) => `too much: ${change}`),
    ...one.wrongReplacements,
    ...(one.exception === undefined ? [] : [one.exception]),
  ];
  return parts.map((part) => `\n          ${part}`).join('');
}
