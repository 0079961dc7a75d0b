import type { Chart } from '../chart.js';
import { nesting } from '../nesting.js';
import { acyclic } from './acyclic.js';
import type { Layout, Sizes } from './drawing.js';
import { pack } from './pack.js';
import { drawPiece } from './piece.js';
import { pieces } from './pieces.js';
import { ranks } from './ranks.js';

/**
 * A layered drawing from left to right: what needs stands left of what is needed. Parts that no wire connects are drawn
 * on their own and put side by side. The same chart gives the same drawing.
 */
export function layout(chart: Chart, sizes: Sizes): Layout {
  const arcs = acyclic(chart);
  const rank = ranks(chart.order, arcs);
  const drawn = pieces(nesting(chart), arcs).map((piece) => drawPiece(piece, rank, sizes));
  return pack(drawn);
}
