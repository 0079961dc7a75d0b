import type {
  AttributeChangeType,
  ChangeAction,
  ChangeSource,
  EvaluationType,
  PolicyAction,
  Replacement,
  RequiresRecreation,
  ResourceAttribute,
} from '../../api/cloudformation.js';

/** A change as a change set stores it: what CloudFormation tells of it, with and without values. */
export interface ListedChange {
  readonly action: ChangeAction;
  readonly id: string;
  readonly type: string;
  readonly physicalId?: string;
  readonly replacement?: Replacement;
  readonly policyAction?: PolicyAction;
  readonly scope: readonly ResourceAttribute[];
  readonly details: readonly ListedDetail[];
  /** The resource before and after as JSON, secrets masked. */
  readonly before?: string;
  readonly after?: string;
  readonly drift?: 'MODIFIED' | 'DELETED';
  /** The id of the change set of the nested stack that the resource is. */
  readonly changeSet?: string;
}

/** Why one place of a resource changes. */
export interface ListedDetail {
  readonly attribute: ResourceAttribute;
  /** The property, at the top of the resource's properties. */
  readonly name?: string;
  readonly recreation: RequiresRecreation;
  readonly path: string;
  readonly before?: string;
  readonly after?: string;
  readonly change: AttributeChangeType;
  readonly evaluation: EvaluationType;
  readonly source: ChangeSource;
  readonly cause?: string;
  /** What somebody else made of it. */
  readonly drift?: { readonly previous?: string; readonly actual?: string; readonly at: number };
}
