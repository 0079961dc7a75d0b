import { location, schema, type Tool, uri } from '../../diagnostics/render/sarif.js';
import type { Risk } from '../model.js';
import type { Comparison } from './comparison.js';
import { RISKS } from './groups.js';

const LEVELS: Readonly<Record<Risk['kind'], 'error' | 'warning' | 'note'>> = {
  'data-loss': 'error',
  'backup-removed': 'error',
  'wider-access': 'warning',
  'export-removed': 'warning',
  replacement: 'warning',
  'new-capability': 'note',
};

const KINDS = Object.keys(RISKS) as Risk['kind'][];

/** The risks as results of one run in OASIS' "Static Analysis Results Interchange Format" 2.1.0. */
export function sarif(comparisons: readonly Comparison[], { version }: Tool): string {
  const run = {
    tool: { driver: { name: 'jiml diff', version, rules: KINDS.map(rule) } },
    columnKind: 'utf16CodeUnits',
    results: comparisons.flatMap((one) => one.diff.risks.map((risk) => result(risk, one))),
  };
  return `${JSON.stringify({ $schema: schema, version: '2.1.0', runs: [run] }, undefined, 2)}\n`;
}

function rule(kind: Risk['kind']) {
  return { id: kind, shortDescription: { text: `${RISKS[kind]}.` }, defaultConfiguration: { level: LEVELS[kind] } };
}

function result({ kind, id, message, where }: Risk, { after, file }: Comparison) {
  const whole = { physicalLocation: { artifactLocation: { uri: uri(file ?? after) } } };
  return {
    ruleId: kind,
    ruleIndex: KINDS.indexOf(kind),
    level: LEVELS[kind],
    message: { text: message },
    locations: [where === undefined || where.file.startsWith('git:') ? whole : location(where)],
    // Tells a finding from others of its kind while lines move.
    partialFingerprints: { 'jimlDiff/v1': `${after}:${kind}:${id}:${message}` },
  };
}
