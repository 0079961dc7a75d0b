import { linesOf, textOf } from './blocks.js';

/** A line that stands for any number of lines. */
const MARK = '…';

/**
 * What a document should show of an output: what it shows already where that is right, with a line `…` for what it
 * leaves out; else the same places of the output as it is now, each found again by its first line; else all of it.
 */
export function excerptOf(output: string, shown: string): string {
  const wanted = piecesOf(linesOf(shown));
  const lines = linesOf(output);
  const pieces = wanted.length === 1 ? undefined : refit(wanted, lines);
  return pieces === undefined ? output : textOf(joined(pieces));
}

function piecesOf(lines: readonly string[]): readonly (readonly string[])[] {
  const pieces: string[][] = [[]];
  for (const line of lines) {
    if (line.trim() === MARK) pieces.push([]);
    else pieces.at(-1)?.push(line);
  }
  return pieces;
}

/** The pieces with the lines that stand there now. The first begins at the beginning, the last ends at the end. */
function refit(pieces: readonly (readonly string[])[], lines: readonly string[]) {
  const found: (readonly string[])[] = [];
  let from = 0;
  for (const [index, piece] of pieces.entries()) {
    const [first] = piece;
    const last = index === pieces.length - 1;
    const at = first === undefined || index === 0 ? from : placeOf(piece, lines, from);
    if (at < 0) return undefined;
    const to = last && first !== undefined ? lines.length : at + piece.length;
    found.push(lines.slice(at, to));
    from = to;
  }
  return from <= lines.length ? found : undefined;
}

/** Where all of a piece stands, or else only its first line. */
function placeOf(piece: readonly string[], lines: readonly string[], from: number): number {
  const whole = lines.findIndex((_, at) => at >= from && piece.every((line, index) => lines[at + index] === line));
  return whole >= 0 ? whole : lines.indexOf(piece[0] ?? '', from);
}

function joined(pieces: readonly (readonly string[])[]): readonly string[] {
  return pieces.flatMap((piece, index) => (index === 0 ? piece : [`${marginOf(pieces, index)}${MARK}`, ...piece]));
}

/** The mark stands as far right as the line behind it, or before it. */
function marginOf(pieces: readonly (readonly string[])[], index: number): string {
  const line = pieces[index]?.[0] ?? pieces[index - 1]?.at(-1) ?? '';
  return /^ */.exec(line)?.[0] ?? '';
}
