import { readFileSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import timers from 'node:timers/promises';

// Loaded into a process before jiml is. Time stands still but where it is waited for, and then nobody waits: what is
// shown is the same on every machine. The next process goes on where this one ended.
const file = join(process.env.HOME ?? '.', '.clock');
let now = Number(readFileSync(file, 'utf8'));

Date.now = () => now;
const wait: typeof timers.setTimeout = async (milliseconds = 0, value, options = {}) => {
  options.signal?.throwIfAborted();
  await timers.setImmediate();
  now += milliseconds;
  return value as never;
};
timers.setTimeout = wait;
syncBuiltinESMExports();
process.on('exit', () => writeFileSync(file, String(now)));
