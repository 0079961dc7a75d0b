import type { ResourceChange as Changed, Replacement, ResourceAction } from '../../compiler/diff/model.js';
import type { ChangeAction, PolicyAction, ResourceChange } from '../api/cloudformation.js';

type Recreation = NonNullable<
  NonNullable<NonNullable<ResourceChange['Details']>[number]['Target']>['RequiresRecreation']
>;
type DriftStatus = NonNullable<ResourceChange['ResourceDriftStatus']>;
type Scope = NonNullable<ResourceChange['Scope']>[number];

/** What CloudFormation's actions are here (CloudFormation API Reference, ResourceChange, Action). */
export const ACTIONS: Readonly<
  Record<ChangeAction, { readonly action: ResourceAction; readonly later?: true; readonly untouched?: true }>
> = {
  Add: { action: 'add' },
  Modify: { action: 'modify' },
  Remove: { action: 'remove' },
  Import: { action: 'import' },
  /** Decided while it is carried out. */
  Dynamic: { action: 'modify', later: true },
  /** The template says what the physical resource already is: only the stack's record of it changes. */
  SyncWithActual: { action: 'modify', untouched: true },
};

/** What happens to the old physical resource (CloudFormation API Reference, ResourceChange, PolicyAction). */
export const POLICY_ACTIONS: Readonly<
  Record<PolicyAction, { readonly data: NonNullable<Changed['data']>; readonly replaces: boolean }>
> = {
  Delete: { data: 'deleted', replaces: false },
  Retain: { data: 'retained', replaces: false },
  Snapshot: { data: 'snapshot', replaces: false },
  ReplaceAndDelete: { data: 'deleted', replaces: true },
  ReplaceAndRetain: { data: 'retained', replaces: true },
  ReplaceAndSnapshot: { data: 'snapshot', replaces: true },
};

export const REPLACEMENTS: Readonly<Record<NonNullable<ResourceChange['Replacement']>, Replacement>> = {
  True: 'true',
  False: 'false',
  Conditional: 'conditional',
};

export const RECREATIONS: Readonly<Record<Recreation, Replacement>> = {
  Always: 'true',
  Conditionally: 'conditional',
  Never: 'false',
};

/** What was done outside of CloudFormation, as far as that is known. */
export const DRIFTS: Readonly<Record<DriftStatus, Changed['drift']>> = {
  MODIFIED: 'modified',
  DELETED: 'deleted',
  IN_SYNC: undefined,
  NOT_CHECKED: undefined,
  UNKNOWN: undefined,
  UNSUPPORTED: undefined,
};

/** Whether a change of that attribute touches the physical resource (CloudFormation API Reference, ResourceChange, Scope). */
export const TOUCHES: Readonly<Record<Scope, boolean>> = {
  Properties: true,
  Tags: true,
  Metadata: false,
  CreationPolicy: false,
  UpdatePolicy: false,
  DeletionPolicy: false,
  UpdateReplacePolicy: false,
};

/** An entry of a table by a word of CloudFormation's, which may be one that is newer than the table. */
export function entryOf<T>(table: Readonly<Record<string, T>>, word: string | undefined): T | undefined {
  return word !== undefined && Object.hasOwn(table, word) ? table[word] : undefined;
}
