import type { Session } from '../api/session.js';

/** Ctrl-C while a command works: it ends waiting, and never a request that changes something. */
export interface Interrupts {
  /** Aborted by the next Ctrl-C; a new one after `take`. */
  readonly signal: AbortSignal;
  readonly pressed: boolean;
  /** Begins to wait for another one. */
  take(): void;
  close(): void;
}

/** Listens for Ctrl-C until it is closed. */
export function listen(session: Pick<Session, 'onInterrupt'>): Interrupts {
  let controller = new AbortController();
  const close = session.onInterrupt(() => controller.abort());
  return {
    get signal() {
      return controller.signal;
    },
    get pressed() {
      return controller.signal.aborted;
    },
    take: () => {
      controller = new AbortController();
    },
    close,
  };
}
