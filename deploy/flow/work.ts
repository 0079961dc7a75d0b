import type { Session } from '../api/session.js';
import type { Interrupts } from './interrupts.js';

/** What the steps of one command share. */
export interface Work {
  readonly session: Session;
  /** The stack's name, or its id where it was given so: what is asked for. */
  readonly stack: string;
  /** The stack's name: what is told. */
  readonly name: string;
  /** How the command named the stack, for commands that are proposed: `shop.yaml --local`. */
  readonly subject: string;
  /** The command with which one comes back: `jiml deploy shop.yaml --local`. */
  readonly again: string;
  /** Whether what is asked for confirmation is agreed to. Guards are not. */
  readonly yes: boolean;
  /** Whether to wait until what is begun has ended. */
  readonly wait: boolean;
  /** When to stop waiting, in milliseconds since 1970. */
  readonly deadline: number | undefined;
  readonly interrupts: Interrupts;
  /** Where the blueprint speaks of a logical resource: `shop.yaml:14`. */
  readonly where: (id: string) => string | undefined;
}
