import { order } from '../../../compiler/graph/order.js';
import { refusal } from './refuse.js';

/** Refuses resources that wait for each other. @param needs As `dependenciesOf` gives them. @throws Fault */
export function checkCircles(needs: ReadonlyMap<string, readonly string[]>): void {
  const edges = [...needs].flatMap(([from, ids]) => ids.map((to) => ({ from, to })));
  const [cycle] = order(needs.keys(), edges).cycles;
  if (cycle !== undefined) throw refusal(`Circular dependency between resources: [${cycle.members.join(', ')}]`);
}
