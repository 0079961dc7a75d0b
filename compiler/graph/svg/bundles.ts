import type { Chart, ChartEdge } from '../chart.js';
import { elided } from './measure.js';
import { TEXT } from './style.js';
import type { Bundle } from './wires.js';

const WIDEST_LABEL = 200;

/** More wires than this are shown without labels, which nobody could read; they are still in the tooltips. */
const MOST_LABELS = 1_000;

/** What is drawn as one wire: all edges from one node to another, with their labels in one. */
export function bundles(chart: Chart): Bundle[] {
  const found = new Map<string, ChartEdge[]>();
  for (const edge of chart.edges) {
    const key = `${edge.from.length} ${edge.from} ${edge.to}`;
    const list = found.get(key);
    if (list === undefined) found.set(key, [edge]);
    else list.push(edge);
  }
  const cycleOf = new Map(chart.cycles.flatMap((cycle, index) => cycle.members.map((id) => [id, index] as const)));
  const labelled = found.size <= MOST_LABELS;
  return [...found.values()].map((edges) => {
    const [{ from, to }] = edges as [ChartEdge];
    const cycle = cycleOf.has(from) && cycleOf.get(from) === cycleOf.get(to);
    const critical = edges.some((edge) => edge.critical);
    return { from, to, edges, label: labelled ? labelOf(edges) : '', critical, cycle };
  });
}

function labelOf(edges: readonly ChartEdge[]): string {
  const labels = [...new Set(edges.map((edge) => edge.label).filter((label) => label !== ''))];
  const more = labels.length > 3 ? ` +${labels.length - 2}` : '';
  return elided(labels.slice(0, more === '' ? 3 : 2).join(', '), WIDEST_LABEL, TEXT.label) + more;
}
