import type { Graph } from '../../../compiler/template/graph.js';
import type { DeployEvent, Review, Watched } from '../../api/report.js';
import type { Work } from '../work.js';

const EMPTY: Graph = { nodes: [], edges: [] };

/** The resources that an operation is about, in the order in which CloudFormation makes them, those that go at the end. */
export function watched({ where, name }: Work, { comparison }: Review, graph: Graph = EMPTY): DeployEvent {
  const changes = new Map(comparison.diff.resources.map((change) => [change.id, change]));
  const needs = needsIn(graph);
  const ids = new Set([...graph.nodes.filter((id) => changes.has(id)), ...changes.keys()]);
  const resources = [...ids].flatMap((id): Watched[] => {
    const change = changes.get(id);
    if (change === undefined) return [];
    const place = where(id);
    return [
      {
        id,
        type: change.type,
        needs: [...(needs.get(id) ?? [])].filter((need) => changes.has(need)),
        action: change.action === 'modify' && change.replacement === 'true' ? 'replace' : change.action,
        ...(place === undefined ? {} : { where: place }),
      },
    ];
  });
  return { kind: 'watch', stack: name, resources };
}

function needsIn({ edges }: Graph): ReadonlyMap<string, ReadonlySet<string>> {
  const needs = new Map<string, Set<string>>();
  for (const { from, to } of edges) {
    const known = needs.get(from);
    if (known === undefined) needs.set(from, new Set([to]));
    else known.add(to);
  }
  return needs;
}
