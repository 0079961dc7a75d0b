import type { Chart } from './chart.js';
import { pair } from './layout/acyclic.js';
import type { Layout } from './layout/drawing.js';
import { layout } from './layout/layout.js';
import { bundles } from './svg/bundles.js';
import { familyOf } from './svg/family.js';
import { legend } from './svg/legend.js';
import { textWidth } from './svg/measure.js';
import { frameMarkup, nodeMarkup, nodeSize } from './svg/nodes.js';
import { ports } from './svg/ports.js';
import { style, TEXT } from './svg/style.js';
import { type Bundle, loopMarkup, wireMarkup } from './svg/wires.js';
import { px, xml } from './svg/xml.js';

const MARGIN = 24;

/**
 * A chart as a picture in SVG 1.1 that stands for itself: no scripts, fonts or anything else from outside; light or dark
 * as the reader's system is. The same chart gives the same bytes.
 *
 * @param marks Classes for some nodes, by id, for a page whose style sheet knows them.
 */
export function svg(chart: Chart, marks: ReadonlyMap<string, string> = new Map()): string {
  const wires = bundles(chart);
  const drawing = layout(chart, sizesOf(chart, wires));
  const key = legend(chart, drawing.height + MARGIN);
  const width = Math.ceil(Math.max(drawing.width, key.width) + 2 * MARGIN);
  const height = Math.ceil(drawing.height + key.height + 2 * MARGIN);
  const families = [...new Set(chart.nodes.map((node) => familyOf(node.type)))];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="jiml-title jiml-desc">`,
    `<title id="jiml-title">${xml(titleOf(chart))}</title>`,
    `<desc id="jiml-desc">${xml(descriptionOf(chart))}</desc>`,
    `<style>\n${style(families)}\n</style>`,
    `<rect class="paper" width="${width}" height="${height}" rx="8"/>`,
    `<g transform="translate(${px(MARGIN)} ${px(MARGIN)})">`,
    ...content(chart, drawing, wires, families, marks),
    ...key.markup,
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

function sizesOf(chart: Chart, wires: readonly Bundle[]) {
  const looped = new Set(wires.filter(({ from, to }) => from === to).map(({ from }) => from));
  const nodes = new Map(
    chart.nodes.map((node) => [node.id, { ...nodeSize(node), head: looped.has(node.id) ? 18 : 0 }]),
  );
  const bundled = new Map(wires.map((bundle) => [pair(bundle.from, bundle.to), bundle]));
  return {
    node: (id: string) => nodes.get(id) ?? { width: 0, height: 0, head: 0 },
    label: (from: string, to: string) => textWidth(bundled.get(pair(from, to))?.label ?? '', TEXT.label),
    critical: (from: string, to: string) => bundled.get(pair(from, to))?.critical === true,
  };
}

/** Frames under wires under boxes; of the wires those last that matter most. */
function content(
  chart: Chart,
  drawing: Layout,
  wires: readonly Bundle[],
  families: readonly string[],
  marks: ReadonlyMap<string, string>,
): string[] {
  const nodes = new Map(chart.nodes.map((node) => [node.id, node]));
  const boxes = new Map(drawing.boxes.map((box) => [box.id, box]));
  const numbers = new Map(families.map((family, index) => [family, index]));
  return [
    ...drawing.frames.map(frameMarkup),
    ...wiresMarkup(drawing, wires),
    ...chart.nodes.flatMap((node) => {
      const box = boxes.get(node.id);
      const family = numbers.get(familyOf(nodes.get(node.id)?.type ?? '')) ?? 0;
      return box === undefined ? [] : [nodeMarkup(node, box, family, marks.get(node.id))];
    }),
  ];
}

function wiresMarkup(drawing: Layout, wires: readonly Bundle[]): string[] {
  const boxes = new Map(drawing.boxes.map((box) => [box.id, box]));
  const drawn = new Map(drawing.wires.map((wire) => [pair(wire.from, wire.to), wire]));
  const ends = ports(boxes, drawing.wires);
  const weight = ({ critical, cycle }: Bundle) => (critical ? 2 : cycle ? 1 : 0);
  return wires
    .toSorted((a, b) => weight(a) - weight(b))
    .flatMap((bundle) => {
      const box = boxes.get(bundle.from);
      const wire = drawn.get(pair(bundle.from, bundle.to));
      if (box !== undefined && bundle.from === bundle.to) return [loopMarkup(bundle, box)];
      const at = wire === undefined ? undefined : ends.get(wire);
      return wire === undefined || at === undefined ? [] : [wireMarkup(bundle, wire, at)];
    });
}

function titleOf(chart: Chart): string {
  const files = [...new Set(chart.nodes.map((node) => node.file))];
  return files.length === 1 ? `Dependencies in ${files[0]}` : 'Dependencies';
}

function descriptionOf({ nodes, edges, cycles }: Chart): string {
  const critical = nodes.filter((node) => node.critical).map((node) => node.id);
  return [
    `Resources: ${nodes.length}. References: ${edges.length}. An arrow leads from a resource to one that it needs.`,
    ...(critical.length > 0 ? [`Critical path, in order of creation: ${shortened(critical)}.`] : []),
    ...cycles.map(({ members }) => `These need each other: ${shortened(members)}.`).slice(0, 20),
  ].join(' ');
}

function shortened(ids: readonly string[]): string {
  return ids.length <= 40 ? ids.join(', ') : `${ids.slice(0, 40).join(', ')} and ${ids.length - 40} more`;
}
