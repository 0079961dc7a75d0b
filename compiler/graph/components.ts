import type { Graph } from '@dagrejs/graphlib';
import { byCodeUnits } from './dependencies.js';

/**
 * The strongly connected components of a graph as sorted lists of nodes, each after those that it needs. Tarjan's
 * algorithm (Depth-first search and linear graph algorithms, 1972) with its own stack, because chains are as long as
 * users make them; the recursive one of graphlib gives up at a few thousand. O(V + E).
 */
export function components(graph: Graph): string[][] {
  const search = new Search(graph);
  for (const root of graph.nodes()) search.from(root);
  return search.found;
}

/** What is known of a node that was seen. */
interface Visit {
  readonly node: string;
  /** When it was first seen. */
  readonly seen: number;
  readonly successors: readonly string[];
  /** The next of its successors to follow. */
  next: number;
  /** The earliest seen node of the stack that it is known to reach. */
  low: number;
  pending: boolean;
}

class Search {
  readonly found: string[][] = [];
  private readonly visits = new Map<string, Visit>();
  private readonly stack: Visit[] = [];
  private readonly trail: Visit[] = [];

  constructor(private readonly graph: Graph) {}

  from(root: string): void {
    if (this.visits.has(root)) return;
    this.enter(root);
    for (let visit = this.trail.at(-1); visit !== undefined; visit = this.trail.at(-1)) this.step(visit);
  }

  private enter(node: string): void {
    const seen = this.visits.size;
    const successors = this.graph.successors(node) ?? [];
    const visit = { node, seen, successors, next: 0, low: seen, pending: true };
    this.visits.set(node, visit);
    this.stack.push(visit);
    this.trail.push(visit);
  }

  private step(visit: Visit): void {
    const target = visit.successors[visit.next++];
    const other = target === undefined ? undefined : this.visits.get(target);
    if (target === undefined) this.leave(visit);
    else if (other === undefined) this.enter(target);
    else if (other.pending) visit.low = Math.min(visit.low, other.seen);
  }

  private leave(visit: Visit): void {
    this.trail.pop();
    const parent = this.trail.at(-1);
    if (parent !== undefined) parent.low = Math.min(parent.low, visit.low);
    if (visit.low === visit.seen) this.close(visit);
  }

  private close(visit: Visit): void {
    const members = this.stack.splice(this.stack.lastIndexOf(visit));
    for (const member of members) member.pending = false;
    this.found.push(members.map(({ node }) => node).sort(byCodeUnits));
  }
}
