import type { StackStatus } from '../api/cloudformation.js';

/** Thrown where waiting ended before what was waited for. */
export class Stopped extends Error {
  override readonly name = 'Stopped';

  constructor(
    readonly how: 'interrupted' | 'timed-out',
    /** What goes on in AWS, a sentence. */
    readonly state: string,
    readonly next: readonly string[],
    readonly status?: StackStatus | undefined,
    readonly stackId?: string | undefined,
  ) {
    super(state);
  }
}
