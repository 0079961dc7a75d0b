/** What the stacks of a simulated account share. */
export interface AccountState {
  readonly version: 1;
  /** How many ids were made, so that each is another. */
  counter: number;
  readonly stacks: StackEntry[];
  exports: ExportState[];
  imports: ImportState[];
  /** Names that are taken: by key, each owned by one physical resource. */
  names: NameState[];
  /** Resources that exist and belong to no stack: retained ones, and those that could not be deleted. */
  kept: KeptResource[];
  buckets: BucketState[];
}

/** Where to find a stack, and what must be known of it without reading it. */
export interface StackEntry {
  readonly id: string;
  readonly name: string;
  readonly region: string;
  /** The id of the stack that it is a resource of. */
  readonly parent?: string;
  /** Whether something is under way. */
  active: boolean;
  deleted: boolean;
  /** When it was deleted, in milliseconds since 1970. */
  gone?: number;
}

export interface ExportState {
  readonly name: string;
  readonly value: string;
  readonly region: string;
  readonly stackId: string;
}

/** That a stack uses an export. */
export interface ImportState {
  readonly name: string;
  readonly region: string;
  readonly stackId: string;
}

export interface NameState {
  readonly key: string;
  readonly stackId: string;
  readonly id: string;
  readonly physicalId: string;
}

/** A resource that exists outside of all stacks. */
export interface KeptResource {
  readonly region: string;
  readonly type: string;
  readonly physicalId: string;
  readonly ref: string;
  /** As JSON. */
  readonly properties: string;
  readonly stackName: string;
  readonly id: string;
}

/** A bucket, and what is known of its objects: what is in them lies beside. */
export interface BucketState {
  readonly name: string;
  readonly region: string;
  /** Milliseconds since 1970. */
  readonly created: number;
  tags: (readonly [key: string, value: string])[];
  /** By key, in the order of code units. */
  objects: ObjectState[];
}

export interface ObjectState {
  readonly key: string;
  /** In bytes. */
  readonly size: number;
  readonly at: number;
  /** In hexadecimal. */
  readonly md5: string;
}

/** An account in which nothing was done. */
export function emptyAccount(): AccountState {
  return { version: 1, counter: 0, stacks: [], exports: [], imports: [], names: [], kept: [], buckets: [] };
}
