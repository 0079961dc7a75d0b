import type { Path, Place } from '../source/place.js';

/** The logical graph: what CloudFormation sees. */
export interface Graph {
  /** Every logical id once, each after all that it needs: by the longest chain of what waits for it, then by id. */
  readonly nodes: readonly string[];
  readonly edges: readonly LogicalEdge[];
}

/** The logical resource `from` needs `to`. */
export interface LogicalEdge {
  readonly from: string;
  readonly to: string;
  /** Where in the resource: `["Properties", "SubnetId"]`, `["DependsOn", 0]`. */
  readonly path: Path;
  /** The path as text: `Properties.SubnetId`. */
  readonly label: string;
  /** What the author wrote that makes the edge. */
  readonly place: Place;
  /** The part of the text there that makes it, if it is a text. */
  readonly part?: { readonly from: number; readonly to: number };
}
