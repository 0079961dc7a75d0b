import type { CloudFormation } from './cloudformation.js';
import type { Report } from './report.js';
import type { Storage } from './storage.js';

/** Time, so that waiting can be shortened where nothing is to be waited for. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Ends early, without an error, when `signal` is aborted. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

/** The person at the terminal. */
export interface Person {
  /** Asks for yes or no; no where the answer is neither, or there is none. */
  confirm(question: string): Promise<boolean>;
  /** Asks for a text; nothing is shown of what is typed where it is a secret. */
  ask(question: string, secret: boolean): Promise<string>;
}

/** What a command works with: an account and region, and who asked for it. */
export interface Session {
  readonly cloud: CloudFormation;
  readonly storage: Storage;
  readonly region: string;
  /** Whether it is the local CloudFormation. */
  readonly local: boolean;
  /**
   * The flags that say which CloudFormation is asked, for commands that are proposed: `--profile`, `prod`. Where they are
   * not said, `--local` for the local one.
   */
  readonly flags?: readonly string[];
  /** The logical ids of the resources that are made to fail, with the local one. */
  readonly failing?: readonly string[];
  readonly clock: Clock;
  /** Undefined where nobody can be asked. */
  readonly person: Person | undefined;
  /** Tells what happens, as it happens. */
  readonly report: Report;
  /**
   * Ctrl-C. Calls `handler` each time until the function that it gives is called; while nobody listens, it ends the
   * process with 130.
   */
  onInterrupt(handler: () => void): () => void;
}
