import type { Clock } from '../../../deploy/api/session.js';

/** A clock that only goes when somebody waits, at once. */
export class FakeClock implements Clock {
  private time = Date.UTC(2026, 0, 1);
  private readonly due: { at: number; act: () => void }[] = [];
  /** How long each wait was, in milliseconds. */
  readonly waits: number[] = [];

  now(): number {
    return this.time;
  }

  async sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    if (isAborted(signal)) return;
    this.waits.push(milliseconds);
    const until = this.time + milliseconds;
    for (const one of this.due.filter(({ at }) => at <= until)) {
      this.due.splice(this.due.indexOf(one), 1);
      this.time = Math.max(this.time, one.at);
      one.act();
      if (isAborted(signal)) return;
    }
    this.time = until;
    // Others have their turn, as they would with a clock that takes time.
    await Promise.resolve();
  }

  /** Does something when so much time has passed, during a wait. */
  after(milliseconds: number, act: () => void): void {
    this.due.push({ at: this.time + milliseconds, act });
  }

  pass(milliseconds: number): void {
    this.time += milliseconds;
  }
}

/** As a function, since what is done meanwhile may change it. */
function isAborted(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true;
}
