import type { Board } from './board.js';
import type { Row } from './row.js';
import weights from './weights.json' with { type: 'json' };

/** How far an operation is. */
export interface Progress {
  /** How many resources are finished, of how many, in the direction in which it goes now. */
  readonly finished: number;
  readonly total: number;
  /** From 0 to 1, by how long each takes. */
  readonly share: number;
}

const seconds: ReadonlyMap<string, number> = new Map(Object.entries(weights.seconds));
const otherwise = 5;
/** What goes on counts for at most so much of itself. */
const nearly = 0.9;

/**
 * How far an operation is: on the way forward of everything that is to be done, on the way back of everything that had
 * been begun.
 *
 * @param now Milliseconds since 1970.
 */
export function progressOf(board: Board, now: number): Progress {
  const back = board.turned;
  const rows = board.placed().flatMap(({ row }) => (back && row.begun === undefined ? [] : [row]));
  let [finished, done, all] = [0, 0, 0];
  for (const row of rows) {
    const weight = board.isParent(row) ? 0.01 : (seconds.get(row.watched.type) ?? otherwise);
    const part = back && row.direction === 'forward' ? 0 : partOf(row, weight, now);
    if (part === 1) finished++;
    done += part * weight;
    all += weight;
  }
  const over = board.ended !== undefined;
  return { finished, total: rows.length, share: over ? 1 : all === 0 ? 0 : done / all };
}

function partOf({ stage, begun = 0 }: Row, weight: number, now: number): number {
  if (stage === 'waiting') return 0;
  return stage === 'active' ? Math.min(nearly, Math.max(0, now - begun) / 1000 / weight) : 1;
}
