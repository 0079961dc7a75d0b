import type { LogicalEdge } from '../template/graph.js';
import { Dependents } from './dependents.js';
import type { Scene } from './scene.js';

/**
 * Notes what a raw resource is told to wait for although it refers to it, or to something that refers to it. What it
 * waits for only because others are told to wait is not said: somebody may tell them otherwise.
 */
export function lintWaits({ graph, resources, report }: Scene): void {
  const isRaw = (id: string) => resources.get(id)?.owners.length === 0;
  const waits = graph.edges.filter((edge) => isWait(edge) && isRaw(edge.from) && isRaw(edge.to));
  if (waits.length === 0) return;
  const certain = graph.edges.filter((edge) => !isWait(edge) && !edge.path.includes('Fn::If'));
  const order = new Dependents(certain);
  const references = byUser(certain);
  for (const [id, edges] of byUser(waits)) {
    const redundant = edges.flatMap((wait) => {
      const reason = references.get(id)?.find(({ to }) => to === wait.to || order.needs(to, wait.to) === true);
      return reason === undefined ? [] : { wait, reason };
    });
    const [first] = redundant;
    if (first === undefined) continue;
    const related = redundant.map(({ reason: { place, part, to } }) => {
      return { place, ...(part && { part }), message: `It refers to "${to}" here.` };
    });
    const waitsFor = redundant.map(({ wait }) => wait.to);
    report('redundant-wait', first.wait.place, { id, waitsFor }, { hint: 'Leave it out.', related });
  }
}

function isWait({ label }: LogicalEdge): boolean {
  return label.startsWith('DependsOn');
}

function byUser(edges: readonly LogicalEdge[]): ReadonlyMap<string, readonly LogicalEdge[]> {
  const found = new Map<string, LogicalEdge[]>();
  for (const edge of edges) {
    const known = found.get(edge.from);
    if (known === undefined) found.set(edge.from, [edge]);
    else known.push(edge);
  }
  return found;
}
