import { readFileSync } from 'node:fs';
import { type Result, trial } from './trial.js';

/** A child process: gets paths, answers each with what became of it. */
process.on('message', (file: string) => {
  process.send?.(attempt(file));
});

function attempt(file: string): Result {
  try {
    return trial(file, readFileSync(file, 'utf8'));
  } catch (error) {
    const crash =
      error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 3).join(' ') : String(error);
    const none = { template: false, adopted: false, compiled: false, equal: false, errors: [], warnings: [] };
    return { file, ...none, crash, milliseconds: 0 };
  }
}
