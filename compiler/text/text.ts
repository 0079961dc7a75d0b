import { readChain } from './chain.js';
import type { Chain } from './expression.js';

/** What is wrong inside a text, and where (offsets in the text). */
export interface TextProblem {
  readonly kind: 'unclosed' | 'empty' | 'not-a-name';
  readonly from: number;
  readonly to: number;
  readonly written: string;
}

export interface TextParts {
  readonly parts: readonly (string | Chain)[];
  readonly problems: readonly TextProblem[];
}

/**
 * Cuts a text at its `${{ a.b }}`; `$${{` stands for a literal `${{`. No other `$` means anything, so that a script can
 * be pasted as it is.
 *
 * @param from Where reading begins.
 */
export function readText(text: string, from = 0): TextParts {
  const parts: (string | Chain)[] = [];
  const problems: TextProblem[] = [];
  let literal = '';
  let at = from;
  for (let open = text.indexOf('${{', from); open >= 0; open = text.indexOf('${{', at)) {
    if (text[open - 1] === '$' && open > at) {
      literal += `${text.slice(at, open - 1)}\${{`;
      at = open + 3;
      continue;
    }
    literal += text.slice(at, open);
    const found = text.indexOf('}}', open + 3);
    const chain = found < 0 ? undefined : readInside(text, open + 3, found);
    // What closes in another line is of something else.
    const close = chain === undefined && /\n/.test(text.slice(open + 3, found)) ? -1 : found;
    const end = close < 0 ? open + 3 : close + 2;
    if (chain === undefined) {
      problems.push(problem(text, open, close));
    } else {
      if (literal !== '') parts.push(literal);
      parts.push(chain);
      literal = '';
    }
    at = end;
  }
  literal += text.slice(at);
  if (literal !== '') parts.push(literal);
  return { parts, problems };
}

function readInside(text: string, from: number, to: number): Chain | undefined {
  const inside = text.slice(from, to);
  const begin = from + inside.length - inside.trimStart().length;
  const chain = readChain(text, begin);
  return chain?.to === from + inside.trimEnd().length ? chain : undefined;
}

function problem(text: string, open: number, close: number): TextProblem {
  if (close < 0) return { kind: 'unclosed', from: open, to: open + 3, written: '${{' };
  const written = text.slice(open + 3, close).trim();
  const kind = written === '' ? 'empty' : 'not-a-name';
  return { kind, from: open, to: close + 2, written };
}
