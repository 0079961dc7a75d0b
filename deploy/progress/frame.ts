import { progressOf } from './bar.js';
import type { Board, Placed } from './board.js';
import { type Brush, brush, type Tone } from './brush.js';
import { cellsIn, clip } from './fit.js';
import { type Drawing, rowLine } from './rowLine.js';
import type { Symbols } from './symbols.js';
import { elapsed } from './time.js';

/** What a frame is drawn into and when. */
export interface Canvas {
  /** Cells and lines that may be used. */
  readonly columns: number;
  readonly lines: number;
  readonly colour: boolean;
  readonly symbols: Symbols;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly turn: number;
}

export interface Frame {
  /** What stays: resources that are finished, for which there is no room any more. */
  readonly above: readonly string[];
  /** What is drawn anew with the next frame. */
  readonly live: readonly string[];
  /** The resources of `above`, by their rows. */
  readonly released: readonly Placed[];
}

const foot = 2;

/**
 * Draws a board: every resource where there is room, or else those that are not finished, what goes on before what
 * waits; what has no place is counted. Under them stand a bar and the state of the whole.
 *
 * @param isReleased Whether a row was released by an earlier frame, as it is now.
 */
export function frameOf(board: Board, canvas: Canvas, isReleased: (one: Placed) => boolean): Frame {
  const all = board.placed();
  const drawing = drawingOf(all, canvas);
  const room = Math.max(1, canvas.lines - foot);
  const open = all.filter((one) => !isReleased(one));
  const released = open.length <= room ? [] : open.filter(isFinished).slice(0, open.length - room);
  const gone = new Set(released);
  const left = open.filter((one) => !gone.has(one));
  const shown = left.length <= room ? left : mostImportant(left, room - 1);
  const line = (one: Placed) => rowLine(one, board, drawing);
  const hidden = left.length === shown.length ? [] : [counted(left, shown, drawing)];
  return { above: released.map(line), live: [...shown.map(line), ...hidden, ...footOf(board, canvas)], released };
}

/** What remains to be read when it is over, or nobody watches any more: every row that is not released, and the foot. */
export function recordOf(board: Board, canvas: Canvas, isReleased: (one: Placed) => boolean): readonly string[] {
  const all = board.placed();
  const drawing = drawingOf(all, { ...canvas, turn: 0 });
  const open = all.filter((one) => !isReleased(one));
  const shown = open.filter(({ row }) => row.stage !== 'waiting');
  const waiting = open.length - shown.length;
  const rest =
    waiting === 0
      ? []
      : [drawing.paint('faint', clip(`${canvas.symbols.waiting} ${waiting} not begun`, canvas.columns))];
  return [...shown.map((one) => rowLine(one, board, drawing)), ...rest, ...footOf(board, canvas)];
}

function drawingOf(all: readonly Placed[], { columns, colour, symbols, now, turn }: Canvas): Drawing {
  const longest = all.reduce((most, { row, depth }) => Math.max(most, 2 * depth + row.watched.id.length), 0);
  const ids = Math.max(4, Math.min(longest, columns < 60 ? columns - 22 : Math.floor(columns * 0.4)));
  return { paint: brush(colour), symbols, width: columns, ids, now, turn };
}

function isFinished({ row: { stage } }: Placed): boolean {
  return stage === 'done' || stage === 'failed';
}

/** What goes on first, then what waits, then what is finished; each in the order of the table. */
function mostImportant(left: readonly Placed[], room: number): readonly Placed[] {
  const active = left.filter(({ row }) => row.stage === 'active');
  const waiting = left.filter(({ row }) => row.stage === 'waiting');
  const chosen = new Set([...active, ...waiting].slice(0, Math.max(0, room)));
  return left.filter((one) => chosen.has(one));
}

function counted(left: readonly Placed[], shown: readonly Placed[], { paint, symbols, width }: Drawing): string {
  const count = (list: readonly Placed[], stage: string) => list.filter(({ row }) => row.stage === stage).length;
  const active = count(left, 'active') - count(shown, 'active');
  const waiting = count(left, 'waiting') - count(shown, 'waiting');
  const parts = [
    ...(active > 0 ? [`${active} more going on`] : []),
    ...(waiting > 0 ? [`${waiting} more waiting`] : []),
  ];
  return paint('faint', clip(`${symbols.waiting} ${parts.join(', ')}`, width));
}

function footOf(board: Board, canvas: Canvas): readonly string[] {
  const { columns, symbols, now, colour } = canvas;
  const paint = brush(colour);
  const { finished, total, share } = progressOf(board, now);
  const count = ` ${finished} of ${total}`;
  const length = Math.max(0, columns - count.length);
  const filled = Math.floor(length * share);
  const bar = `${paint(barTone(board), symbols.full.repeat(filled))}${paint('faint', symbols.empty.repeat(length - filled))}`;
  return [`${bar}${clip(count, columns)}`, stateLine(board, canvas, paint)];
}

function stateLine(board: Board, { columns, now }: Canvas, paint: Brush): string {
  const time = board.begun === undefined ? '' : elapsed((board.ended ?? now) - board.begun);
  const status = board.status ?? '';
  const name = clip(board.name ?? '', Math.max(4, columns - status.length - time.length - 4));
  const room = columns - cellsIn(name) - 2;
  const state = clip(status, Math.max(0, room - time.length - 2));
  return `${paint('strong', name)}  ${paint(barTone(board), state)}  ${clip(time, Math.max(0, room - state.length - 2))}`;
}

function barTone(board: Board): Tone {
  const status = board.status ?? '';
  if (/FAILED/.test(status)) return 'bad';
  return /ROLLBACK/.test(status) ? 'doubtful' : board.ended === undefined ? 'busy' : 'good';
}
