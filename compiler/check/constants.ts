import type { Report } from '../diagnostics/diagnostic.js';
import type { Expression } from '../text/expression.js';

/** What must be written out, because it is needed before anything is looked up. `*` is any key or item. */
const CONSTANT: readonly (readonly string[])[] = [
  ['name'],
  ['region'],
  ['tags', '*'],
  ['resources', '*', 'type'],
  ['resources', '*', 'id'],
  ['resources', '*', 'as'],
  ['resources', '*', 'condition'],
  ['outputs', '*', 'condition'],
  ['parameters', '*', '*'],
];

/** Reports references and functions where only what is written out can stand. */
export function checkConstants(form: Expression, report: Report): void {
  for (const path of CONSTANT) for (const found of standing(form, path)) hold(found, report);
}

function standing(expression: Expression, [step, ...rest]: readonly string[]): readonly Expression[] {
  if (step === undefined) return [expression];
  if (expression.kind === 'list' && step === '*') return expression.items.flatMap((item) => standing(item, rest));
  if (expression.kind !== 'map') return [];
  const entries = expression.entries.filter(({ key }) => step === '*' || key === step);
  return entries.flatMap(({ value }) => standing(value, rest));
}

function hold(expression: Expression, report: Report): void {
  if (expression.kind === 'list') for (const item of expression.items) hold(item, report);
  if (expression.kind === 'literal' || expression.kind === 'list' || expression.kind === 'map') return;
  const written = expression.kind === 'call' ? 'A function' : 'A reference';
  const text = expression.kind === 'name' && expression.form === 'name';
  const hint = text
    ? 'For a text that begins with a dollar, write "$$".'
    : 'It is needed before anything is looked up.';
  report('wrong-kind', expression.place, { written, expected: 'a text that is written out' }, { hint });
}
