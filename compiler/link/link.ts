import type { Report } from '../diagnostics/diagnostic.js';
import { order } from '../graph/order.js';
import type { Graph } from '../template/graph.js';
import type { Logical } from '../template/logical.js';
import { checkCalls } from './calls.js';
import { collect } from './collect.js';
import { checkConditions } from './conditions.js';
import { reportCycles } from './cycles.js';
import { checkLimits } from './limits.js';
import { checkMappings } from './mappings.js';
import { Names } from './names.js';
import { checkParameters } from './parameters.js';
import { resolve } from './references.js';
import { checkSecrets } from './secrets.js';
import { checkUserData } from './userdata.js';

/**
 * Finds out what needs what, and everything that CloudFormation would refuse: names that do not exist, conditions,
 * mappings and functions that cannot work, cycles, limits. O(n log n) in the size of the template.
 */
export function link(logical: Logical, report: Report): Graph {
  const names = new Names(logical);
  const found = collect(logical);
  const edges = resolve(logical, found, names, report);
  checkCalls(logical, found, report);
  checkConditions(logical, found, report);
  checkMappings(logical, found, names, report);
  checkParameters(logical, report);
  checkSecrets(logical, found, report);
  checkLimits(logical, report);
  checkUserData(logical, report);
  const { ids, cycles } = order(
    logical.resources.map(({ id }) => id),
    edges,
  );
  reportCycles(cycles, logical, report);
  return { nodes: ids, edges };
}
