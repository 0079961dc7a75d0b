import type { Report } from '../../diagnostics/diagnostic.js';
import type { ValueType } from '../../specification/specification.js';
import type { Expression } from '../../text/expression.js';
import { mismatch } from './kinds.js';

/** Holds a value against one of the alternatives and reports what it finds. */
type Hold = (type: ValueType, report: Report) => void;

/**
 * One of the alternatives has to fit. Where none does, what is wrong with the nearest one is reported: of those of the
 * right kind, the one with the fewest findings.
 */
export function checkUnion(value: Expression, types: readonly ValueType[], report: Report, hold: Hold): void {
  const fits = types.filter((type) => mismatch(value, type) === undefined);
  if (fits.length === 0) mismatch(value, types[0] ?? { kind: 'json' })?.(report);
  let fewest: readonly Parameters<Report>[] | undefined;
  for (const type of fits) {
    const findings: Parameters<Report>[] = [];
    hold(type, (...finding) => findings.push(finding as Parameters<Report>));
    if (fewest === undefined || findings.length < fewest.length) fewest = findings;
  }
  for (const finding of fewest ?? []) report(...finding);
}
