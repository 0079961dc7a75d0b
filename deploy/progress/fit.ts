import { cells, widthOf } from '../../compiler/diagnostics/render/cells.js';

/** How many cells of a terminal a text takes. */
export function cellsIn(text: string): number {
  return widthOf(cells(text, 0));
}

/**
 * A text as a terminal can show it in at most so many cells, cut with an ellipsis where it is longer. What a terminal
 * would obey is spelled out.
 */
export function clip(text: string, width: number): string {
  // A grapheme has no bound of its own; so many code units hold more cells than any terminal has.
  const all = cells(text.slice(0, 4 * width + 64), 0);
  const shown = all.map((cell) => cell.shown).join('');
  if (text.length <= 4 * width + 64 && widthOf(all) <= width) return shown;
  let used = 0;
  const end = all.findIndex((cell) => {
    used += cell.width;
    return used > width - 1;
  });
  const kept = all.slice(0, end < 0 ? all.length : end);
  return width < 1 ? '' : `${kept.map((cell) => cell.shown).join('')}…`;
}

/** The same, filled with blanks to exactly that many cells. */
export function fill(text: string, width: number): string {
  const shown = clip(text, width);
  return shown + ' '.repeat(Math.max(0, width - cellsIn(shown)));
}
