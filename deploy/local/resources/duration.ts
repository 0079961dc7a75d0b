import data from './durations.json' with { type: 'json' };

const COLUMN = { create: 0, update: 1, delete: 2 } as const;

const rows: readonly (readonly [string, readonly number[]])[] = Object.entries(data.types).sort(
  ([a], [b]) => b.length - a.length,
);

/** How long something takes with a resource of a type, in simulated milliseconds. */
export function durationOf(type: string, action: keyof typeof COLUMN): number {
  const row = rows.find(([start]) => type.startsWith(start))?.[1] ?? data.otherwise;
  return row[COLUMN[action]] ?? 0;
}
