import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import timers from 'node:timers/promises';

// Loaded into a process before jiml is. Its time is what stands in a file, and stands still until somebody writes
// another one there; another file says until when it waits.
const folder = process.env.HOME ?? '.';
const clock = join(folder, '.clock');
const until = join(folder, '.until');
const pause = timers.setTimeout;

Date.now = () => Number(readFileSync(clock, 'utf8'));
const wait: typeof timers.setTimeout = async (milliseconds = 0, value, { signal } = {}) => {
  const end = Date.now() + milliseconds;
  writeFileSync(`${until}.new`, String(end));
  renameSync(`${until}.new`, until);
  while (Date.now() < end && signal?.aborted !== true) await pause(5);
  rmSync(until, { force: true });
  signal?.throwIfAborted();
  return value as never;
};
timers.setTimeout = wait;
syncBuiltinESMExports();
