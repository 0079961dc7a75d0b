import type { Place } from '../source/place.js';
import type { Value, ValueMap } from './value.js';

/** An entry of the template's `Resources`, with its references still named. */
export interface LogicalResource {
  readonly id: string;
  /** A CloudFormation type. */
  readonly type: string;
  /** The resource of the blueprint that it comes from. */
  readonly place: Place;
  /** For a raw resource, where its properties stand in the blueprint, key by key; otherwise undefined. */
  readonly configPlace: Place | undefined;
  readonly properties: ValueMap | undefined;
  /** `DependsOn` (a list of logical ids), `Condition`, `DeletionPolicy`, `Metadata` …, by CloudFormation's names. */
  readonly attributes: ReadonlyMap<string, Value>;
  /** `DependsOn` in the form in which its author wrote it, where that is nothing but logical ids. */
  readonly waits?: string | readonly string[];
  /** What identifies the physical resource, where it exists already and is to become a part of the stack. */
  readonly identity?: Value;
  /** The ids of the resources that it is a part of, outermost first; empty for one that the author wrote raw. */
  readonly owners: readonly string[];
}

/** Everything that will be in the template, before its order is known. Sections hold template content by name. */
export interface Logical {
  readonly resources: readonly LogicalResource[];
  readonly sections: Sections;
}

/** `description` and `transform` are single values; the others are maps of name to content and its place. */
export interface Sections {
  readonly description?: Value;
  readonly transform?: Value;
  readonly metadata?: Value;
  readonly parameters: ReadonlyMap<string, Placed>;
  readonly mappings: ReadonlyMap<string, Placed>;
  readonly conditions: ReadonlyMap<string, Placed>;
  readonly rules: ReadonlyMap<string, Placed>;
  readonly outputs: ReadonlyMap<string, Placed>;
  /** Template content that the language has no word for, merged as it stands: top-level keys and what they hold. */
  readonly raw: ReadonlyMap<string, Placed>;
}

export interface Placed {
  readonly value: Value;
  readonly place: Place;
}

/** What the author sees: resources and their written nested parts, and what each names. */
export interface WrittenGraph {
  readonly nodes: readonly WrittenNode[];
  readonly edges: readonly WrittenEdge[];
}

export interface WrittenNode {
  readonly id: string;
  readonly type: string;
  /** The id of the node that this one is a nested part of (`LB` for `LBServer1`). */
  readonly parent?: string;
  readonly place: Place;
}

/** `from` needs `to`. */
export interface WrittenEdge {
  readonly from: string;
  readonly to: string;
  /** What makes the edge, in the author's words: `waitFor`, `sources.0.source`, `servers`. */
  readonly label: string;
  readonly place: Place;
}
