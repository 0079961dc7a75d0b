import type { Box, Wire } from '../layout/drawing.js';
import { separate } from '../layout/separate.js';

/** Where a wire leaves its box and where it comes in. */
export interface Ends {
  readonly start: { readonly x: number; readonly y: number };
  readonly end: { readonly x: number; readonly y: number };
}

interface Port {
  readonly wire: Wire;
  readonly end: 'from' | 'to';
  /** The height of what the wire leads to. */
  readonly towards: number;
}

/** The furthest that two wires at the same side of a box stand apart. */
const SPACING = 11;

/** How far the wires of a side may move off its middle together, to be level. */
const SLACK = 7;

/** Gives every wire its own point at the side of each box, in the order of what the wires lead to. */
export function ports(boxes: ReadonlyMap<string, Box>, wires: readonly Wire[]): Map<Wire, Ends> {
  const heights = new Map<string, number>();
  for (const side of sides(boxes, wires).values()) {
    const box = boxes.get(side.id);
    if (box === undefined) continue;
    side.ports.sort((a, b) => a.towards - b.towards);
    const placed = placedAlong(box, side.ports);
    for (const [index, port] of side.ports.entries()) heights.set(key(port.wire, port.end), placed[index] ?? 0);
  }
  return new Map(wires.map((wire) => [wire, endsOf(wire, boxes, heights)]));
}

/** As near as can be to the heights that the wires lead to, around the middle of the side. */
function placedAlong(box: Box, along: readonly Port[]): number[] {
  const room = box.height - 18;
  const step = Math.min(SPACING, room / Math.max(1, along.length - 1));
  const span = step * (along.length - 1);
  const reach = Math.min(room, span + 2 * SLACK) / 2;
  const [top, bottom] = [middle(box) - reach, middle(box) + reach - span];
  const slabs = along.map(() => ({ first: 0, last: 0, height: step, margin: 0 }));
  const turns = [...along.keys()];
  const apart = separate(
    slabs,
    turns,
    along.map((port) => port.towards),
    turns.map(() => 1),
  );
  return turns.map((turn) => Math.min(bottom, Math.max(top, (apart[turn] ?? 0) - turn * step)) + turn * step);
}

function sides(boxes: ReadonlyMap<string, Box>, wires: readonly Wire[]): Map<string, { id: string; ports: Port[] }> {
  const found = new Map<string, { id: string; ports: Port[] }>();
  const add = (id: string, right: boolean, port: Port) => {
    const name = `${right ? 'right' : 'left'} ${id}`;
    const side = found.get(name) ?? { id, ports: [] };
    side.ports.push(port);
    found.set(name, side);
  };
  for (const wire of wires) {
    const rightwards = leadsRight(wire, boxes);
    add(wire.from, rightwards, { wire, end: 'from', towards: wire.y ?? middle(boxes.get(wire.to)) });
    add(wire.to, !rightwards, { wire, end: 'to', towards: wire.y ?? middle(boxes.get(wire.from)) });
  }
  return found;
}

function endsOf(wire: Wire, boxes: ReadonlyMap<string, Box>, heights: ReadonlyMap<string, number>): Ends {
  const [from, to] = [boxes.get(wire.from), boxes.get(wire.to)];
  const rightwards = leadsRight(wire, boxes);
  return {
    start: { x: sideOf(from, rightwards), y: heights.get(key(wire, 'from')) ?? 0 },
    end: { x: sideOf(to, !rightwards), y: heights.get(key(wire, 'to')) ?? 0 },
  };
}

function leadsRight(wire: Wire, boxes: ReadonlyMap<string, Box>): boolean {
  return sideOf(boxes.get(wire.from), false) < sideOf(boxes.get(wire.to), false);
}

function sideOf(box: Box | undefined, right: boolean): number {
  return box === undefined ? 0 : box.x + (right ? box.width : 0);
}

function middle(box: Box | undefined): number {
  return box === undefined ? 0 : box.y + box.height / 2;
}

function key(wire: Wire, end: 'from' | 'to'): string {
  return `${end} ${wire.from.length} ${wire.from} ${wire.to}`;
}
