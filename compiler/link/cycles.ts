import type { Report } from '../diagnostics/diagnostic.js';
import type { Cycle } from '../graph/order.js';
import { cycleWalk } from '../graph/walk.js';
import type { LogicalEdge } from '../template/graph.js';
import type { Logical } from '../template/logical.js';
import { wayOut } from './knots.js';

/** Reports each knot once, as a walk: each step with the property that makes it. */
export function reportCycles(cycles: readonly Cycle<LogicalEdge>[], logical: Logical, report: Report): void {
  if (cycles.length === 0) return;
  const types = new Map(logical.resources.map(({ id, type }) => [id, type]));
  for (const cycle of cycles) reportCycle(cycle, types, report);
}

function reportCycle(cycle: Cycle<LogicalEdge>, types: ReadonlyMap<string, string>, report: Report): void {
  const walk = cycleWalk(cycle);
  const [first] = walk;
  if (first === undefined) return;
  const related = walk.map(({ from, to, label, place, part }) => ({
    place,
    ...(part && { part }),
    message: label.startsWith('DependsOn')
      ? `"${from}" waits for "${to}".`
      : `"${from}" needs "${to}" for its ${label}.`,
  }));
  const hint = wayOut(new Set(walk.map(({ from }) => types.get(from) ?? '')));
  const ids = walk.map(({ from }) => from);
  report(
    'dependency-cycle',
    first.place,
    { ids, more: cycle.members.length - ids.length },
    {
      ...(first.part && { part: first.part }),
      related,
      hint,
    },
  );
}
