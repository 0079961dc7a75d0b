import type { Position, Span } from '../../compiler/source/place.js';

/** A line of a blueprint: `shop.yaml:14`. */
export interface Place {
  readonly file: string;
  readonly span: Span;
}

/**
 * Reads `shop.yaml:14` (or `shop.yaml:14:7`) back. The span is the line's text without the blanks around it, where the
 * file's text is at hand. Undefined for what names no line.
 */
export function placeOf(where: string, text: string | undefined): Place | undefined {
  const [, file, number] = /^(.+?):(\d{1,9})(?::\d+)?$/s.exec(where) ?? [];
  if (file === undefined || number === undefined) return undefined;
  const line = Math.max(1, Number(number));
  const offset = text === undefined ? undefined : startOf(text, line);
  if (text === undefined || offset === undefined) return { file, span: spanOf(line, 0, '') };
  return { file, span: spanOf(line, offset, lineAt(text, offset)) };
}

function spanOf(line: number, offset: number, content: string): Span {
  const from = /^[ \t]*(?:- )?/.exec(content)?.[0].length ?? 0;
  const position = (column: number): Position => ({ offset: offset + column, line, column: column + 1 });
  return { start: position(from), end: position(Math.max(from, content.trimEnd().length)) };
}

function startOf(text: string, line: number): number | undefined {
  let offset = 0;
  for (let at = 1; at < line; at++) {
    const end = text.indexOf('\n', offset);
    if (end < 0) return undefined;
    offset = end + 1;
  }
  return offset;
}

function lineAt(text: string, offset: number): string {
  const end = text.indexOf('\n', offset);
  return text.slice(offset, end < 0 ? text.length : end);
}
