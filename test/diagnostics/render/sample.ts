import type { Diagnostic } from '../../../compiler/diagnostics/diagnostic.js';
import type { Position, Span } from '../../../compiler/source/place.js';

/** The span of the first time that `word` stands in a text; of its `nth` time where that is said. */
export function spanOf(text: string, word: string, nth = 1): Span {
  let offset = -1;
  for (let i = 0; i < nth; i++) offset = text.indexOf(word, offset + 1);
  if (offset < 0) throw new Error(`no ${JSON.stringify(word)} in the sample`);
  return { start: positionAt(text, offset), end: positionAt(text, offset + word.length) };
}

function positionAt(text: string, offset: number): Position {
  const lines = text.slice(0, offset).split('\n');
  return { offset, line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}

/** A diagnostic with everything that a test does not care about filled in. */
export function sample(
  span: Span,
  said: Partial<Omit<Diagnostic, 'code'>> & { readonly code?: string } = {},
): Diagnostic {
  const code = said.code ?? 'unknown-property';
  return {
    severity: 'error',
    message: '"dealy" is not a property of queue "Jobs".',
    file: 'shop.yaml',
    path: ['resources', 0],
    span,
    related: [],
    docs: `docs/diagnostics.md#${code}`,
    ...said,
    code: code as Diagnostic['code'],
  };
}
