import type { Clock } from '../api/session.js';

/** That something is to go wrong with a resource; without an action with the first creation or update. */
export interface FailurePoint {
  readonly id: string;
  readonly action?: 'create' | 'update' | 'delete' | 'rollback';
}

export interface LocalOptions {
  /** Where the state is: `.jiml/local`. */
  readonly folder: string;
  readonly region: string;
  /** 123456789012 where none is given. */
  readonly account?: string;
  /** Whether nothing takes time. */
  readonly fast: boolean;
  readonly fail: readonly FailurePoint[];
  readonly clock: Clock;
}
