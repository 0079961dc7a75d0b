import type { Comparison } from './comparison.js';

/**
 * Comparisons as data, in the form that schemas/output/diff.schema.json describes: one is its diff, several are a list
 * that says what each compares.
 */
export function json(comparisons: readonly Comparison[]): string {
  const [only] = comparisons;
  const value =
    comparisons.length === 1 && only !== undefined
      ? only.diff
      : { version: 1, comparisons: comparisons.map(({ before, after, diff }) => ({ before, after, diff })) };
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
