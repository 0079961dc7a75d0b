import { type Cell, cells, widthOf } from '../../compiler/diagnostics/render/cells.js';

/**
 * Rows under each other, the columns as wide as what is in them and two blanks apart; nothing in them can move a
 * terminal's cursor. An empty text where there are no rows.
 *
 * @param heading The names of the columns; left out where undefined.
 */
export function table(heading: readonly string[] | undefined, rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const shown = [...(heading === undefined ? [] : [heading]), ...rows].map((row) => row.map((text) => cells(text, 0)));
  const widths: number[] = [];
  for (const row of shown)
    for (const [column, cell] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, widthOf(cell));
  const lines = shown.map((row) => row.map((cell, column) => padded(cell, widths[column] ?? 0)).join('  '));
  return lines.map((line) => `${line.trimEnd()}\n`).join('');
}

function padded(cell: readonly Cell[], columns: number): string {
  return cell.map(({ shown }) => shown).join('') + ' '.repeat(columns - widthOf(cell));
}
