import type { Path, Span } from '../source/place.js';
import type { Json, JsonMap } from '../template/template.js';

/** One side of a comparison: a template, and what is known beside it. */
export interface Side {
  readonly template: JsonMap;
  /** Values of parameters, in addition to their defaults; pseudo parameters by their names (`AWS::Region`). */
  readonly parameters: ReadonlyMap<string, string>;
  /** For each logical resource, where its blueprint speaks of it. Empty for a template. */
  readonly places: ReadonlyMap<string, Where>;
}

/** A place of a blueprint, as it is shown. */
export interface Where {
  readonly file: string;
  readonly path: Path;
  readonly span: Span;
}

/**
 * What is different between two templates, as `jiml diff --format json` prints it
 * (schemas/output/diff.schema.json); every other form is drawn from it. Sorted by logical id and path.
 */
export interface Diff {
  readonly version: 1;
  readonly resources: readonly ResourceChange[];
  /** Parameters, mappings, conditions, rules, outputs, and the rest of the template. */
  readonly sections: readonly SectionChange[];
  readonly risks: readonly Risk[];
  /** Capabilities that only the new template needs, each with the ids that need it. */
  readonly capabilities: readonly { readonly name: string; readonly ids: readonly string[] }[];
  /** What is written differently and means the same. */
  readonly same: readonly { readonly id: string; readonly path: Path }[];
}

export type Action = 'add' | 'remove' | 'modify';

/** What happens to a resource; `import`: one that exists already becomes a part of the stack. */
export type ResourceAction = Action | 'import';

/** Whether a change makes a new physical resource; `conditional` depends on what no template says. */
export type Replacement = 'true' | 'false' | 'conditional';

/** What happens to one logical resource. */
export interface ResourceChange {
  readonly id: string;
  readonly type: string;
  readonly action: ResourceAction;
  readonly replacement: Replacement;
  /** Whether nothing but Metadata or a policy attribute changes: nothing happens to the physical resource. */
  readonly metadataOnly: boolean;
  /** Whether the resource itself is the same and only something that it refers to changes. */
  readonly dynamic: boolean;
  readonly properties: readonly PropertyChange[];
  /** Why it is replaced, from this resource to the root cause; empty where it is not. */
  readonly because: readonly Cause[];
  /** The id of a resource with the same content that goes away or comes (a rename, for CloudFormation a delete and a create). */
  readonly renamed?: string;
  /** What happens to the data that it holds. */
  readonly data?: 'deleted' | 'snapshot' | 'retained';
  /** Whether it comes or goes only if a condition holds whose value is not known. */
  readonly uncertain?: true;
  /** Whether what is done with it is decided only while the change is carried out. */
  readonly later?: true;
  /** What was done to the physical resource outside of CloudFormation, where that is known. */
  readonly drift?: 'modified' | 'deleted';
  readonly before?: Where;
  readonly after?: Where;
}

/** A change at one place of a resource: `["Properties", "Tags", 0, "Value"]`, `["DeletionPolicy"]`. */
export interface PropertyChange {
  readonly path: Path;
  readonly action: Action;
  readonly replacement: Replacement;
  /** Values as they stand in the templates, secrets masked; left out where there is none. */
  readonly before?: Json;
  readonly after?: Json;
  /** The value that the physical resource has, where it is known not to be the old one; masked as the others. */
  readonly actual?: Json;
  /** Both sides as text where it is a script, to be compared line by line. */
  readonly script?: { readonly before: string; readonly after: string };
  /** The logical id whose change is seen here through a reference. */
  readonly through?: string;
}

/** One step of a chain of reasons. */
export interface Cause {
  readonly id: string;
  readonly path: Path;
  readonly replacement: Replacement;
}

export type Section =
  | 'Parameters'
  | 'Mappings'
  | 'Conditions'
  | 'Rules'
  | 'Outputs'
  | 'Metadata'
  | 'Transform'
  | 'Description';

/** A change of something that is no resource. */
export interface SectionChange {
  readonly section: Section;
  /** The name of the parameter, mapping, …; undefined for what has none. */
  readonly name?: string;
  readonly action: Action;
  readonly before?: Json;
  readonly after?: Json;
}

/** What somebody should look at before it happens. */
export interface Risk {
  readonly kind: 'data-loss' | 'replacement' | 'wider-access' | 'export-removed' | 'backup-removed' | 'new-capability';
  /** The logical id, or the name of the output. */
  readonly id: string;
  /** One sentence. */
  readonly message: string;
  readonly where?: Where;
}
