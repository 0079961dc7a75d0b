import type { Chart } from '../chart.js';
import { textWidth } from './measure.js';
import { TEXT } from './style.js';
import { px } from './xml.js';

const LINE = 26;

/** What the colours of wires mean, in one row under a drawing; nothing where they are not used. */
export function legend(chart: Chart, top: number): { markup: readonly string[]; width: number; height: number } {
  const entries = [
    ...(chart.edges.some((edge) => edge.critical) ? [{ kind: 'critical', text: 'critical path' }] : []),
    ...(chart.cycles.length > 0 ? [{ kind: 'cycle', text: 'need each other' }] : []),
  ];
  const markup: string[] = [];
  let x = 0;
  for (const { kind, text } of entries) {
    markup.push(
      `<g class="wire ${kind}"><path class="line" d="M${px(x)} ${px(top)}h${LINE}"/>` +
        `<text class="label" x="${px(x + LINE + 8)}" y="${px(top + 3.5)}">${text}</text></g>`,
    );
    x += LINE + 8 + textWidth(text, TEXT.label) + 22;
  }
  return { markup, width: x, height: entries.length > 0 ? 28 : 0 };
}
