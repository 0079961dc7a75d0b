import type { Report } from '../diagnostics/diagnostic.js';
import type { Specifications } from '../specification/read.js';
import type { Graph } from '../template/graph.js';
import type { Logical } from '../template/logical.js';
import { References } from './attributes.js';
import { Constants } from './constants.js';
import { lintData } from './data.js';
import { lintOpenings } from './openings.js';
import { lintOrders } from './orders.js';
import { lintAccessKeys, lintPermissions } from './permissions.js';
import { lintSecrets } from './secrets.js';
import { lintSignals } from './signals.js';
import { lintWaits } from './waits.js';
import { walkResource } from './walk.js';

/**
 * Finds what CloudFormation would take and its author regrets: orders that nothing tells it, waiting that never ends,
 * what belongs to one account or region only, what is open to everybody, data that goes with its resource. Linear in
 * the size of the template.
 */
export function lint(logical: Logical, graph: Graph, specifications: Specifications, report: Report): void {
  const resources = new Map(logical.resources.map((resource) => [resource.id, resource]));
  const scene = { logical, graph, resources, specifications, report };
  const constants = new Constants(logical);
  const references = new References(scene);
  for (const resource of logical.resources) {
    walkResource(resource, (value, site, inText) => {
      constants.visit(value, site);
      references.visit(value, site, inText);
      lintSecrets(value, site, inText, report);
      lintPermissions(value, site, report);
    });
    lintOpenings(resource, report);
    lintData(resource, specifications, report);
  }
  references.visitOutputs();
  constants.report(report);
  lintAccessKeys(scene);
  lintOrders(scene);
  lintSignals(scene);
  lintWaits(scene);
}
