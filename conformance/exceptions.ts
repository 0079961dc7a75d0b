import { readFileSync } from 'node:fs';
import type { Result } from './trial.js';

/** What is not as it must be, and is no exception. */
export interface Failure {
  readonly file: string;
  readonly why: string;
}

/** Lines of `end of path: reason`; a file that ends so may have errors. */
const exceptions = readFileSync(new URL('../../conformance/exceptions.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '' && !line.startsWith('#'))
  .map((line) => line.slice(0, line.indexOf(': ')));

/**
 * No file may crash the compiler, and what must be found in it must be found; a template must be adopted, and what compiles must be the same again. Templates of
 * folders called `bad` may have errors, others only where an exception says why.
 */
export function failures(results: readonly Result[]): readonly Failure[] {
  return results.flatMap((result) => {
    const why = failure(result);
    return why === undefined ? [] : [{ file: result.file, why }];
  });
}

function failure(result: Result): string | undefined {
  const { file, crash, template, adopted, compiled, equal, difference, errors, missed = [] } = result;
  if (crash !== undefined) return `crashed: ${crash}`;
  if (missed.length > 0) return `not found: ${missed.join(' | ')}`;
  if (!template) return undefined;
  const excused = /(?:^|\/)bad\//.test(file) || exceptions.some((end) => file.endsWith(end));
  if (errors.length > 0 && !excused) return errors.slice(0, 3).join(' | ');
  if (!adopted && !excused) return 'not adopted';
  return compiled && !equal ? `differs at ${difference}` : undefined;
}
