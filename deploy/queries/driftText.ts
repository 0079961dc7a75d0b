import { printable } from '../../compiler/diagnostics/render/printable.js';
import { pathText, valueText, valueTexts } from '../../compiler/diff/render/value.js';
import type { Drift } from './drift.js';
import type { Difference, Drifted } from './drifted.js';
import { table } from './table.js';

/** What has drifted, for a person. */
export function driftText(drift: Drift): string {
  const { stack, status, resources, phantoms, counts, checked, incomplete, next } = drift;
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const when = checked === undefined ? '' : ` (looked at ${checked})`;
  const summary = {
    DRIFTED: `${resources.length} of the ${all} resources of "${stack}" ${resources.length === 1 ? 'is' : 'are'} not as the template says${when}.`,
    IN_SYNC: `"${stack}" is as its template says${when}.`,
    NOT_CHECKED: `Nobody has looked for drift of "${stack}" yet.`,
    UNKNOWN: `Whether "${stack}" has drifted is not known${when}.`,
  }[status];
  const blocks = [
    printable(summary),
    ...resources.map(resourceText),
    [...incomplete.map(printable), unsupported(counts), phantomText(phantoms)].filter((line) => line !== '').join('\n'),
    next.length === 0 ? '' : `Next:\n${next.map((command) => `  ${printable(command)}`).join('\n')}`,
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function resourceText({ id, type, where, change, differences }: Drifted): string {
  const title = `${where === undefined ? '' : `${where}: `}${id} (${type}) was ${change === 'deleted' ? 'deleted' : 'changed'}.`;
  return `${printable(title)}\n${table(undefined, differences.map(differenceRow)).replace(/^(?=.)/gm, '  ')}`.trimEnd();
}

function differenceRow({ path, kind, expected, actual, where = '' }: Difference): readonly string[] {
  const [before, after] =
    expected === undefined || actual === undefined
      ? [expected, actual].map((one) => (one === undefined ? '' : valueText(one, false)))
      : valueTexts(expected, actual, false);
  const said = {
    add: `${after} (the template does not say it)`,
    remove: `${before} is gone`,
    change: `${before} → ${after}`,
  };
  return [{ add: '+', remove: '-', change: '~' }[kind], pathText(path), said[kind], where];
}

function unsupported({ NOT_SUPPORTED = 0, UNSUPPORTED = 0, NOT_CHECKED = 0 }: Drift['counts']): string {
  const count = NOT_SUPPORTED + UNSUPPORTED + NOT_CHECKED;
  if (count === 0) return '';
  return `CloudFormation cannot tell of ${count} ${count === 1 ? 'resource' : 'resources'}, whose ${count === 1 ? 'type it does' : 'types it does'} not compare.`;
}

function phantomText(count: number): string {
  if (count === 0) return '';
  return count === 1
    ? '1 difference means the same, and is left out.'
    : `${count} differences mean the same, and are left out.`;
}
