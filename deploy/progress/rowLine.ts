import type { Board, Placed } from './board.js';
import type { Brush, Tone } from './brush.js';
import { clip, fill } from './fit.js';
import { plainReason } from './reason.js';
import type { Row } from './row.js';
import { type Symbols, turning } from './symbols.js';
import { elapsed } from './time.js';

/** How lines are drawn: what with, how wide, and when. */
export interface Drawing {
  readonly paint: Brush;
  readonly symbols: Symbols;
  /** Cells of the terminal. */
  readonly width: number;
  /** How many of them the column of ids takes, blanks for nesting included. */
  readonly ids: number;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Which picture of what turns is shown; undefined in what is not drawn again. */
  readonly turn: number | undefined;
}

const words = 9;
const times = 6;
/** Less room than this says nothing. */
const least = 8;

/** A resource as a line: a symbol, its id, its state, how long, and what there is to say about it. */
export function rowLine({ row, depth }: Placed, board: Board, drawing: Drawing): string {
  const { paint, symbols, ids, width } = drawing;
  const tone = toneOf(row);
  const name = fill(`${'  '.repeat(Math.min(depth, 8))}${row.watched.id}`, ids);
  const time = clip(timeOf(row, drawing.now), times).padStart(times);
  const room = width - (2 + ids + 2 + words + 2 + times + 2);
  const start = `${paint(tone, symbolOf(row, symbols, drawing.turn))} ${row.stage === 'waiting' ? paint('faint', name) : name}`;
  const state = paint(tone, fill(shownWord(row), words));
  const more = room < least ? '' : detail(row, board, room, paint);
  return `${start}  ${state}  ${time}${more === '' ? '' : `  ${more}`}`;
}

/** Whether something failed by itself and is over: that is what there is to see, not that it was deleted after that. */
function isFailure({ failed, stage }: Row): boolean {
  return failed !== undefined && stage !== 'active';
}

function shownWord(row: Row): string {
  return isFailure(row) ? 'failed' : row.word;
}

function timeOf(row: Row, now: number): string {
  if (row.failed !== undefined && isFailure(row)) return elapsed(row.failed.took);
  return row.begun === undefined ? '' : elapsed(row.spent + (row.ended ?? now) - row.begun);
}

function symbolOf(row: Row, symbols: Symbols, turn: number | undefined): string {
  if (isFailure(row) || (row.stage === 'failed' && !row.undone)) return symbols.failed;
  if (row.stage === 'active') return turn === undefined ? symbols.going : turning(symbols, turn);
  return row.stage === 'waiting' ? symbols.waiting : row.undone ? symbols.undone : symbols.done;
}

function toneOf(row: Row): Tone {
  if (isFailure(row) || (row.stage === 'failed' && !row.undone)) return 'bad';
  if (row.stage === 'waiting') return 'faint';
  return row.undone ? 'doubtful' : row.stage === 'active' ? 'busy' : 'good';
}

function detail(row: Row, board: Board, room: number, paint: Brush): string {
  const { watched, stage, failed, reason, word } = row;
  if (failed !== undefined) return paint('bad', clip(plainReason(failed.reason), room));
  if (stage === 'failed' && word !== 'cancelled') return paint('bad', clip(plainReason(reason ?? ''), room));
  const missing = stage === 'waiting' ? awaited(row, board) : [];
  if (missing.length > 0) return paint('faint', clip(`for ${missing.join(', ')}`, room));
  return paint('faint', typeAndPlace(watched, room));
}

/** Both where there is room for both. */
function typeAndPlace({ type, where = '' }: Row['watched'], room: number): string {
  const whole = [type, shortened(type)].map((one) => `${one}  ${where}`).find((text) => text.length <= room);
  return where !== '' && whole !== undefined ? clip(whole, room) : typeIn(type, room);
}

/** A type in so much room; what all of AWS's begin with is the first that can be left out. */
function typeIn(type: string, room: number): string {
  return clip(type.length <= room ? type : shortened(type), room);
}

function shortened(type: string): string {
  return type.replace(/^AWS::/, '');
}

/** What a resource needs that is not there yet. */
function awaited({ stack, watched }: Row, board: Board): readonly string[] {
  return [...new Set(watched.needs)].filter((id) => {
    const other = board.find(stack, id);
    return other !== undefined && (other.stage === 'waiting' || other.stage === 'active');
  });
}
