import type { Span } from '../../source/place.js';
import { type Cell, cells, widthOf } from './cells.js';

/** The line that a span begins on, as a terminal shows it, and the carets that mark the span in it. */
export interface Excerpt {
  readonly line: string;
  readonly marks: string;
}

/** How many cells of a terminal an excerpt takes at most, and how many of them stand before the carets. */
const room = 100;
const before = 40;
/** How far around a place the text is looked at (in code units), so that a line of megabytes costs nothing. */
const reach = 500;

/** Cuts out of a text the line that a span begins on; a long line is cut around the carets. */
export function excerpt(text: string, { start, end }: Span): Excerpt {
  const lineStart = Math.max(0, start.offset - (start.column - 1));
  const from = Math.max(lineStart, start.offset - reach);
  const rest = text.slice(from, start.offset + reach);
  const stop = rest.search(/\r?\n/);
  const line = cells(stop < 0 ? rest : rest.slice(0, stop), from);
  const more = stop < 0 && from + rest.length < text.length;
  return frame(line, start.offset, end.offset, { left: from > lineStart, right: more });
}

function frame(line: readonly Cell[], from: number, to: number, cut: { left: boolean; right: boolean }): Excerpt {
  const first = line.filter((cell) => cell.to <= from).length;
  const whole = !cut.left && !cut.right && widthOf(line) <= room;
  const start = whole ? 0 : windowStart(line, first);
  const shown = whole ? line : windowFrom(line, start);
  const left = start > 0 || cut.left ? '…' : '';
  const right = start + shown.length < line.length || cut.right ? '…' : '';
  const marked = shown.slice(first - start).filter((cell) => cell.from < to);
  return {
    line: left + shown.map((cell) => cell.shown).join('') + right,
    marks: ' '.repeat(left.length + widthOf(shown.slice(0, first - start))) + '^'.repeat(Math.max(1, inked(marked))),
  };
}

function windowStart(line: readonly Cell[], first: number): number {
  let start = first;
  for (let used = 0; start > 0 && used < before; start--) used += line[start - 1]?.width ?? 0;
  return start;
}

function windowFrom(line: readonly Cell[], start: number): readonly Cell[] {
  let used = 0;
  return line.slice(start).filter((cell) => {
    used += cell.width;
    return used <= room;
  });
}

/** The width without the blanks at the end, which nobody wants marked unless there is nothing else. */
function inked(cells: readonly Cell[]): number {
  const last = cells.findLastIndex((cell) => cell.shown.trim() !== '');
  return widthOf(last < 0 ? cells : cells.slice(0, last + 1));
}
