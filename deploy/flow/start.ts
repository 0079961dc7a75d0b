import type { Session } from '../api/session.js';
import { checkFailing } from './failing.js';
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
  /** The types of the resources that the stack is to have, by their ids, as far as they are known. */
  readonly declared?: ReadonlyMap<string, string>;
}

/** Does a command's work, and listens for Ctrl-C meanwhile. @throws Misuse where `--fail` names no resource of the stack */
export async function started<T>(session: Session, start: Start, use: (work: Work) => Promise<T>): Promise<T> {
  const { stack, subject, again, yes = false, wait = true, timeout, where = () => undefined } = start;
  const interrupts = listen(session);
  const deadline = timeout === undefined ? undefined : session.clock.now() + timeout;
  try {
    const work = { session, stack, name: nameOf(stack), subject, again, yes, wait, deadline, interrupts, where };
    await checkFailing(work, start.declared ?? new Map());
    return await use(work);
  } finally {
    interrupts.close();
  }
}
