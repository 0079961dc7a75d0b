import { printable } from './printable.js';
import { width } from './width.js';

/** One character of a source line as a terminal shows it; `from` and `to` are its offsets in the text. */
export interface Cell {
  readonly from: number;
  readonly to: number;
  readonly shown: string;
  readonly width: number;
}

/** A tab reaches to the next multiple of this. */
const tab = 4;

/** The characters of a line that begins at `start` of its text. */
export function cells(line: string, start: number): readonly Cell[] {
  const found: Cell[] = [];
  let at = 0;
  for (const { segment, index } of split(line)) {
    const cell = { from: start + index, to: start + index + segment.length, ...show(segment, at) };
    found.push(cell);
    at += cell.width;
  }
  return found;
}

export function widthOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, cell) => sum + cell.width, 0);
}

function show(segment: string, at: number): { shown: string; width: number } {
  const shown = segment === '\t' ? ' '.repeat(tab - (at % tab)) : printable(segment);
  return { shown, width: shown === segment ? width(segment) : shown.length };
}

function split(line: string): Iterable<{ readonly segment: string; readonly index: number }> {
  if (/^[\t -~]*$/.test(line)) return Array.from(line, (segment, index) => ({ segment, index }));
  return new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(line);
}
