import { spawnSync } from 'node:child_process';

/** How long a process may take, in milliseconds: AWS's engine may hang. */
const LIMIT = 120_000;

/** Something that is timed: once, in milliseconds. */
export type Work = () => number;

/** The work of a process: `node` with these arguments, from its start to its end. @throws Where it did not do it. */
export function processOf(...args: readonly string[]): Work {
  return runOf(process.execPath, args);
}

/** The work of a program, in a folder, with what it reads. @throws Where it did not do it. */
export function runOf(program: string, args: readonly string[], given: { cwd?: string; input?: string } = {}): Work {
  return () => {
    const started = performance.now();
    const stdio = [given.input === undefined ? 'ignore' : 'pipe', 'ignore', 'ignore'] as const;
    const { error, status } = spawnSync(program, args, { ...given, stdio: [...stdio], timeout: LIMIT });
    // 1: the blueprint has errors, as those with more resources than a stack may have.
    if (error !== undefined || (status ?? 2) > 1)
      throw error ?? new Error(`${program} ${args.join(' ')} ended with ${status}`);
    return performance.now() - started;
  };
}

/** How much memory `node` with these arguments has at its peak, in megabytes. @throws Where it did not do its work. */
export function peakOf(...args: readonly string[]): number {
  const peak = new URL('./peak.js', import.meta.url).href;
  const { status, output } = spawnSync(process.execPath, ['--import', peak, ...args], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    timeout: LIMIT,
  });
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}`);
  return Number(output[3]) / 1024;
}

/**
 * Times of several works, interleaved, so that what else the machine does falls on all of them alike: one list for each
 * work, of which the entries with the same index were taken one right after another. One round before is not counted.
 */
export function interleaved(works: readonly Work[], rounds: number): readonly (readonly number[])[] {
  const times = works.map((): number[] => []);
  for (let round = -1; round < rounds; round++) {
    for (const [index, work] of works.entries()) {
      const time = work();
      if (round >= 0) times[index]?.push(time);
    }
  }
  return times;
}

/** A ratio: the middle of those of each round, and between what its quarters lie. */
export interface Ratio {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

/** What `ratio` makes of the times of each round. */
export function ratios(times: readonly (readonly number[])[], ratio: (...round: number[]) => number): Ratio {
  const rounds = times[0]?.map((_, round) => ratio(...times.map((list) => list[round] ?? Number.NaN))) ?? [];
  const sorted = rounds.toSorted((a, b) => a - b);
  return { median: quantile(sorted, 0.5), low: quantile(sorted, 0.25), high: quantile(sorted, 0.75) };
}

function quantile(sorted: readonly number[], part: number): number {
  const at = (sorted.length - 1) * part;
  const below = sorted[Math.floor(at)] ?? Number.NaN;
  return below + ((sorted[Math.ceil(at)] ?? below) - below) * (at - Math.floor(at));
}
