/** A line from one column to the next, by the heights at which it begins and ends. */
export interface Line {
  readonly left: number;
  readonly right: number;
}

/** How many pairs of lines between two columns cross. O(n log n). */
export function crossings(lines: readonly Line[]): number {
  const sorted = lines.toSorted((a, b) => a.left - b.left || a.right - b.right);
  const ends = [...new Set(lines.map((line) => line.right))].sort((a, b) => a - b);
  const rank = new Map(ends.map((end, index) => [end, index + 1]));
  const passed = new Int32Array(ends.length + 1);
  let count = 0;
  for (const [before, { right }] of sorted.entries()) {
    let notBelow = 0;
    for (let at = rank.get(right) ?? 0; at > 0; at -= at & -at) notBelow += passed[at] ?? 0;
    count += before - notBelow;
    for (let at = rank.get(right) ?? 0; at < passed.length; at += at & -at) passed[at] = (passed[at] ?? 0) + 1;
  }
  return count;
}
