import type { ChartEdge } from '../chart.js';
import type { Box, Wire } from '../layout/drawing.js';
import type { Ends } from './ports.js';
import { px, xml } from './xml.js';

/** The edges between two nodes, drawn as one wire. */
export interface Bundle {
  readonly from: string;
  readonly to: string;
  readonly edges: readonly ChartEdge[];
  /** As shown; empty for none. */
  readonly label: string;
  readonly critical: boolean;
  readonly cycle: boolean;
}

/** How far a curve reaches out before it bends. */
const REACH = 0.5;
const HEAD = { length: 8, half: 3.6 };

/** A wire with its arrowhead, its label and what a reader sees when pointing at it. */
export function wireMarkup(bundle: Bundle, wire: Wire, { start, end }: Ends): string {
  const direction = start.x < end.x ? 1 : -1;
  const tip = end.x - direction * 1.5;
  const back = tip - direction * HEAD.length;
  const head = `M${px(tip)} ${px(end.y)}L${px(back)} ${px(end.y - HEAD.half)}V${px(end.y + HEAD.half)}Z`;
  const line =
    wire.y === undefined
      ? `M${px(start.x)} ${px(start.y)}${curve(start, { x: back, y: end.y })}`
      : `M${px(start.x)} ${px(start.y)}${curve(start, { x: wire.begin, y: wire.y })}H${px(wire.end)}` +
        curve({ x: wire.end, y: wire.y }, { x: back, y: end.y });
  return group(bundle, `<path class="line" d="${line}"/><path class="head" d="${head}"/>${labelMarkup(bundle, wire)}`);
}

/** A wire from a box to itself: a loop above its right corner. */
export function loopMarkup(bundle: Bundle, box: Box): string {
  const [x, y] = [box.x + box.width - 26, box.y - 1];
  const line = `M${px(x)} ${px(y)}c-2 -20 19 -20 16.5 -7`;
  const head = `M${px(x + 15.5)} ${px(y)}l-2.6 -8.2l7.1 1.3Z`;
  const label =
    bundle.label === ''
      ? ''
      : `<text class="label" text-anchor="end" x="${px(x - 7)}" y="${px(y - 6)}">${xml(bundle.label)}</text>`;
  return group(bundle, `<path class="line" d="${line}"/><path class="head" d="${head}"/>${label}`);
}

function labelMarkup({ label }: Bundle, wire: Wire): string {
  if (label === '' || wire.y === undefined) return '';
  const anchor = wire.begin < wire.end ? '' : ' text-anchor="end"';
  return `<text class="label"${anchor} x="${px(wire.begin)}" y="${px(wire.y - 4)}">${xml(label)}</text>`;
}

function group({ from, to, edges, critical, cycle }: Bundle, content: string): string {
  const kind = cycle ? ' cycle' : critical ? ' critical' : '';
  const lines = edges.map(({ label, file, line }) => `${label === '' ? '' : `${label}, `}${file}:${line}`);
  const more = lines.length > 20 ? [...lines.slice(0, 20), `and ${lines.length - 20} more`] : lines;
  return `<g class="wire${kind}"><title>${xml([`${from} needs ${to}`, ...more].join('\n'))}</title>${content}</g>`;
}

function curve(from: { x: number; y: number }, to: { x: number; y: number }): string {
  if (Math.abs(from.y - to.y) < 0.3) return `L${px(to.x)} ${px(to.y)}`;
  const bend = (to.x - from.x) * REACH;
  return `C${px(from.x + bend)} ${px(from.y)} ${px(to.x - bend)} ${px(to.y)} ${px(to.x)} ${px(to.y)}`;
}
