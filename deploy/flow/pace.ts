/** Up to so long after its creation, in milliseconds, a change set is looked at every quarter of a second. */
const EAGER = 30_000;

/**
 * How long to wait before a change set is looked at again: one that becomes ready is noticed within 300 ms as long as
 * one can expect it, later within a tenth of the time that it took, at most 3 seconds.
 *
 * @param waited For how long it has been waited for. All times are in milliseconds.
 */
export function untilReady(waited: number): number {
  return waited < EAGER ? 250 : Math.min(3_000, waited / 10);
}

/**
 * How long to wait before events are looked at again: often while much happens, seldom while nothing does.
 *
 * @param quiet For how long nothing has happened. All times are in milliseconds.
 */
export function untilNews(quiet: number): number {
  return Math.min(5_000, Math.max(400, quiet / 5));
}

/** The pause after CloudFormation said so many times that it is asked too often, at most 30 seconds. */
export function slowed(pause: number, throttled: number): number {
  return Math.min(30_000, pause * 2 ** Math.min(throttled, 10));
}

/** A pause a little shorter, so that many who wait do not ask at the same moment. It depends on nothing but the time. */
export function jitter(pause: number, now: number): number {
  const spread = (Math.imul(Math.floor(now), 2_654_435_761) >>> 16) / 65_536;
  return Math.round(pause * (0.8 + 0.2 * spread));
}
