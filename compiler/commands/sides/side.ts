import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Where } from '../../diff/model.js';
import type { WrittenGraph } from '../../template/logical.js';
import type { JsonMap } from '../../template/template.js';

/** One template of a side, and what is known beside it. */
export interface Loaded {
  readonly name: string;
  readonly template: JsonMap;
  readonly places: ReadonlyMap<string, Where>;
  /** The region that a blueprint is for. */
  readonly region?: string;
  /** The values that the parameters of a stack have, but for secrets. */
  readonly parameters?: ReadonlyMap<string, string>;
  readonly written?: WrittenGraph;
}

/** What came of reading a side. A folder of templates has one of each file's name, anything else one called ''. */
export interface LoadedSide {
  readonly name: string;
  readonly loaded: ReadonlyMap<string, Loaded>;
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: ReadonlyMap<string, string>;
  readonly failed: boolean;
}

/** What a stack runs, as whoever knows CloudFormation tells it. */
export type StackSide = Required<Pick<Loaded, 'name' | 'template' | 'region' | 'parameters'>>;

/**
 * Asks what a stack runs.
 *
 * @param name Undefined for the stack that the blueprint is deployed to.
 * @param path The other side: a blueprint, a template, or nothing where that is a stack, too.
 */
export type Stacks = (name: string | undefined, path: string) => Promise<StackSide>;
