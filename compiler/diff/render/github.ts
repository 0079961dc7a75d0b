import { workflowCommand } from '../../diagnostics/render/github.js';
import type { Risk, Where } from '../model.js';
import type { Comparison } from './comparison.js';
import { count, summary } from './count.js';
import { type Group, groups, risks } from './groups.js';
import { pathText } from './value.js';
import { Reasons } from './why.js';

const LEVELS: Readonly<Record<Risk['kind'], 'error' | 'warning' | 'notice'>> = {
  'data-loss': 'error',
  'backup-removed': 'error',
  'wider-access': 'warning',
  'export-removed': 'warning',
  replacement: 'warning',
  'new-capability': 'notice',
};

/** How many properties are named in an annotation. */
const NAMED = 8;

/**
 * Annotations of the blueprint's lines: the risks first, then one for each resource that changes (a warning where it is
 * replaced), then the summary.
 */
export function github(comparisons: readonly Comparison[]): string {
  const lines = [
    ...comparisons.flatMap((one) =>
      risks(one.diff).flatMap(({ risks: found }) => found.map((risk) => riskCommand(risk, one))),
    ),
    ...comparisons.flatMap((one) => groups(one.diff).flatMap((group) => groupCommands(group, one))),
    workflowCommand('notice', { title: 'jiml diff' }, `${summary(count(comparisons.map(({ diff }) => diff)))}.`),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function riskCommand({ kind, message, where }: Risk, comparison: Comparison): string {
  return workflowCommand(LEVELS[kind], { ...at(where, comparison), title: kind }, message);
}

function groupCommands({ changes, verb }: Group, comparison: Comparison): readonly string[] {
  const reasons = new Reasons(comparison.diff);
  return changes.map((change) => {
    const paths = change.action === 'modify' ? [...new Set(change.properties.map(({ path }) => pathText(path)))] : [];
    const more = paths.length > NAMED ? [`${paths.length - NAMED + 1} more`] : [];
    const named = [...paths.slice(0, NAMED - more.length), ...more].join(', ');
    const why = reasons.of(change);
    const message = `${change.id} (${change.type}) ${verb}${named === '' ? '' : `: ${named}`}.`;
    const place = at(change.after, comparison);
    return workflowCommand(
      why === undefined ? 'notice' : 'warning',
      { ...place, title: `jiml diff: ${change.id}` },
      why === undefined ? message : `${message}\n${why}`,
    );
  });
}

/** A place in a file that stands in the checked-out folder; what only the old side has is said without one. */
function at(where: Where | undefined, { file, before }: Comparison): Readonly<Record<string, string | number>> {
  if (where === undefined || file === undefined || where.file === before) return {};
  return /^(?:git:|-$)/.test(where.file) ? {} : { file: where.file, line: where.span.start.line };
}
