import { Fault, type FaultKind } from '../api/fault.js';

/** What can pass by itself; and whether a request that failed so may have taken effect. */
const passing: Readonly<Record<FaultKind, boolean>> = {
  refused: false,
  throttled: true,
  broken: true,
  unreachable: true,
  credentials: false,
};

/** Whether a request that failed so may go through when it is made again. */
export function isPassing(error: unknown): error is Fault {
  return error instanceof Fault && passing[error.kind];
}

/** Whether CloudFormation said no with one of these codes, however an endpoint spells them. */
export function hasCode(error: unknown, ...codes: readonly string[]): error is Fault {
  return error instanceof Fault && codes.some((code) => error.code.replace(/Exception$/, '') === code);
}

/**
 * Does something, and where a request fails on the way adds what the person must know of how things stand in AWS.
 *
 * @param state One or two sentences.
 */
export async function knowing<T>(state: string | ((fault: Fault) => string), work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const said = typeof state === 'string' ? state : state(error);
    const hint = [error.hint, said].filter(Boolean).join('\n');
    throw new Fault(error.kind, error.code, error.message, hint);
  }
}
