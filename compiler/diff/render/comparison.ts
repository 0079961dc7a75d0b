import type { WrittenGraph } from '../../template/logical.js';
import type { Diff } from '../model.js';

/** Two sides that were compared, as they are called, and what is different. */
export interface Comparison {
  /** `git:HEAD:shop.yaml`. */
  readonly before: string;
  /** `shop.yaml`. */
  readonly after: string;
  /** The file of the new side that a reader can open, where it is one; annotations without a place of their own go there. */
  readonly file?: string;
  readonly diff: Diff;
  /** What the new side's author sees, where it is a blueprint. */
  readonly written?: WrittenGraph;
}

/** How much is said. */
export interface Extent {
  /** Whether long values are shown whole, and those of resources that come or go, too. */
  readonly full: boolean;
  /** Whether what only looks different is listed. */
  readonly all: boolean;
}
