import type { Report } from '../diagnostics/diagnostic.js';
import type { Specifications } from '../specification/read.js';
import type { Graph } from '../template/graph.js';
import type { Logical, LogicalResource } from '../template/logical.js';

/** What every lint looks at, and how it says what it finds. */
export interface Scene {
  readonly logical: Logical;
  readonly graph: Graph;
  /** The logical resources by id. */
  readonly resources: ReadonlyMap<string, LogicalResource>;
  readonly specifications: Specifications;
  readonly report: Report;
}
