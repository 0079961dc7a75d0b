import type { Nest } from '../nesting.js';
import type { Arc } from './acyclic.js';
import { arrange, type Tie } from './arrange.js';
import type { Piece, Sizes } from './drawing.js';

/** A node, the lane of a wire, or a frame around a node and its nested parts. Columns are doubled: nodes stand in even ones. */
export interface Body {
  readonly frame: Body | undefined;
  readonly depth: number;
  readonly parts: Body[];
  readonly arc: Arc | undefined;
  /** The node, or the node whose frame this is. */
  readonly id: string;
  first: number;
  last: number;
  height: number;
  readonly margin: number;
  /** How far under its centre a wire meets it. */
  readonly line: number;
  /** Its centre, from the centre of its frame. */
  y: number;
}

interface Bond {
  readonly left: Body;
  readonly right: Body;
  readonly weight: number;
}

const MARGINS = { node: 20, lane: 8, frame: 26 };
export const PADDING = 14;
const LABEL = { height: 18, line: 6 };

/** More columns in a lane, or in all lanes together, and wires are drawn straight from box to box, the longest first. */
const MOST_COLUMNS = { lane: 600, all: 60_000 };

/** Everything that is drawn of a piece, with its height; `y` is set. Frames come before what is in them. */
export function bodies(piece: Piece, rank: ReadonlyMap<string, number>, sizes: Sizes): Body[] {
  const root = newBody(undefined, { id: '', margin: 0 });
  const nodes = new Map<string, Body>();
  for (const nest of piece.nests) addNest(root, nest, rank, sizes, nodes);
  const bonds = addLanes(piece, nodes, sizes);
  settle(root, bondsByFrame(bonds), 0);
  const all: Body[] = [];
  collect(root, all);
  return all;
}

function newBody(frame: Body | undefined, given: Partial<Body> & { id: string; margin: number }): Body {
  const empty = { parts: [], arc: undefined, first: Infinity, last: -Infinity, height: 0, line: 0, y: 0 };
  const body: Body = { ...empty, ...given, frame, depth: frame === undefined ? 0 : frame.depth + 1 };
  frame?.parts.push(body);
  for (let around = frame; around !== undefined; around = around.frame) {
    around.first = Math.min(around.first, body.first);
    around.last = Math.max(around.last, body.last);
  }
  return body;
}

function addNest(
  around: Body,
  nest: Nest,
  rank: ReadonlyMap<string, number>,
  sizes: Sizes,
  nodes: Map<string, Body>,
): void {
  const { id } = nest.node;
  const frame = nest.parts.length === 0 ? around : newBody(around, { id, margin: MARGINS.frame });
  const column = 2 * (rank.get(id) ?? 0);
  const { height, head } = sizes.node(id);
  const size = { height: height + head, line: head / 2, margin: MARGINS.node };
  nodes.set(id, newBody(frame, { id, first: column, last: column, ...size }));
  for (const part of nest.parts) addNest(frame, part, rank, sizes, nodes);
}

function addLanes(piece: Piece, nodes: ReadonlyMap<string, Body>, sizes: Sizes): Bond[] {
  const longest = longestLane(piece, nodes);
  return piece.arcs.flatMap((arc) => {
    const [left, right] = [nodes.get(arc.left), nodes.get(arc.right)];
    if (left === undefined || right === undefined || right.first - left.first > longest) return [];
    const [from, to] = arc.reversed ? [arc.right, arc.left] : [arc.left, arc.right];
    const labelled = sizes.label(from, to) > 0;
    const lane = newBody(common(left, right), {
      ...{ id: '', arc, first: left.first + 1, last: right.first - 1, margin: MARGINS.lane },
      ...(labelled ? LABEL : { height: 2 }),
    });
    const weight = sizes.critical(from, to) ? 4 : 1;
    return [
      { left, right: lane, weight },
      { left: lane, right, weight },
    ];
  });
}

/** The length up to which wires can have lanes: all where that is affordable, else the shorter ones. */
function longestLane(piece: Piece, nodes: ReadonlyMap<string, Body>): number {
  const lengths = piece.arcs
    .map((arc) => (nodes.get(arc.right)?.first ?? 0) - (nodes.get(arc.left)?.first ?? 0))
    .sort((a, b) => a - b);
  let columns = 0;
  for (const length of lengths) {
    columns += length;
    if (columns > MOST_COLUMNS.all) return Math.min(MOST_COLUMNS.lane, Math.max(2, length - 1));
  }
  return MOST_COLUMNS.lane;
}

/** The innermost frame around both. */
function common(a: Body, b: Body): Body {
  let [one, other] = [a.frame as Body, b.frame as Body];
  while (one !== other) {
    if (one.depth >= other.depth) one = one.frame as Body;
    else other = other.frame as Body;
  }
  return one;
}

/** Bonds by the frame in which their ends are different parts. */
function bondsByFrame(bonds: readonly Bond[]): Map<Body, Bond[]> {
  const found = new Map<Body, Bond[]>();
  for (const bond of bonds) {
    const frame = common(bond.left, bond.right);
    const list = found.get(frame);
    if (list === undefined) found.set(frame, [bond]);
    else list.push(bond);
  }
  return found;
}

/** Arranges what is inside first, so that a frame is as rigid as a node for what is around it. */
function settle(frame: Body, bonds: ReadonlyMap<Body, readonly Bond[]>, padding: number): void {
  for (const part of frame.parts) if (part.parts.length > 0) settle(part, bonds, PADDING);
  const numbers = new Map(frame.parts.map((part, index) => [part, index]));
  const ties = (bonds.get(frame) ?? []).map((bond) => tieOf(bond, numbers));
  const centres = arrange(frame.parts, ties);
  let [top, bottom] = [Infinity, -Infinity];
  for (const [index, part] of frame.parts.entries()) {
    top = Math.min(top, (centres[index] ?? 0) - part.height / 2);
    bottom = Math.max(bottom, (centres[index] ?? 0) + part.height / 2);
  }
  for (const [index, part] of frame.parts.entries()) part.y = (centres[index] ?? 0) - (top + bottom) / 2;
  frame.height = bottom - top + 2 * padding;
}

function tieOf({ left, right, weight }: Bond, numbers: ReadonlyMap<Body, number>): Tie {
  const [one, other] = [partOf(left, numbers), partOf(right, numbers)];
  return { left: one.number, leftOffset: one.offset, right: other.number, rightOffset: other.offset, weight };
}

/** The part of a frame in which a body is, and how far under the part's centre wires meet the body. */
function partOf(body: Body, numbers: ReadonlyMap<Body, number>): { number: number; offset: number } {
  let offset = body.line;
  for (let at: Body | undefined = body; at !== undefined; at = at.frame) {
    const number = numbers.get(at);
    if (number !== undefined) return { number, offset };
    offset += at.y;
  }
  return { number: 0, offset };
}

function collect(body: Body, all: Body[]): void {
  all.push(body);
  for (const part of body.parts) collect(part, all);
}
