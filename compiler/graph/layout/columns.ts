import { type Body, PADDING } from './bodies.js';
import type { Sizes } from './drawing.js';

/** A column of the drawing, in pixels. */
export interface Column {
  readonly left: number;
  readonly width: number;
}

/** Between two columns, for wires to bend in; the more wires there are, the wider. */
const GAP = { least: 24, wire: 2.5, most: 64 };

/** The columns that a piece needs: as wide as the widest node or label, with room for the frames that begin or end there. */
export function columns(all: readonly Body[], sizes: Sizes): { columns: Map<number, Column>; width: number } {
  const widths = widthsOf(all, sizes);
  const [before, after] = [framesAt(all, 'first'), framesAt(all, 'last')];
  const bends = bendsBefore(all);
  const found = new Map<number, Column>();
  let x = 0;
  for (const column of [...widths.keys()].sort((a, b) => a - b)) {
    const width = widths.get(column) ?? 0;
    if (found.size > 0) x += Math.min(GAP.most, GAP.least + GAP.wire * (bends.get(column) ?? 0));
    x += PADDING * (before.get(column) ?? 0);
    found.set(column, { left: x, width });
    x += width + PADDING * (after.get(column) ?? 0);
  }
  return { columns: found, width: x };
}

/** The column in which the label of a wire stands: next to the node that needs. */
export function labelColumn({ arc, first, last }: Body): number {
  return arc?.reversed === true ? last : first;
}

function widthsOf(all: readonly Body[], sizes: Sizes): Map<number, number> {
  const widths = new Map<number, number>();
  const widen = (column: number, width: number) => widths.set(column, Math.max(width, widths.get(column) ?? 0));
  for (const body of all) {
    if (body.parts.length > 0) continue;
    if (body.arc === undefined) widen(body.first, sizes.node(body.id).width);
    else {
      const { left, right, reversed } = body.arc;
      widen(labelColumn(body), reversed ? sizes.label(right, left) : sizes.label(left, right));
    }
  }
  return widths;
}

/** How many wires begin or end their lane between each column and the one before it. */
function bendsBefore(all: readonly Body[]): Map<number, number> {
  const bends = new Map<number, number>();
  for (const { arc, first, last } of all)
    for (const column of arc === undefined ? [] : [first, last + 1]) bends.set(column, (bends.get(column) ?? 0) + 1);
  return bends;
}

/** How many frames inside each other begin or end at each column. */
function framesAt(all: readonly Body[], end: 'first' | 'last'): Map<number, number> {
  const found = new Map<number, number>();
  for (const body of all) {
    if (body.parts.length > 0 && body.depth > 0)
      found.set(body[end], Math.max(nested(body, end), found.get(body[end]) ?? 0));
  }
  return found;
}

/** A frame, and those around it that begin or end at the same column. */
function nested(body: Body, end: 'first' | 'last'): number {
  let count = 0;
  for (let at: Body | undefined = body; at !== undefined && at.depth > 0 && at[end] === body[end]; at = at.frame)
    count++;
  return count;
}
