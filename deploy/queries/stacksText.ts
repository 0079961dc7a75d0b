import { ago } from './age.js';
import type { Folded } from './stacks.js';
import { table } from './table.js';

/** Stacks for a person. @param now Milliseconds since 1970. */
export function stacksText(
  { region, stacks }: { readonly region: string; readonly stacks: readonly Folded[] },
  now: number,
): string {
  if (stacks.length === 0) return `There is no stack in ${region}.\n`;
  const rows = stacks.map((one) => [one.stack, one.status, last(one, now), one.jiml === true ? 'yes' : '', more(one)]);
  return table(['STACK', 'STATE', 'LAST CHANGE', 'BY JIML', ''], rows);
}

function last({ created, changed, deleted }: Folded, now: number): string {
  const time = deleted ?? changed ?? created;
  return time === undefined ? '' : ago(Date.parse(time), now);
}

function more({ nested, drift, terminationProtection, description }: Folded): string {
  const facts = [
    nested === 0 ? '' : nested === 1 ? '1 nested stack' : `${nested} nested stacks`,
    drift === 'DRIFTED' ? 'drifted' : '',
    terminationProtection === true ? 'protected' : '',
    description ?? '',
  ];
  return facts.filter((fact) => fact !== '').join('; ');
}
