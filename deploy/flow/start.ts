import type { Session } from '../api/session.js';
import { listen } from './interrupts.js';
import { nameOf } from './stack.js';
import type { Work } from './work.js';

/** What a command says of its work. */
export interface Start {
  readonly stack: string;
  readonly subject: string;
  /** The command with which one comes back. */
  readonly again: string;
  readonly yes?: boolean | undefined;
  readonly wait?: boolean | undefined;
  /** For how long to wait, in milliseconds. */
  readonly timeout?: number | undefined;
  readonly where?: Work['where'];
}

/** Does a command's work, and listens for Ctrl-C meanwhile. */
export async function started<T>(session: Session, start: Start, work: (work: Work) => Promise<T>): Promise<T> {
  const { stack, subject, again, yes = false, wait = true, timeout, where = () => undefined } = start;
  const interrupts = listen(session);
  const deadline = timeout === undefined ? undefined : session.clock.now() + timeout;
  try {
    return await work({ session, stack, name: nameOf(stack), subject, again, yes, wait, deadline, interrupts, where });
  } finally {
    interrupts.close();
  }
}
