import type { LogicalEdge } from '../template/graph.js';
import { Dependents } from './dependents.js';
import type { Scene } from './scene.js';

/** Reports what a raw resource is told to wait for although what it refers to makes it wait already. */
export function lintWaits({ graph, resources, report }: Scene): void {
  const isRaw = (id: string) => resources.get(id)?.owners.length === 0;
  const written = graph.edges.filter((edge) => isWait(edge) && isRaw(edge.from) && isRaw(edge.to));
  if (written.length === 0) return;
  const certain = graph.edges.filter(({ path }) => !path.includes('Fn::If'));
  const order = new Dependents(certain);
  const references = new Map<string, LogicalEdge[]>();
  for (const edge of certain) {
    if (isWait(edge)) continue;
    const known = references.get(edge.from);
    if (known === undefined) references.set(edge.from, [edge]);
    else known.push(edge);
  }
  for (const { from, to, place } of written) {
    const reason = references.get(from)?.find((edge) => edge.to === to || order.needs(edge.to, to) === true);
    if (reason === undefined) continue;
    const why = {
      place: reason.place,
      ...(reason.part && { part: reason.part }),
      message: 'It waits because of this.',
    };
    report('redundant-wait', place, { id: from, waitsFor: to }, { hint: 'Leave it out.', related: [why] });
  }
}

function isWait({ label }: LogicalEdge): boolean {
  return label.startsWith('DependsOn');
}
