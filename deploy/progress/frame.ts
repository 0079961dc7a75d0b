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
  readonly turn: number | undefined;
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
/** With fewer cells than this the columns have no room side by side, and lines are cut at the end. */
const narrow = 32;

/** What a row is to the reader: the earlier in this list, the sooner it is shown where there is too little room. */
const ranks = ['active', 'failed', 'pending', 'finished', 'idle'] as const;

type Rank = (typeof ranks)[number];

const more: Readonly<Record<Rank, string>> = {
  active: 'going on',
  failed: 'failed',
  pending: 'waiting',
  finished: 'finished',
  idle: 'not begun',
};

/**
 * Draws a board: every resource where there is room. Where there is not, those that are finished go above for good, and
 * what then has no place is counted. Under them stand a bar and the state of the whole.
 *
 * @param isReleased Whether a row was released by an earlier frame, as it is now.
 */
export function frameOf(board: Board, given: Canvas, isReleased: (one: Placed) => boolean): Frame {
  const { canvas, cut } = fitting(given);
  const all = board.placed();
  const drawing = drawingOf(all, canvas);
  const open = all.filter((one) => !isReleased(one) && rankOf(one, board) !== 'idle');
  const idle = all.filter((one) => rankOf(one, board) === 'idle');
  const room = Math.max(1, canvas.lines - foot - (idle.length > 0 ? 1 : 0));
  const finished = open.filter((one) => rankOf(one, board) === 'finished');
  const released = finished.slice(0, Math.max(0, open.length - room));
  const gone = new Set(released);
  const left = open.filter((one) => !gone.has(one));
  const shown = new Set(left.length <= room ? left : mostImportant(left, board, canvas.lines - foot - 1));
  const hidden = [...left.filter((one) => !shown.has(one)), ...idle];
  const lines = left.filter((one) => shown.has(one)).map((one) => rowLine(one, board, drawing));
  return {
    above: cut(released.map((one) => rowLine(one, board, drawing))),
    live: cut([...lines, ...counted(hidden, lines.length > 0, board, drawing), ...footOf(board, canvas)]),
    released,
  };
}

/** What remains to be read when it is over, or nobody watches any more: every row that is not released, and the foot. */
export function recordOf(board: Board, given: Canvas, isReleased: (one: Placed) => boolean): readonly string[] {
  const { canvas, cut } = fitting(given);
  const all = board.placed();
  const drawing = drawingOf(all, { ...canvas, turn: undefined });
  const open = all.filter((one) => !isReleased(one));
  const waiting = open.filter(({ row }) => row.stage === 'waiting');
  const { paint, symbols, width } = drawing;
  const word = board.turned || board.ended !== undefined ? more.idle : more.pending;
  const rest = waiting.length === 0 ? [] : [clip(`${symbols.waiting} ${waiting.length} ${word}`, width)];
  const lines = open.filter(({ row }) => row.stage !== 'waiting').map((one) => rowLine(one, board, drawing));
  return cut([...lines, ...rest.map((line) => paint('faint', line)), ...footOf(board, canvas)]);
}

/** What is cut has no colour, which it might lose the end of. */
function fitting(canvas: Canvas): { canvas: Canvas; cut: (lines: readonly string[]) => readonly string[] } {
  const { columns } = canvas;
  if (columns >= narrow) return { canvas, cut: (lines) => lines };
  return { canvas: { ...canvas, colour: false }, cut: (lines) => lines.map((line) => clip(line, columns)) };
}

function drawingOf(all: readonly Placed[], { columns, colour, symbols, now, turn }: Canvas): Drawing {
  const longest = all.reduce((most, { row, depth }) => Math.max(most, 2 * depth + row.watched.id.length), 0);
  const ids = Math.max(4, Math.min(longest, columns < 60 ? columns - 22 : Math.floor(columns * 0.4)));
  return { paint: brush(colour), symbols, width: columns, ids, now, turn };
}

/** While things are undone, what had been done waits to be, and what had not begun never will. */
function rankOf({ row: { stage, direction, failed } }: Placed, board: Board): Rank {
  if (stage === 'active') return 'active';
  const over = board.ended !== undefined;
  if (stage === 'waiting') return board.turned || over ? 'idle' : 'pending';
  if (over || (board.turned && direction !== 'forward')) return 'finished';
  if (failed !== undefined) return 'failed';
  return board.turned || stage === 'failed' ? 'pending' : 'finished';
}

function mostImportant(left: readonly Placed[], board: Board, room: number): readonly Placed[] {
  const ranked = ranks.flatMap((rank) => left.filter((one) => rankOf(one, board) === rank));
  return ranked.slice(0, Math.max(0, room));
}

/** `12 more waiting`. */
function counted(hidden: readonly Placed[], others: boolean, board: Board, drawing: Drawing): readonly string[] {
  const { paint, symbols, width } = drawing;
  const parts = ranks.flatMap((rank) => {
    const count = hidden.filter((one) => rankOf(one, board) === rank).length;
    return count === 0 ? [] : [`${count}${others && rank !== 'idle' ? ' more' : ''} ${more[rank]}`];
  });
  return parts.length === 0 ? [] : [paint('faint', clip(`${symbols.waiting} ${parts.join(', ')}`, width))];
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
