import { type Body, bodies, PADDING } from './bodies.js';
import { type Column, columns } from './columns.js';
import type { Box, Layout, Piece, Sizes, Wire } from './drawing.js';

/** Draws what is connected, with its top left corner at 0, 0. */
export function drawPiece(piece: Piece, rank: ReadonlyMap<string, number>, sizes: Sizes): Layout {
  const all = bodies(piece, rank, sizes);
  const grid = columns(all, sizes);
  const [root] = all as [Body];
  const centres = new Map<Body, number>([[root, root.height / 2]]);
  for (const body of all) if (body.frame !== undefined) centres.set(body, (centres.get(body.frame) ?? 0) + body.y);
  const spot = { columns: grid.columns, centre: (body: Body) => centres.get(body) ?? 0 };
  const nodes = all.filter((body) => body.parts.length === 0 && body.arc === undefined);
  const frames = all.filter((body) => body.parts.length > 0 && body !== root);
  return {
    width: grid.width,
    height: root.height,
    boxes: nodes.map((body) => boxOf(body, spot, sizes)),
    frames: frames.map((body) => frameOf(body, spot)),
    wires: wiresOf(piece, all, spot),
  };
}

interface Spot {
  readonly columns: ReadonlyMap<number, Column>;
  readonly centre: (body: Body) => number;
}

function boxOf(body: Body, { columns: grid, centre }: Spot, sizes: Sizes): Box {
  const column = grid.get(body.first) ?? { left: 0, width: 0 };
  const { width, height } = sizes.node(body.id);
  const x = column.left + (column.width - width) / 2;
  return { id: body.id, x, y: centre(body) + body.line - height / 2, width, height };
}

function frameOf(body: Body, { columns: grid, centre }: Spot): Box {
  const [first, last] = [grid.get(body.first), grid.get(body.last)];
  const left = (first?.left ?? 0) - PADDING * inside(body, 'first');
  const right = (last?.left ?? 0) + (last?.width ?? 0) + PADDING * inside(body, 'last');
  return { id: body.id, x: left, y: centre(body) - body.height / 2, width: right - left, height: body.height };
}

/** How many frames, this one and those in it, begin or end at the same column. */
function inside(body: Body, end: 'first' | 'last'): number {
  const below = body.parts.filter((part) => part.parts.length > 0 && part[end] === body[end]);
  return 1 + Math.max(0, ...below.map((part) => inside(part, end)));
}

function wiresOf(piece: Piece, all: readonly Body[], { columns: grid, centre }: Spot): Wire[] {
  const lanes = new Map(all.flatMap((body) => (body.arc === undefined ? [] : [[body.arc, body] as const])));
  return piece.arcs.map((arc) => {
    const [from, to] = arc.reversed ? [arc.right, arc.left] : [arc.left, arc.right];
    const lane = lanes.get(arc);
    if (lane === undefined) return { from, to, begin: 0, end: 0, y: undefined };
    const [first, last] = [grid.get(lane.first), grid.get(lane.last)];
    const ends = [first?.left ?? 0, (last?.left ?? 0) + (last?.width ?? 0)] as const;
    const [begin, end] = arc.reversed ? [ends[1], ends[0]] : ends;
    return { from, to, begin, end, y: centre(lane) + lane.line };
  });
}
