import type { Report } from '../diagnostics/diagnostic.js';
import type { Expression } from '../text/expression.js';
import type { Shape } from '../text/shape.js';
import { formats } from '../types/formats.js';

/** Reports the small texts of a config that their readers do not understand. */
export function checkFormats(expression: Expression, shape: Shape | undefined, report: Report): void {
  if (shape === undefined) return;
  if (expression.kind === 'map') {
    for (const { key, value } of expression.entries) checkFormats(value, shape.property(key), report);
  } else if (expression.kind === 'list') {
    for (const item of expression.items) checkFormats(item, shape.item(), report);
  } else if (expression.kind === 'call') {
    if (expression.name !== 'Fn::If' || expression.args.kind !== 'list') return;
    for (const branch of expression.args.items.slice(1)) checkFormats(branch, shape, report);
  } else if (expression.kind === 'literal') {
    const format = formats.get(shape.format ?? '');
    if (format === undefined || expression.value === null) return;
    const text = String(expression.value);
    const result = format.read(text);
    if (result.ok) return;
    report(result.code, expression.place, { written: text, problem: result.problem }, { hint: result.hint });
  }
}
