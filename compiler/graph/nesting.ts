import type { Chart, ChartNode } from './chart.js';

/** A node with its nested parts. */
export interface Nest {
  readonly node: ChartNode;
  readonly parts: readonly Nest[];
}

/** Boxes inside boxes help no reader beyond this; parts that are nested deeper stand in the deepest box. */
const DEEPEST = 12;

/** The nodes of a chart as trees, in the order of the chart; never deeper than a few levels. */
export function nesting(chart: Chart): readonly Nest[] {
  const nests = new Map(chart.nodes.map((node) => [node.id, { node, parts: [] as Nest[] }]));
  const hosts = hostsOf(chart);
  const roots: Nest[] = [];
  for (const [id, nest] of nests) (nests.get(hosts.get(id) ?? '')?.parts ?? roots).push(nest);
  return roots;
}

/** The node in whose box each nested node is drawn: its parent, or the deepest ancestor that may have a box. */
function hostsOf(chart: Chart): Map<string, string> {
  const parents = new Map(chart.nodes.map((node) => [node.id, node.parent]));
  const depths = new Map<string, number>();
  const hosts = new Map<string, string>();
  for (const { id } of chart.nodes) {
    const trail: string[] = [];
    for (let at: string | undefined = id; at !== undefined && !depths.has(at); at = parents.get(at)) trail.push(at);
    for (const at of trail.reverse()) {
      const parent = parents.get(at);
      const above = parent === undefined ? -1 : (depths.get(parent) ?? 0);
      depths.set(at, Math.min(above + 1, DEEPEST));
      const host = parent !== undefined && above === DEEPEST ? hosts.get(parent) : parent;
      if (host !== undefined) hosts.set(at, host);
    }
  }
  return hosts;
}
