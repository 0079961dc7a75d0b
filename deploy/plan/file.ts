import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { Misuse, Refused } from '../../compiler/commands/outcome.js';
import type { Plan } from './plan.js';
import { problemOf } from './valid.js';

/** A plan with a whole review of a large stack is smaller than this: 64 MiB. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Writes a plan, for its owner's eyes only (mode 0600). @throws As the file system does. */
export async function writePlan(file: string, plan: Plan): Promise<void> {
  writeFileSync(file, `${JSON.stringify(plan, undefined, 2)}\n`, { mode: 0o600 });
  // A file that was there keeps its mode.
  if (statSync(file).isFile()) chmodSync(file, 0o600);
}

/**
 * Reads a plan.
 *
 * @throws Misuse where there is none, or what there is is no plan, or one of another version; Refused where it cannot be
 * read.
 */
export async function readPlan(file: string): Promise<Plan> {
  const read = jsonOf(file);
  const problem = problemOf(read);
  if (problem !== undefined) throw new Misuse(`"${file}" is no plan that can be carried out: ${problem}.`);
  return read as Plan;
}

function jsonOf(file: string): unknown {
  const text = textOf(file);
  try {
    return JSON.parse(text);
  } catch {
    throw new Misuse(`"${file}" is no plan: it is not JSON.`);
  }
}

function textOf(file: string): string {
  try {
    const stat = statSync(file);
    if (!stat.isFile() && !stat.isFIFO() && !stat.isDirectory()) throw new Misuse(`"${file}" is no file.`);
    if (stat.size > MOST_BYTES) throw new Misuse(`"${file}" is no plan: it is larger than any.`);
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Misuse) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new Misuse(`There is no plan "${file}".`);
    if (code === 'EISDIR') throw new Misuse(`"${file}" is a folder, and no plan.`);
    throw new Refused(`Cannot read "${file}": ${code ?? 'the system says no'}.`);
  }
}
