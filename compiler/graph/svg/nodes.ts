import type { ChartNode } from '../chart.js';
import type { Box } from '../layout/drawing.js';
import { elided, textWidth } from './measure.js';
import { TEXT } from './style.js';
import { px, xml } from './xml.js';

const HEIGHT = 46;
const INDENT = 17;
const OUTDENT = 13;
const WIDEST_TEXT = 285;
const NARROWEST = 86;

/** How wide and high the box of a node is, so that its texts fit. */
export function nodeSize({ id, type }: ChartNode): { width: number; height: number } {
  const text = Math.max(
    textWidth(elided(id, WIDEST_TEXT, TEXT.id, true), TEXT.id, true),
    textWidth(elided(type, WIDEST_TEXT, TEXT.type), TEXT.type),
  );
  return { width: Math.max(NARROWEST, Math.ceil(text) + INDENT + OUTDENT), height: HEIGHT };
}

/**
 * A node: its id above its type, a stripe in the colour of its family, and where it is written as a tooltip.
 *
 * @param mark A class of its own, for a style sheet.
 */
export function nodeMarkup(node: ChartNode, box: Box, family: number, mark?: string): string {
  const { x, y, width, height } = box;
  const stripe = `M${px(x + 6)} ${px(y)}a6 6 0 0 0 -6 6v${px(height - 12)}a6 6 0 0 0 6 6z`;
  return [
    `<g class="node${node.critical ? ' critical' : ''}${mark === undefined ? '' : ` ${xml(mark)}`}">`,
    `<title>${xml(`${node.id} (${node.type}), ${node.file}:${node.line}`)}</title>`,
    `<rect class="box" x="${px(x)}" y="${px(y)}" width="${px(width)}" height="${px(height)}" rx="6"/>`,
    `<path class="f${family}" d="${stripe}"/>`,
    `<text class="id" x="${px(x + INDENT)}" y="${px(y + 20)}">${xml(elided(node.id, WIDEST_TEXT, TEXT.id, true))}</text>`,
    `<text class="type" x="${px(x + INDENT)}" y="${px(y + 36)}">${xml(elided(node.type, WIDEST_TEXT, TEXT.type))}</text>`,
    '</g>',
  ].join('');
}

/** The frame around a node and its nested parts. */
export function frameMarkup({ id, x, y, width, height }: Box): string {
  return (
    `<g><title>${xml(`${id} and its parts`)}</title>` +
    `<rect class="frame" x="${px(x)}" y="${px(y)}" width="${px(width)}" height="${px(height)}" rx="10"/></g>`
  );
}
