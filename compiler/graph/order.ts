import type { Graph } from '@dagrejs/graphlib';
import { components } from './components.js';
import { byCodeUnits, dependencies, idOf, type Need } from './dependencies.js';

/** The order of a graph, and what is known from finding it. */
export interface Order<E extends Need> {
  /** Every id once, each after all that it needs, except inside a cycle. */
  readonly ids: readonly string[];
  /** The same order, with what needs each other in one group. */
  readonly groups: readonly Group[];
  /** What can be made at the same time: each wave needs only earlier ones. Inside a wave in the order of `ids`. */
  readonly levels: readonly (readonly string[])[];
  /** The groups that need themselves, in order; empty for a graph that can be put in order. */
  readonly cycles: readonly Cycle<E>[];
}

/** Nodes that all need each other; nearly always one node. */
export interface Group {
  /** Sorted by id. */
  readonly ids: readonly string[];
  /** The number of edges of the longest chain of groups that need this one, one after the other. */
  readonly height: number;
  /** The number of edges of the longest chain of groups that this one needs. */
  readonly level: number;
}

/** A strongly connected component that holds a cycle, with the edges inside it as they were given. */
export interface Cycle<E extends Need> {
  readonly members: readonly string[];
  readonly edges: readonly E[];
}

/**
 * Puts a graph in order by critical path: what the longest chain of dependants waits for comes first, then by id.
 * The result does not depend on the order of the input. A repeated id counts once; edges that begin or end elsewhere
 * are ignored. O(E + V log V), without recursion.
 *
 * There is no queue of what is ready, because none is needed: what a group needs is always higher than the group, so
 * sorting by height already puts everything after what it needs.
 */
export function order<E extends Need>(ids: Iterable<string>, edges: readonly E[]): Order<E> {
  const graph = dependencies(ids, edges);
  const groups = measured(graph, components(graph)).sort(
    (a, b) => b.height - a.height || byCodeUnits(a.ids[0] as string, b.ids[0] as string),
  );
  return {
    ids: groups.flatMap((group) => group.ids),
    groups,
    levels: levelsOf(groups),
    cycles: cyclesOf(groups, edges),
  };
}

/** `found` has every component after those that it needs, so one pass in each direction finds the longest chains. */
function measured(graph: Graph, found: readonly (readonly string[])[]): Group[] {
  const component = new Map(found.flatMap((members, number) => members.map((member) => [member, number] as const)));
  const needed = found.map((members, self) =>
    members
      .flatMap((member) => (graph.successors(member) ?? []).map((target) => component.get(target) as number))
      .filter((other) => other !== self),
  );
  const levels = new Int32Array(found.length);
  const heights = new Int32Array(found.length);
  for (let c = 0; c < found.length; c++)
    for (const need of needed[c] ?? []) levels[c] = Math.max(levels[c] ?? 0, (levels[need] ?? 0) + 1);
  for (let c = found.length - 1; c >= 0; c--)
    for (const need of needed[c] ?? []) heights[need] = Math.max(heights[need] ?? 0, (heights[c] ?? 0) + 1);
  return found.map((members, c) => ({ ids: members.map(idOf), height: heights[c] ?? 0, level: levels[c] ?? 0 }));
}

function levelsOf(groups: readonly Group[]): string[][] {
  const levels: string[][] = [];
  for (const { level, ids } of groups) {
    while (levels.length <= level) levels.push([]);
    for (const id of ids) levels[level]?.push(id);
  }
  return levels;
}

function cyclesOf<E extends Need>(groups: readonly Group[], edges: readonly E[]): Cycle<E>[] {
  const groupOf = new Map<string, Group>();
  for (const group of groups) for (const id of group.ids) groupOf.set(id, group);
  const inside = new Map<Group, E[]>();
  for (const edge of edges) {
    const group = groupOf.get(edge.from);
    if (group === undefined || group !== groupOf.get(edge.to)) continue;
    const list = inside.get(group);
    if (list === undefined) inside.set(group, [edge]);
    else list.push(edge);
  }
  return groups.flatMap((group) => {
    const list = inside.get(group);
    return list === undefined ? [] : [{ members: group.ids, edges: list }];
  });
}
