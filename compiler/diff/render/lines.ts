/** A line of a text and what happens to it. */
export interface Line {
  readonly mark: '+' | '-' | ' ';
  readonly text: string;
}

/** Lines that follow each other; `line` is the number of the first, from 1, in the new text. */
export interface Hunk {
  readonly line: number;
  readonly lines: readonly Line[];
}

/** How many lines that stay are shown before and after those that do not. */
const CONTEXT = 2;

/** With more insertions and deletions than this, all in between counts as changed, so that time stays linear. */
const MOST_EDITS = 400;

/** The lines that differ between two texts, with some around them; none where the texts are the same. */
export function hunks(before: string, after: string): readonly Hunk[] {
  // The end of the last line is no line of its own, where both have it.
  const ended = before.endsWith('\n') && after.endsWith('\n');
  const [left, right] = ended ? [before.slice(0, -1), after.slice(0, -1)] : [before, after];
  return gathered(compared(left.split('\n'), right.split('\n')));
}

function compared(left: readonly string[], right: readonly string[]): readonly Line[] {
  const shorter = Math.min(left.length, right.length);
  let head = 0;
  while (head < shorter && left[head] === right[head]) head++;
  let tail = 0;
  while (tail < shorter - head && left.at(-1 - tail) === right.at(-1 - tail)) tail++;
  return [
    ...marked(' ', right.slice(0, head)),
    ...edited(left.slice(head, left.length - tail), right.slice(head, right.length - tail)),
    ...marked(' ', right.slice(right.length - tail)),
  ];
}

/**
 * A shortest way from one list of lines to another (Eugene W. Myers, "An O(ND) Difference Algorithm and Its
 * Variations"): for each number of edits, how far each diagonal gets, and then the way back.
 */
function edited(left: readonly string[], right: readonly string[]): readonly Line[] {
  const trace: Map<number, number>[] = [];
  let reached = new Map<number, number>([[1, 0]]);
  for (let edits = 0; edits <= Math.min(MOST_EDITS, left.length + right.length); edits++) {
    trace.push(reached);
    const next = new Map(reached);
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let x = startOf(reached, diagonal, edits);
      while (x < left.length && x - diagonal < right.length && left[x] === right[x - diagonal]) x++;
      next.set(diagonal, x);
      if (x >= left.length && x - diagonal >= right.length) return wayBack(trace, left, right);
    }
    reached = next;
  }
  return [...marked('-', left), ...marked('+', right)];
}

function startOf(reached: ReadonlyMap<number, number>, diagonal: number, edits: number): number {
  const [below, above] = [reached.get(diagonal - 1) ?? -1, reached.get(diagonal + 1) ?? -1];
  return goesDown(diagonal, edits, below, above) ? above : below + 1;
}

function goesDown(diagonal: number, edits: number, below: number, above: number): boolean {
  return diagonal === -edits || (diagonal !== edits && below < above);
}

function wayBack(trace: readonly ReadonlyMap<number, number>[], left: readonly string[], right: readonly string[]) {
  const lines: Line[] = [];
  let [x, y] = [left.length, right.length];
  for (let edits = trace.length - 1; edits >= 0; edits--) {
    const reached = trace[edits] ?? new Map<number, number>();
    const diagonal = x - y;
    const down = goesDown(diagonal, edits, reached.get(diagonal - 1) ?? -1, reached.get(diagonal + 1) ?? -1);
    const start = startOf(reached, diagonal, edits);
    for (; x > start; x--, y--) lines.push({ mark: ' ', text: left[x - 1] ?? '' });
    if (edits === 0) break;
    lines.push(down ? { mark: '+', text: right[--y] ?? '' } : { mark: '-', text: left[--x] ?? '' });
  }
  return lines.reverse();
}

function marked(mark: Line['mark'], lines: readonly string[]): readonly Line[] {
  return lines.map((text) => ({ mark, text }));
}

/** What stays the same far from any change is left out. */
function gathered(lines: readonly Line[]): readonly Hunk[] {
  const near = nearChanges(lines);
  const found: { line: number; lines: Line[] }[] = [];
  let number = 1;
  for (const [index, line] of lines.entries()) {
    if (near[index] === true) {
      if (near[index - 1] !== true) found.push({ line: number, lines: [] });
      found.at(-1)?.lines.push(line);
    }
    if (line.mark !== '-') number++;
  }
  return found;
}

function nearChanges(lines: readonly Line[]): readonly boolean[] {
  const near = lines.map(() => false);
  for (const [index, { mark }] of lines.entries()) {
    if (mark !== ' ') near.fill(true, Math.max(0, index - CONTEXT), index + CONTEXT + 1);
  }
  return near;
}
