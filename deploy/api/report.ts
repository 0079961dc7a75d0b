import type { Diagnostic } from '../../compiler/diagnostics/diagnostic.js';
import type { Comparison } from '../../compiler/diff/render/comparison.js';
import type { ResourceStatus, StackStatus } from './cloudformation.js';

/** Tells what happens. How it is shown (a live table, lines, JSON) is not the business of who tells it. */
export type Report = (event: DeployEvent) => void;

/**
 * What happens while a command works. With `--format json` each is one line of standard output
 * (schemas/output/event.schema.json), with its time added as `at` where it has none.
 */
export type DeployEvent =
  /** Something is begun that takes a while; `text` is a sentence without a period: "creating a change set". */
  | { readonly kind: 'step'; readonly text: string }
  /** Something worth knowing. */
  | { readonly kind: 'note' | 'warning'; readonly text: string }
  /** What will happen, before it is confirmed. */
  | { readonly kind: 'review'; readonly review: Review }
  /** What was found out at a place of the blueprint: validation, hooks. */
  | { readonly kind: 'diagnostic'; readonly diagnostic: Diagnostic }
  /** Resources begin to be watched, in the order in which they are shown. */
  | { readonly kind: 'watch'; readonly stack: string; readonly resources: readonly Watched[] }
  | ({ readonly kind: 'resource' } & ResourceEvent)
  | ({ readonly kind: 'stack' } & StackStateEvent)
  /** The deployment ended. */
  | { readonly kind: 'end'; readonly result: Result };

/** What a change set would do. */
export interface Review {
  readonly stack: string;
  readonly region: string;
  readonly account?: string;
  readonly action: 'create' | 'update' | 'import' | 'delete' | 'none';
  readonly changeSet?: string;
  readonly comparison: Comparison;
  /** Each parameter and the value that it will have, `****` for a secret; `previous` where the old value is kept. */
  readonly parameters: readonly { readonly name: string; readonly value: string; readonly previous: boolean }[];
  readonly tags: Readonly<Record<string, string>>;
  /** Why each is needed: the logical ids. */
  readonly capabilities: readonly { readonly name: string; readonly ids: readonly string[] }[];
}

export interface Watched {
  readonly id: string;
  readonly type: string;
  /** The ids of the resources that it waits for. */
  readonly needs: readonly string[];
  /** `shop.yaml:14`, where the blueprint speaks of it. */
  readonly where?: string;
  /** What is going to be done with it. */
  readonly action: 'add' | 'modify' | 'replace' | 'remove' | 'import' | 'none';
}

/** One event of a resource. */
export interface ResourceEvent {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The stack, or `parent/Nested` for one within it. */
  readonly stack: string;
  readonly id: string;
  readonly type: string;
  readonly status: ResourceStatus;
  readonly physicalId?: string;
  readonly reason?: string;
  readonly where?: string;
}

/** The stack itself comes into a state. */
export interface StackStateEvent {
  readonly at: number;
  readonly stack: string;
  readonly status: StackStatus;
  readonly reason?: string;
}

/** How a command that changes a stack ended. */
export interface Result {
  readonly stack: string;
  readonly stackId?: string;
  readonly status?: StackStatus;
  readonly verdict: Verdict;
  /** One sentence. */
  readonly text: string;
  /** What to do now; each one line, a command where there is one. */
  readonly next: readonly string[];
  readonly failure?: FailureReport;
  readonly outputs: Readonly<Record<string, { readonly value: string; readonly description?: string }>>;
}

/**
 * What came of it, for the exit code: 0 `done` and `none` (nothing to change); 6 `refused`; 7 `rolled-back`; 8 `stuck`;
 * 9 `drifted`; 130 `interrupted`; 3 `timed-out` (what was begun goes on).
 */
export type Verdict = 'done' | 'none' | 'refused' | 'rolled-back' | 'stuck' | 'drifted' | 'interrupted' | 'timed-out';

/** Why a deployment failed. */
export interface FailureReport {
  /** What failed first, not what was cancelled because of it. */
  readonly first: readonly Failed[];
  /** How many more failed or were cancelled because of that. */
  readonly cascade: number;
  /** What CloudFormation then did, a sentence. */
  readonly then: string;
}

/** A resource that failed by itself. */
export interface Failed extends ResourceEvent {
  /** What to look at, where its reason is a well-known one. */
  readonly hint?: string;
}
