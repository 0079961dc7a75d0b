import type { Chart } from '../chart.js';

/** Two nodes that wires connect, as the layout sees them: `left` is drawn left of `right`. */
export interface Arc {
  readonly left: string;
  readonly right: string;
  /** The wire leads from right to left, because all wires of its cycle cannot lead to the right. */
  readonly reversed: boolean;
}

/** One arc for each pair of nodes that an edge connects, without cycles; edges of a node to itself are left out. */
export function acyclic(chart: Chart): Arc[] {
  const back = backEdges(chart);
  const arcs = new Map<string, Arc>();
  for (const { from, to } of chart.edges) {
    const reversed = back.has(pair(from, to));
    const arc = reversed ? { left: to, right: from, reversed } : { left: from, right: to, reversed };
    if (from !== to) arcs.set(pair(from, to), arc);
  }
  return [...arcs.values()];
}

/** Unambiguous for any two names. */
export function pair(from: string, to: string): string {
  return `${from.length}:${from}${to}`;
}

/** In each cycle the edges that lead back to where a depth-first walk came from. */
function backEdges(chart: Chart): Set<string> {
  const cycleOf = new Map(chart.cycles.flatMap((cycle, index) => cycle.members.map((id) => [id, index] as const)));
  const inside = new Map<string, string[]>();
  const entries = new Set<string>();
  for (const { from, to } of chart.edges) {
    const cycle = cycleOf.get(to);
    if (cycle === undefined) continue;
    if (cycleOf.get(from) !== cycle) entries.add(to);
    else if (inside.has(from)) inside.get(from)?.push(to);
    else inside.set(from, [to]);
  }
  const walk = new BackEdges(inside);
  for (const { members } of chart.cycles) {
    for (const id of members) if (entries.has(id)) walk.from(id);
    for (const id of members) walk.from(id);
  }
  return walk.found;
}

class BackEdges {
  readonly found = new Set<string>();
  private readonly open = new Set<string>();
  private readonly entered = new Set<string>();

  constructor(private readonly targets: ReadonlyMap<string, readonly string[]>) {}

  from(root: string): void {
    if (this.entered.has(root)) return;
    const trail = [this.enter(root)];
    for (let top = trail.at(-1); top !== undefined; top = trail.at(-1)) {
      const target = top.rest.next();
      if (target.done === true) {
        this.open.delete(top.id);
        trail.pop();
      } else if (this.open.has(target.value)) this.found.add(pair(top.id, target.value));
      else if (!this.entered.has(target.value)) trail.push(this.enter(target.value));
    }
  }

  private enter(id: string): { id: string; rest: Iterator<string> } {
    this.entered.add(id);
    this.open.add(id);
    return { id, rest: (this.targets.get(id) ?? []).values() };
  }
}
