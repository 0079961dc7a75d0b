import type { Answer, Input, Operation } from '../api/cloudformation.js';
import { Fault } from '../api/fault.js';
import type { Session } from '../api/session.js';
import { isPassing } from './faults.js';
import { jitter } from './pace.js';

/** How long is waited before a request is made again, in milliseconds. */
const PAUSES = [400, 1_000, 2_500, 6_000];

/** What is needed to make a request. */
export type Caller = Pick<Session, 'cloud' | 'clock'>;

/**
 * Makes a request, and makes it again where that can help. All requests of a flow can be repeated: those that change
 * something have a token, or doing them twice is doing them once.
 *
 * @param happened Asked where an attempt failed without an answer and the next one was refused: whether the first one
 * took effect. Then the answer is empty.
 * @throws Fault as CloudFormation does; AbortError where `signal` says so.
 */
export async function insist<O extends Operation>(
  { cloud, clock }: Caller,
  operation: O,
  input: Input<O>,
  { signal, happened }: { readonly signal?: AbortSignal; readonly happened?: () => Promise<boolean> } = {},
): Promise<Answer<O>> {
  let uncertain = false;
  for (let attempt = 0; ; attempt++) {
    try {
      return await cloud.call(operation, input, signal);
    } catch (error) {
      uncertain ||= error instanceof Fault && error.insisted;
      if (uncertain && isNo(error) && happened !== undefined && (await happened())) return {} as Answer<O>;
      const pause = PAUSES[attempt];
      if (pause === undefined || !isPassing(error) || error.insisted) throw error;
      uncertain ||= error.kind !== 'throttled';
      await clock.sleep(jitter(pause, clock.now()), signal);
    }
  }
}

function isNo(error: unknown): boolean {
  return error instanceof Fault && error.kind === 'refused';
}
