import type { ScalarNode } from './node.js';

/** Where each character of a scalar's text starts and ends in its source, and one more, where the text ends. */
export interface Offsets {
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/**
 * Finds the characters of a scalar's text in its source, which starts with the quote or the block's `|`. Exact for every
 * style; where lines are folded, the white space that they leave in the text stands at the fold.
 */
export function textOffsets(source: string, { style: read, text }: ScalarNode): Offsets {
  // A tag can make a text of a plain scalar.
  const style = read === 'single' && !source.startsWith("'") ? 'plain' : read;
  if (style === 'literal') return single(literal(source, text), source);
  if (style === 'folded') return single(folded(source, text), source);
  if (style === 'plain' && source.length === text.length) {
    return single(
      Uint32Array.from({ length: text.length + 1 }, (_, i) => i),
      source,
    );
  }
  return flow(source, style, text);
}

/** Where every character of the text is one of the source. */
function single(starts: Uint32Array, source: string): Offsets {
  return { starts, ends: starts.map((start) => Math.min(start + 1, source.length)) };
}

/** Each line of the text is the end of a line of the source. */
function literal(source: string, text: string): Uint32Array {
  const offsets = new Uint32Array(text.length + 1).fill(source.length);
  let at = 0;
  let line = nextLine(source, 0);
  for (const content of text.split('\n')) {
    if (line >= source.length) break;
    const next = nextLine(source, line);
    const end = lineEnd(source, line, next);
    const start = Math.max(line, end - content.length);
    for (let i = 0; i <= content.length; i++) offsets[at + i] = Math.min(start + i, end);
    at += content.length + 1;
    line = next;
  }
  return offsets;
}

function nextLine(source: string, from: number): number {
  const newline = source.indexOf('\n', from);
  return newline === -1 ? source.length : newline + 1;
}

function lineEnd(source: string, start: number, next: number): number {
  let end = next;
  if (end > start && source[end - 1] === '\n') end--;
  if (end > start && source[end - 1] === '\r') end--;
  return end;
}

/** Characters that are no white space come in the same order in both; the white space between them is approximated. */
function folded(source: string, text: string): Uint32Array {
  const offsets = new Uint32Array(text.length + 1).fill(source.length);
  let at = nextLine(source, 0);
  for (let i = 0; i < text.length; i++) {
    if (isSpace(text[i])) {
      offsets[i] = Math.min(at, source.length);
      if (isSpace(source[at])) at++;
      continue;
    }
    while (isSpace(source[at])) at++;
    offsets[i] = Math.min(at++, source.length);
  }
  return offsets;
}

function isSpace(character: string | undefined): boolean {
  return character === ' ' || character === '\n' || character === '\t' || character === '\r';
}

const FOLD = /[ \t]*\r?\n[ \t\r\n]*/y;
const ESCAPED_FOLD = /\\\r?\n[ \t]*/y;
const ESCAPE = /\\(?:x.{2}|u.{4}|U.{8}|.)/sy;

/** Plain and quoted scalars: a piece of source at a time and as many characters of text as it stands for. */
function flow(source: string, style: string, text: string): Offsets {
  const starts = new Uint32Array(text.length + 1).fill(source.length);
  const ends = new Uint32Array(text.length + 1).fill(source.length);
  const closing = style === 'plain' ? source.length : source.length - 1;
  let at = style === 'plain' ? 0 : 1;
  let i = 0;
  while (i < text.length && at < closing) {
    const [length, characters] = piece(source, at, style);
    starts.fill(at, i, i + characters);
    ends.fill(at + length, i, i + characters);
    i += characters;
    at += length;
  }
  if (i === text.length) starts[i] = ends[i] = Math.min(at, closing);
  return { starts, ends };
}

/** The length of the next piece of source, and how many characters of text it makes. */
function piece(source: string, at: number, style: string): readonly [number, number] {
  const character = source[at];
  if (style === 'single' && character === "'") return [2, 1];
  if (style === 'double' && character === '\\') {
    const fold = match(ESCAPED_FOLD, source, at);
    if (fold !== '') return [fold.length, 0];
    const escaped = match(ESCAPE, source, at) || '\\';
    return [escaped.length, /^\\U(?!0000)/.test(escaped) ? 2 : 1];
  }
  const fold = isSpace(character) ? match(FOLD, source, at) : '';
  if (fold === '') return [1, 1];
  return [fold.length, Math.max(1, fold.split('\n').length - 2)];
}

function match(pattern: RegExp, source: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(source)?.[0] ?? '';
}
