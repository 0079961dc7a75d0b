import { Graph } from '@dagrejs/graphlib';

/** An edge of any of our graphs: `from` needs `to`. */
export interface Need {
  readonly from: string;
  readonly to: string;
  readonly label?: string;
}

/**
 * A dependency graph: a node for each id, sorted, and an edge to each node that it needs, once. Edges that begin or end
 * elsewhere are left out. Nodes are called by `nodeOf`, because names given by users can be anything (`__proto__`).
 */
export function dependencies(ids: Iterable<string>, edges: readonly Need[]): Graph {
  const graph = new Graph();
  for (const id of [...new Set(ids)].sort(byCodeUnits)) graph.setNode(nodeOf(id));
  for (const { from, to } of edges) {
    const [source, target] = [nodeOf(from), nodeOf(to)];
    if (graph.hasNode(source) && graph.hasNode(target)) graph.setEdge(source, target);
  }
  return graph;
}

/** The node of an id. */
export function nodeOf(id: string): string {
  return `:${id}`;
}

/** The id of a node. */
export function idOf(node: string): string {
  return node.slice(1);
}

/** Compares by code units, which is the same everywhere, unlike a locale's order. */
export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
