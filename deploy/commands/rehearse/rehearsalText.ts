import { printable } from '../../../compiler/diagnostics/render/printable.js';
import { some } from '../../flow/say.js';
import { table } from '../../queries/table.js';
import type { Ending, Rehearsal, Rehearsed } from './rehearsal.js';

/** What came of rehearsing, for a person. @param full Whether each failure has a line of its own. */
export function rehearsalText(rehearsal: Rehearsal, full: boolean): string {
  const { stack, action, failures, well } = rehearsal;
  if (well === undefined)
    return printable(`Nothing would change in "${stack}", so that nothing can fail.`).concat('\n');
  const happy = `If nothing fails, "${stack}" is ${action}d${consequences(well)}.`;
  const blocks = [
    table(['IF THIS FAILS', 'IT ENDS IN', 'AND THEN', ''], grouped(failures, full).map(row)),
    `${printable(happy)}\n${summaryText(rehearsal)}`,
    nextText(failures),
  ];
  return blocks.filter((block) => block !== '').join('\n');
}

type Group = readonly [Rehearsed, ...Rehearsed[]];

/** Failures of the same kind that end in the same way stand together, where the first of them stands. */
function grouped(failures: readonly Rehearsed[], full: boolean): readonly Group[] {
  const groups = new Map<string, [Rehearsed, ...Rehearsed[]]>();
  for (const [index, one] of failures.entries()) {
    const { action, rollback, during, status, ends } = one;
    const key = full ? String(index) : JSON.stringify([action, rollback, during, status, ends, consequences(one)]);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [one]);
    else known.push(one);
  }
  return [...groups.values()];
}

function row(group: Group): readonly string[] {
  const [first] = group;
  const ids = some(
    group.map(({ id }) => id),
    4,
  );
  const where = group.length === 1 ? (first.where ?? '') : '';
  return [failureText(first, ids), first.status, `${endText(first)}${consequences(first)}`, where];
}

function failureText({ action, rollback, during }: Rehearsed, ids: string): string {
  if (during === 'destroy') return `deleting ${ids} with the stack`;
  if (!rollback) return `${action.slice(0, -1)}ing ${ids}`;
  return action === 'create' ? `undoing the creation of ${ids}` : `updating ${ids}, and undoing it`;
}

function endText({ ends, lost, left }: Ending): string {
  if (ends === 'done') return 'it succeeds';
  if (ends === 'person') return 'somebody has to help';
  return lost.length + left.length === 0 ? 'all is as it was' : 'all else is as it was';
}

function consequences({ lost, left }: Ending): string {
  const gone = lost.length === 0 ? '' : `, the data of ${some(lost)} is gone`;
  return `${gone}${left.length === 0 ? '' : `, ${some(left)} ${left.length === 1 ? 'goes' : 'go'} on outside of the stack`}`;
}

function summaryText({ deep, summary }: Rehearsal): string {
  const { failures, asBefore, done, person } = summary;
  const rest = failures - asBefore - done - person;
  const parts = [
    `${asBefore} ${asBefore === 1 ? 'leaves' : 'leave'} all as it was`,
    ...(rest === 0 ? [] : [`${rest} ${rest === 1 ? 'leaves' : 'leave'} something behind`]),
    ...(done === 0 ? [] : [`${done} ${done === 1 ? 'is' : 'are'} passed over`]),
    `${person} ${person === 1 ? 'needs' : 'need'} a person`,
  ];
  const more = deep ? '' : ' Rollbacks and deletions that fail are rehearsed with --deep.';
  return `Of ${failures} ${failures === 1 ? 'failure' : 'failures'}, ${parts.join(', ')}.${more}\n`;
}

/** What to do, once for each state in which somebody has to. */
function nextText(failures: readonly Rehearsed[]): string {
  const byState = new Map<string, readonly string[]>();
  for (const { status, next } of failures) if (next.length > 0 && !byState.has(status)) byState.set(status, next);
  return [...byState]
    .map(([status, next]) => `In ${status}:\n${next.map((command) => `  ${printable(command)}\n`).join('')}`)
    .join('');
}
