import { type Composed, DEPTH_LIMIT, LEXEME_LIMIT } from './compose.js';
import type { Finding } from './convert.js';

/** What the YAML of a text is wrong in, one finding for each independent mistake. */
export function syntaxErrors(text: string, composed: Composed): readonly Finding[] {
  const found: Finding[] = (composed.document?.errors ?? []).map((error) => ({
    code: error.code === 'TAB_AS_INDENT' ? 'tab-indentation' : 'yaml-syntax',
    args: { problem: `${error.message}.` },
    path: [],
    range: { start: error.pos[0], end: error.pos[1] },
  }));
  return composed.stop === undefined ? found : [...found, stopped(text, composed.stop)];
}

function stopped(text: string, { reason, offset }: NonNullable<Composed['stop']>): Finding {
  const range = { start: offset, end: Math.min(text.length, offset + 1) };
  if (reason === 'too-deep') return { code: 'text-too-deep', args: { limit: DEPTH_LIMIT }, path: [], range };
  if (reason === 'too-many-values')
    return { code: 'text-too-many-values', args: { limit: LEXEME_LIMIT }, path: [], range };
  const hint = 'Put it into a file of its own; a folder of files is one blueprint.';
  return { code: 'several-documents', args: {}, path: [], range: { start: offset, end: offset + 3 }, hint };
}
