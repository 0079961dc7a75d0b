const UNITS: readonly (readonly [milliseconds: number, one: string, several: string])[] = [
  [86_400_000, 'day', 'days'],
  [3_600_000, 'h', 'h'],
  [60_000, 'min', 'min'],
];

/** How long ago something was: `just now`, `3 min ago`, `2 days ago`. Both in milliseconds since 1970. */
export function ago(then: number, now: number): string {
  for (const [milliseconds, one, several] of UNITS) {
    const count = Math.floor((now - then) / milliseconds);
    if (count >= 1) return `${count} ${count === 1 ? one : several} ago`;
  }
  return 'just now';
}

/** A time as documents have it: ISO 8601 in UTC, to the second. Undefined for none, and for one that is no time. */
export function timeOf(date: Date | undefined): string | undefined {
  return date === undefined || Number.isNaN(date.getTime()) ? undefined : `${date.toISOString().slice(0, 19)}Z`;
}

/** A time for a person: `2026-11-21T16:50:02Z (3 min ago)`. */
export function timeText(time: string, now: number): string {
  return `${time} (${ago(Date.parse(time), now)})`;
}
