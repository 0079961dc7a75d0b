import { printable } from '../../compiler/diagnostics/render/printable.js';
import { timeText } from './age.js';
import type { Overview } from './overview.js';
import { table } from './table.js';

/** An overview for a person. @param now Milliseconds since 1970. */
export function overviewText(overview: Overview, now: number): string {
  const { stack, region, status, meaning, next } = overview;
  const blocks = [
    `${printable(`${stack} (${region}): ${status}`)}\n${meaning}\n`,
    table(undefined, facts(overview, now)),
    titled('Parameters', parameterRows(overview)),
    titled('Tags', Object.entries(overview.tags)),
    titled('Pending change sets', changeSetRows(overview, now)),
    next.length === 0 ? '' : `Next:\n${next.map((command) => `  ${printable(command)}\n`).join('')}`,
  ];
  return blocks.filter((block) => block !== '').join('\n');
}

function facts(overview: Overview, now: number): readonly (readonly string[])[] {
  const { reason, description, created, changed, deleted, parent, terminationProtection, role, drift } = overview;
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['Reason', reason],
    ['Description', description],
    ['Created', created && timeText(created, now)],
    ['Changed', changed && timeText(changed, now)],
    ['Deleted', deleted && timeText(deleted, now)],
    ['Part of', parent],
    ['Resources', resourcesText(overview.resources)],
    [
      overview.operations.length > 1 ? 'Last operations' : 'Last operation',
      overview.operations.map(({ type = 'UNKNOWN' }) => type).join(', ') || undefined,
    ],
    [
      'Drift',
      drift.checked === undefined
        ? driftText(drift.status)
        : `${driftText(drift.status)}, ${timeText(drift.checked, now)}`,
    ],
    ['Termination protection', terminationProtection ? 'on' : 'off'],
    ['Role', role],
    ['Capabilities', overview.capabilities.join(', ') || undefined],
    ['Notifications', overview.notifications.join(', ') || undefined],
  ];
  return rows.flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, value]]));
}

/** AWS may have added a state since. */
function driftText(status: Overview['drift']['status']): string {
  return Object.hasOwn(DRIFT, status) ? DRIFT[status] : status;
}

const DRIFT: Readonly<Record<Overview['drift']['status'], string>> = {
  DRIFTED: 'drifted',
  IN_SYNC: 'none',
  NOT_CHECKED: 'not looked for',
  UNKNOWN: 'unknown',
};

function resourcesText(counts: Overview['resources']): string {
  const entries = Object.entries(counts);
  const all = entries.reduce((sum, [, count]) => sum + count, 0);
  const [only] = entries;
  if (only === undefined) return 'none';
  return entries.length === 1
    ? `${all} ${only[0]}`
    : `${all}: ${entries.map(([state, count]) => `${count} ${state}`).join(', ')}`;
}

function parameterRows({ parameters }: Overview): readonly (readonly string[])[] {
  return Object.entries(parameters).map(([name, { value, resolved }]) => [
    name,
    resolved === undefined ? value : `${value} (${resolved})`,
  ]);
}

function changeSetRows({ changeSets }: Overview, now: number): readonly (readonly string[])[] {
  // What was executed is past.
  const pending = changeSets.filter(({ execution = '' }) => !/^(?:EXECUTE|OBSOLETE)/.test(execution));
  return pending.map(({ name, status, execution, created, jiml, description = '' }) => [
    name,
    execution === undefined || status !== 'CREATE_COMPLETE' ? status : execution,
    created === undefined ? '' : timeText(created, now),
    jiml ? 'made by jiml' : 'made by somebody else',
    jiml ? '' : description,
  ]);
}

function titled(title: string, rows: readonly (readonly string[])[]): string {
  return rows.length === 0 ? '' : `${title}:\n${table(undefined, rows).replace(/^(?=.)/gm, '  ')}`;
}
