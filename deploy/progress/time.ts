/** How long something took, short enough for a column: `41s`, `4m02s`, `1h07m`. Takes milliseconds; less than none is none. */
export function elapsed(milliseconds: number): string {
  const seconds = Math.floor(Math.max(0, Number.isFinite(milliseconds) ? milliseconds : 0) / 1000);
  if (seconds < 60) return `${seconds}s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)}m${two(seconds % 60)}s`;
  return `${Math.floor(seconds / 3600)}h${two(Math.floor((seconds % 3600) / 60))}m`;
}

/** A time as ISO 8601 says it, in UTC. Takes milliseconds since 1970; what is no time gives 1970. */
export function instant(at: number): string {
  return new Date(Number.isFinite(at) && Math.abs(at) <= 8.64e15 ? at : 0).toISOString();
}

/** The time of day in UTC, to the second: `12:03:41Z`. */
export function timeOfDay(at: number): string {
  return `${instant(at).slice(-13, -5)}Z`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
