import type { Failure } from './failures.js';

/** What came of rehearsing, as `jiml rehearse --format json` prints it (schemas/output/rehearsal.schema.json). */
export interface Rehearsal {
  readonly version: 1;
  readonly stack: string;
  readonly region: string;
  /** What would be done without a failure. */
  readonly action: 'create' | 'update' | 'none';
  /** Whether rollbacks and deletions that fail were rehearsed, too. */
  readonly deep: boolean;
  /** How it goes where nothing fails; undefined where there is nothing to do. */
  readonly well?: Ending;
  /** The worst first. */
  readonly failures: readonly Rehearsed[];
  readonly summary: Summary;
}

/** A failure, and how it ends. */
export interface Rehearsed extends Pick<Failure, 'id' | 'type' | 'action' | 'rollback' | 'during'>, Ending {
  /** `shop.yaml:14` */
  readonly where?: string;
}

/** How an operation ends. */
export interface Ending {
  /** StackStatus */
  readonly status: string;
  /** `as-before`: nothing but the attempt is left; `done`: it succeeds nevertheless; `person`: somebody has to do something. */
  readonly ends: 'as-before' | 'done' | 'person';
  /** The ids of resources whose data is gone. */
  readonly lost: readonly string[];
  /** The ids of resources that go on existing outside of the stack. */
  readonly left: readonly string[];
  /** What to do then. */
  readonly next: readonly string[];
}

/** How many failures end how. */
export interface Summary {
  readonly failures: number;
  readonly asBefore: number;
  readonly done: number;
  readonly person: number;
  /** How many lose data, or leave something behind. */
  readonly lost: number;
  readonly left: number;
}
