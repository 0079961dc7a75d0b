import type { Place } from '../source/place.js';
import type { WrittenEdge, WrittenGraph } from '../template/logical.js';
import { criticalPath } from './critical.js';
import { byCodeUnits } from './dependencies.js';
import { type Order, order } from './order.js';
import { cycleWalk } from './walk.js';

/** A written graph as `jiml graph --format json` prints it (schemas/output/graph.schema.json); all pictures are drawn from it. */
export interface Chart {
  readonly version: 1;
  /** In the order in which they are made. */
  readonly nodes: readonly ChartNode[];
  /** Sorted by `from` and `to` in the order of the nodes, then by label. */
  readonly edges: readonly ChartEdge[];
  readonly order: readonly string[];
  readonly cycles: readonly ChartCycle[];
}

export interface ChartNode {
  readonly id: string;
  readonly type: string;
  /** The id of the node that this one is a nested part of. Never leads back to itself. */
  readonly parent?: string;
  /** The number of edges of the longest chain of what it needs: 0 needs nothing. */
  readonly level: number;
  /** Whether it is on the longest chain of all. */
  readonly critical: boolean;
  readonly file: string;
  readonly line: number;
}

/** `from` needs `to`. */
export interface ChartEdge {
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly critical: boolean;
  readonly file: string;
  readonly line: number;
}

export interface ChartCycle {
  readonly members: readonly string[];
  /** A shortest way round from the first member, as edges. */
  readonly walk: readonly { readonly from: string; readonly to: string; readonly label: string }[];
}

export function chart(graph: WrittenGraph): Chart {
  const found = order(
    graph.nodes.map((node) => node.id),
    graph.edges,
  );
  const step = stepsOf(found, graph.edges);
  return {
    version: 1,
    nodes: nodesOf(graph, found, step),
    edges: edgesOf(graph, found, step),
    order: found.ids,
    cycles: found.cycles.map((cycle) => ({
      members: cycle.members,
      walk: cycleWalk(cycle).map(({ from, to, label }) => ({ from, to, label })),
    })),
  };
}

/** Which step of the critical path each node on it is. */
function stepsOf(found: Order<WrittenEdge>, edges: readonly WrittenEdge[]): Map<string, number> {
  const path = criticalPath(found, edges);
  return new Map(path.flatMap((group, step) => group.ids.map((id) => [id, step] as const)));
}

function nodesOf(graph: WrittenGraph, found: Order<WrittenEdge>, step: ReadonlyMap<string, number>): ChartNode[] {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const parents = soundParents(new Map(graph.nodes.map((node) => [node.id, node.parent])));
  return found.groups.flatMap(({ ids, level }) =>
    ids.flatMap((id) => {
      const node = nodes.get(id);
      if (node === undefined) return [];
      const parent = parents.get(id);
      const nested = parent === undefined ? {} : { parent };
      return [{ id, type: node.type, ...nested, level, critical: step.has(id), ...lineOf(node.place) }];
    }),
  );
}

/** Leaves out parents that are no nodes, and those through which a node would be a part of itself. */
function soundParents(given: ReadonlyMap<string, string | undefined>): Map<string, string> {
  const sound = new Map<string, string>();
  const done = new Set<string>();
  for (const start of [...given.keys()].sort(byCodeUnits)) {
    const trail = new Set<string>();
    for (let id: string | undefined = start; id !== undefined && !done.has(id); id = sound.get(id)) {
      trail.add(id);
      const parent = given.get(id);
      if (parent !== undefined && given.has(parent) && !trail.has(parent)) sound.set(id, parent);
    }
    for (const id of trail) done.add(id);
  }
  return sound;
}

function edgesOf(graph: WrittenGraph, found: Order<WrittenEdge>, step: ReadonlyMap<string, number>): ChartEdge[] {
  const at = new Map(found.ids.map((id, index) => [id, index]));
  const rank = (id: string) => at.get(id) ?? 0;
  return graph.edges
    .filter(({ from, to }) => at.has(from) && at.has(to))
    .map(({ from, to, label, place }) => {
      const critical = step.get(from) === (step.get(to) ?? Number.NaN) + 1;
      return { from, to, label, critical, ...lineOf(place) };
    })
    .sort((a, b) => rank(a.from) - rank(b.from) || rank(a.to) - rank(b.to) || byCodeUnits(a.label, b.label));
}

function lineOf(place: Place): { file: string; line: number } {
  return { file: place.document.file, line: place.document.span(place.path, 'value').start.line };
}
