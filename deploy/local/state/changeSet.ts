import type { ChangeSetStatus, ChangeSetType, ExecutionStatus, OnStackFailure } from '../../api/cloudformation.js';
import type { ListedChange } from '../changes/listed.js';
import type { Spec } from './stack.js';

/** A change set as it is stored. */
export interface ChangeSetState {
  readonly id: string;
  readonly name: string;
  readonly type: ChangeSetType;
  readonly created: number;
  /** When CloudFormation has worked it out. */
  readonly ready: number;
  /** How it is when it is ready. */
  readonly status: ChangeSetStatus;
  readonly reason?: string;
  execution: ExecutionStatus;
  readonly description?: string;
  readonly spec: Spec;
  readonly changes: readonly ListedChange[];
  readonly onStackFailure?: OnStackFailure;
  readonly importExisting?: boolean;
  readonly revertDrift?: boolean;
  readonly nested?: boolean;
  /** The ids of the change set of the stack that this one's stack is in, and of the outermost. */
  readonly within?: { readonly parent: string; readonly root: string };
  readonly imports: readonly Import[];
  readonly operation: string;
  readonly token?: string;
  /** What the request was, to know one that is sent again. */
  readonly request: string;
  /** What was found before anything was done. */
  readonly findings: readonly Finding[];
}

/** A resource that exists and is to be one of the stack's. */
export interface Import {
  readonly id: string;
  readonly type: string;
  readonly identifier: readonly (readonly [name: string, value: string])[];
}

/** What early validation found. */
export interface Finding {
  readonly name: 'PROPERTY_VALIDATION' | 'NAME_CONFLICT_VALIDATION' | 'BUCKET_EMPTINESS_VALIDATION';
  readonly path: string;
  readonly id: string;
  readonly type: string;
  readonly reason: string;
  /** Whether it does not keep the change set from being executed. */
  readonly warns: boolean;
}
