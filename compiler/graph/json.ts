import type { Chart } from './chart.js';

/** A chart as JSON text that ends in a newline. */
export function json(chart: Chart): string {
  return `${JSON.stringify(chart, undefined, 2)}\n`;
}
