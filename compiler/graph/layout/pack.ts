import type { Box, Layout, Wire } from './drawing.js';

const GAP = 28;

/** How much wider than high a drawing should be. */
const ASPECT = 1.8;

/** Puts drawings in rows, the tallest first, so that the whole is about as wide as a screen. Keeps the order of equals. */
export function pack(drawings: readonly Layout[]): Layout {
  const area = drawings.reduce((sum, { width, height }) => sum + (width + GAP) * (height + GAP), 0);
  const widest = drawings.reduce((most, { width }) => Math.max(most, width), 0);
  const limit = Math.max(widest, Math.sqrt(area * ASPECT));
  const whole = { width: 0, height: 0, boxes: [] as Box[], frames: [] as Box[], wires: [] as Wire[] };
  let [x, top] = [0, 0];
  for (const drawing of drawings.toSorted((a, b) => b.height - a.height)) {
    if (x > 0 && x + drawing.width > limit) [x, top] = [0, whole.height + GAP];
    for (const box of drawing.boxes) whole.boxes.push(moved(box, x, top));
    for (const frame of drawing.frames) whole.frames.push(moved(frame, x, top));
    for (const wire of drawing.wires) whole.wires.push(movedWire(wire, x, top));
    whole.width = Math.max(whole.width, x + drawing.width);
    whole.height = Math.max(whole.height, top + drawing.height);
    x += drawing.width + GAP;
  }
  return whole;
}

function moved(box: Box, x: number, y: number): Box {
  return { ...box, x: box.x + x, y: box.y + y };
}

function movedWire(wire: Wire, x: number, y: number): Wire {
  return { ...wire, begin: wire.begin + x, end: wire.end + x, y: wire.y === undefined ? undefined : wire.y + y };
}
