import type { JsonMap } from '../../../compiler/template/template.js';
import type { ResourceStatus, StackDriftStatus, StackStatus, Tag } from '../../api/cloudformation.js';
import type { ChangeSetState } from './changeSet.js';
import type { OperationState } from './operation.js';

/** A stack as it is stored. Times are milliseconds since 1970. */
export interface StackState {
  readonly id: string;
  readonly name: string;
  readonly region: string;
  readonly created: number;
  updated?: number;
  deleted?: number;
  status: StackStatus;
  reason?: string;
  /** Of a nested stack: the stack that it is a resource of, and its id there. */
  readonly parent?: { readonly id: string; readonly resource: string; readonly root: string };
  spec: Spec;
  /** What was deployed before the last operation, for a parent that rolls back. */
  previous?: Spec;
  readonly resources: Map<string, ResourceState>;
  outputs: OutputState[];
  /** The oldest first. */
  readonly events: EventState[];
  /** Properties of resources as JSON, secrets masked: events name them by their number. */
  readonly texts: string[];
  /** How often something was scheduled. */
  scheduled: number;
  /** What is under way, or has failed in a way that it can be gone on with. */
  operation?: OperationState;
  /** The newest first, as many as CloudFormation tells. */
  lastOperations: { readonly type: string; readonly id: string }[];
  changeSets: ChangeSetState[];
  /** The change set that was executed last. */
  changeSet?: string;
  protection: boolean;
  /** Tokens of requests that began an operation. */
  tokens: { readonly token: string; readonly request: string }[];
  drift?: StackDriftState;
  /** Physical resources that the stack still has to delete. */
  leftovers: ResourceState[];
}

/** What a stack is to be. */
export interface Spec {
  readonly template: string;
  /** Every parameter's value as it was given, defaults and secrets too. */
  readonly parameters: Values;
  /** What they stand for where something is looked up. */
  readonly resolved: Values;
  readonly tags: readonly Tag[];
  readonly capabilities: readonly string[];
  readonly notificationArns: readonly string[];
  readonly roleArn?: string;
  readonly rollbackConfiguration?: string;
  readonly timeout?: number;
  readonly express?: boolean;
  readonly disableRollback?: boolean;
}

export type Values = readonly (readonly [name: string, value: string])[];

/** One physical resource of a stack. */
export interface ResourceState {
  readonly id: string;
  readonly type: string;
  status: ResourceStatus;
  reason?: string;
  /** When its status was last another. */
  at: number;
  /** Whether it exists. */
  alive: boolean;
  physicalId?: string;
  ref?: string;
  /** How many there have been of this logical id. */
  generation: number;
  /** How often this one was changed in place. */
  changes?: number;
  properties: JsonMap;
  /** The properties without secrets, by their number in the stack's texts. */
  text?: number;
  /** The ids of the resources that it uses or waits for. */
  needs: readonly string[];
  deletion: Policy;
  replacement: Policy;
  /** Metadata as JSON. */
  metadata?: string;
  drift?: DriftState;
}

export type Policy = 'Delete' | 'Retain' | 'RetainExceptOnCreate' | 'Snapshot';

export interface OutputState {
  readonly key: string;
  readonly value: string;
  readonly description?: string;
  readonly exportName?: string;
}

export interface EventState {
  readonly id: string;
  readonly at: number;
  readonly resource: string;
  readonly type: string;
  readonly physicalId: string;
  readonly status: ResourceStatus | StackStatus;
  readonly reason?: string;
  readonly text?: number;
  readonly token?: string;
  readonly operation?: string;
}

/** What somebody did to a resource behind CloudFormation's back, and what was found of it. */
export interface DriftState {
  /** The properties as they are; undefined where they are as expected. */
  actual?: JsonMap;
  deleted?: boolean;
  /** When it was looked at last. */
  checked?: number;
  found?: 'IN_SYNC' | 'MODIFIED' | 'DELETED';
}

export interface StackDriftState {
  readonly detection: string;
  readonly started: number;
  /** When it is or was done. */
  readonly done: number;
  readonly status: StackDriftStatus;
  readonly drifted: number;
}
