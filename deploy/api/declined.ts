/**
 * Thrown where a guard says no: nothing was done, and doing it needs a decision of somebody's (exit code 6). The message
 * is one sentence for the person who asked.
 */
export class Declined extends Error {
  override readonly name = 'Declined';

  constructor(
    message: string,
    /** What to do instead; each one line, a command where there is one. */
    readonly next: readonly string[] = [],
  ) {
    super(message);
  }
}
