import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { Misuse, Refused } from '../../compiler/commands/outcome.js';
import type { Review } from '../api/report.js';
import type { NeededCapability } from '../inputs/capabilities.js';
import { problemOf } from './valid.js';

/** A value of a parameter as a plan remembers it; of a secret only what tells whether another is the same. */
export type PlannedValue =
  | { readonly kind: 'value'; readonly value: string }
  | { readonly kind: 'secret'; readonly hash: string }
  /** The stack's own value is kept. */
  | { readonly kind: 'previous' }
  /** The template's own value is used. */
  | { readonly kind: 'default' };

/** A reviewed change set, bound to what it was made from (schemas/output/plan.schema.json). */
export interface Plan {
  readonly version: 1;
  /** The version of jiml that made it. */
  readonly jiml: string;
  /** When, in milliseconds since 1970. */
  readonly at: number;
  readonly stack: string;
  /** The stack's id; left out where the answer did not say it. */
  readonly stackId?: string;
  readonly region: string;
  readonly account?: string;
  /** The stack's state when the plan was made, and when it was last changed (milliseconds since 1970). */
  readonly status?: string;
  readonly changed?: number;
  /** The change set's ARN. */
  readonly changeSet: string;
  /** SHA-256 of the bytes of the template as it was compiled, in hex. */
  readonly template: string;
  /** Random bytes that secrets are hashed with, in hex. */
  readonly salt: string;
  readonly parameters: Readonly<Record<string, PlannedValue>>;
  readonly tags: Readonly<Record<string, string>>;
  readonly capabilities: readonly NeededCapability[];
  /** Codes of guards that were allowed when it was made. */
  readonly allow: readonly string[];
  readonly review: Review;
}

/** A plan with a whole review of a large stack is smaller than this: 64 MiB. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Writes a plan, for its owner's eyes only (mode 0600). @throws As the file system does. */
export function writePlan(file: string, plan: Plan): void {
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
export function readPlan(file: string): Plan {
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
    const { size } = statSync(file);
    if (size > MOST_BYTES) throw new Misuse(`"${file}" is no plan: it is larger than any.`);
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Misuse) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new Misuse(`There is no plan "${file}".`);
    if (code === 'EISDIR') throw new Misuse(`"${file}" is a folder, and no plan.`);
    throw new Refused(`Cannot read "${file}": ${code ?? 'the system says no'}.`);
  }
}
