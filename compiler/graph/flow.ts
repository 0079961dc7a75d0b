import type { WrittenEdge, WrittenGraph } from '../template/logical.js';
import { type Order, order } from './order.js';

/** The linear flow of commands that makes a system, as data. */
export interface Flow {
  readonly version: 1;
  readonly steps: readonly Step[];
}

export type Step = Create | Await;

/** More than one resource where they need each other and can only be made together. */
export interface Create {
  readonly create: readonly { readonly id: string; readonly type: string }[];
}

/** Ids, in the order in which they were created. */
export interface Await {
  readonly await: readonly string[];
}

/**
 * Every resource is created in the order of `order`. Before a create stands one await of exactly what it needs and what
 * was not awaited before; what nothing needed is awaited at the end. What was created together is awaited together.
 */
export function flow(graph: WrittenGraph): Flow {
  const found = order(
    graph.nodes.map((node) => node.id),
    graph.edges,
  );
  const types = new Map(graph.nodes.map((node) => [node.id, node.type]));
  const needs = needsOf(found, graph.edges);
  const waiting = new Set<number>();
  const steps: Step[] = [];
  const settle = (numbers: Iterable<number>) => {
    const now = [...numbers].filter((number) => waiting.delete(number)).sort((a, b) => a - b);
    if (now.length > 0) steps.push({ await: now.flatMap((number) => found.groups[number]?.ids ?? []) });
  };
  for (const [number, group] of found.groups.entries()) {
    settle(needs[number] ?? []);
    steps.push({ create: group.ids.map((id) => ({ id, type: types.get(id) ?? '' })) });
    waiting.add(number);
  }
  settle([...waiting]);
  return { version: 1, steps };
}

/** For each group the places in the order of the groups that it needs. */
function needsOf({ groups }: Order<WrittenEdge>, edges: readonly WrittenEdge[]): Set<number>[] {
  const at = new Map(groups.flatMap((group, number) => group.ids.map((id) => [id, number] as const)));
  const needs = groups.map(() => new Set<number>());
  for (const { from, to } of edges) {
    const [source, target] = [at.get(from), at.get(to)];
    if (source !== undefined && target !== undefined) needs[source]?.add(target);
  }
  return needs;
}
