import type { Adjacency } from './adjacency.js';

/**
 * The strongly connected components of a graph as lists of node numbers in rising order, each after those that it
 * needs. Tarjan's algorithm (Depth-first search and linear graph algorithms, 1972) with its own stack, because chains
 * are as long as users make them; the recursive one of graphlib gives up at a few thousand. O(V + E).
 */
export function components(graph: Adjacency): number[][] {
  const search = new Search(graph);
  for (let root = 0; root < graph.ids.length; root++) search.from(root);
  return search.found;
}

class Search {
  readonly found: number[][] = [];
  /** When a node was first seen, from 1; 0 is never. */
  private readonly seen: Int32Array;
  /** The earliest seen node of the stack that a node is known to reach. */
  private readonly low: Int32Array;
  /** The next edge to follow. */
  private readonly next: Int32Array;
  private readonly pending: Uint8Array;
  private readonly stack: number[] = [];
  private readonly trail: number[] = [];
  private clock = 0;

  constructor(private readonly graph: Adjacency) {
    const size = graph.ids.length;
    this.seen = new Int32Array(size);
    this.low = new Int32Array(size);
    this.next = graph.starts.slice();
    this.pending = new Uint8Array(size);
  }

  from(root: number): void {
    if (this.seen[root] !== 0) return;
    this.enter(root);
    for (let node = this.trail.at(-1); node !== undefined; node = this.trail.at(-1)) this.step(node);
  }

  private enter(node: number): void {
    this.clock++;
    this.seen[node] = this.clock;
    this.low[node] = this.clock;
    this.pending[node] = 1;
    this.stack.push(node);
    this.trail.push(node);
  }

  private step(node: number): void {
    const edge = this.next[node] as number;
    if (edge === this.graph.starts[node + 1]) this.leave(node);
    else this.follow(node, edge);
  }

  private follow(node: number, edge: number): void {
    this.next[node] = edge + 1;
    const target = this.graph.targets[edge] as number;
    if (this.seen[target] === 0) this.enter(target);
    else if (this.pending[target] === 1) this.lower(node, this.seen[target] as number);
  }

  private leave(node: number): void {
    this.trail.pop();
    const parent = this.trail.at(-1);
    if (parent !== undefined) this.lower(parent, this.low[node] as number);
    if (this.low[node] === this.seen[node]) this.close(node);
  }

  private close(node: number): void {
    const members = this.stack.splice(this.stack.lastIndexOf(node));
    for (const member of members) this.pending[member] = 0;
    this.found.push(members.sort((a, b) => a - b));
  }

  private lower(node: number, to: number): void {
    if (to < (this.low[node] as number)) this.low[node] = to;
  }
}
