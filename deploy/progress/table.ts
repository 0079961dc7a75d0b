import type { DeployEvent } from '../api/report.js';
import type { Clock } from '../api/session.js';
import { atExit, atSuspend } from './atExit.js';
import { Board, isTracked, type Placed } from './board.js';
import { clip } from './fit.js';
import { type Canvas, frameOf, recordOf } from './frame.js';
import { Live, type Terminal } from './live.js';
import type { Row } from './row.js';
import { saidText } from './said.js';
import { ascii, type Symbols, turning, unicode } from './symbols.js';
import { elapsed } from './time.js';
import type { Source, View } from './view.js';

export interface TableOptions {
  readonly stream: Terminal;
  readonly clock: Clock;
  /** Whether to use ANSI colours. */
  readonly colour: boolean;
  /** Whether the terminal shows more than ASCII; yes where nothing is said. */
  readonly unicode?: boolean;
  readonly source?: Source;
  /** Calls again and again, without keeping the process alive, until the function that it gives is called. */
  readonly every?: (milliseconds: number, tick: () => void) => () => void;
  /** Arranges that the terminal is put right however the process ends. */
  readonly atExit?: (restore: () => void) => () => void;
}

/** Milliseconds between two frames. */
const pace = 100;

/** A live table of resources with a bar, for a terminal; what is said beside it stays above it. */
export function table(options: TableOptions): View {
  return new Table(options);
}

class Table implements View {
  private readonly live: Live;
  private readonly symbols: Symbols;
  private readonly source: Source;
  private readonly released = new Map<string, Row>();
  private board: Board | undefined;
  private step: { readonly text: string; readonly since: number } | undefined;
  private above = '';
  /** Whether there is text that stays, from which the end is to be set off. */
  private spoken = false;
  private paused = false;
  private closed = false;
  private turn = 0;
  private last = Number.NEGATIVE_INFINITY;
  private quit: (() => void) | undefined;

  constructor(private readonly options: TableOptions) {
    this.live = new Live(options.stream);
    this.symbols = options.unicode === false ? ascii : unicode;
    this.source = options.source ?? (() => undefined);
  }

  readonly report = (event: DeployEvent): void => {
    this.take(event);
    if (event.kind === 'end' || this.closed) this.settle();
    if (this.options.clock.now() - this.last >= pace || this.board === undefined) this.draw();
  };

  pause(): void {
    this.draw();
    this.live.draw([]);
    this.paused = true;
    this.sleep();
  }

  resume(): void {
    this.paused = false;
    this.draw();
  }

  close(): void {
    this.paused = false;
    this.closed = true;
    this.settle();
    this.draw();
    this.sleep();
  }

  private take(event: DeployEvent): void {
    if (event.kind === 'step') this.step = { text: event.text, since: this.options.clock.now() };
    else if (event.kind !== 'note' && event.kind !== 'warning') this.step = undefined;
    if (event.kind === 'end' || (event.kind === 'watch' && isOver(this.board, event.stack))) this.settle();
    if (isTracked(event)) {
      this.board ??= new Board();
      this.board.take(event);
    } else this.say(event);
  }

  private say(event: DeployEvent): void {
    const text = saidText(event, this.options.colour, this.source);
    this.above += event.kind === 'end' && this.spoken ? `\n${text}` : text;
    this.spoken ||= text !== '';
  }

  /** Turns the table into text that stays. */
  private settle(): void {
    this.step = undefined;
    if (this.board === undefined) return;
    const record = recordOf(this.board, this.canvas(0), this.isReleased);
    if (this.board.placed().length > 0) {
      this.above += `${record.join('\n')}\n`;
      this.spoken = true;
    }
    this.board = undefined;
    this.released.clear();
  }

  private draw(): void {
    if (this.paused) return;
    const steps = this.stepLines();
    const frame = this.board && frameOf(this.board, this.canvas(steps.length), this.isReleased);
    for (const { row } of frame?.released ?? []) this.released.set(keyOf(row), row);
    const above = `${this.above}${(frame?.above ?? []).map((line) => `${line}\n`).join('')}`;
    this.above = '';
    this.last = this.options.clock.now();
    // What is taller than the terminal would scroll, and could not be drawn over.
    const lines = [...(frame?.live ?? []), ...steps].slice(-Math.max(1, (this.options.stream.rows || 24) - 1));
    if (lines.length > 0) this.wake();
    this.live.draw(lines, above);
    if (lines.length === 0) this.sleep();
  }

  private stepLines(): readonly string[] {
    if (this.step === undefined) return [];
    const { columns } = this.canvas(0);
    const mark = turning(this.symbols, this.turn);
    const time = elapsed(this.options.clock.now() - this.step.since);
    return [clip(`${mark} ${this.step.text}  ${time}`, columns)];
  }

  /** The terminal as it is now, but for lines that something else takes. The last column stays free: some would wrap. */
  private canvas(taken: number): Canvas {
    const { stream, colour, clock } = this.options;
    const columns = Math.max(1, (stream.columns || 80) - 1);
    const lines = Math.max(1, (stream.rows || 24) - 1 - taken);
    return { columns, lines, colour, symbols: this.symbols, now: clock.now(), turn: this.turn };
  }

  private readonly isReleased = ({ row }: Placed): boolean => this.released.get(keyOf(row)) === row;

  private wake(): void {
    if (this.quit !== undefined) return;
    const { stream, every = ticking, atExit: leaving = atExit } = this.options;
    const resized = () => {
      this.live.forget();
      this.draw();
    };
    const left = () => this.live.leave();
    const stops = [
      every(pace, this.tick),
      leaving(left),
      atSuspend(left, () => this.draw()),
      () => stream.off('resize', resized),
    ];
    stream.on('resize', resized);
    this.quit = () => {
      for (const stop of stops) stop();
    };
  }

  private sleep(): void {
    this.quit?.();
    this.quit = undefined;
  }

  private readonly tick = (): void => {
    this.turn++;
    this.draw();
  };
}

function isOver(board: Board | undefined, stack: string): boolean {
  return board?.ended !== undefined && !stack.includes('/');
}

function keyOf({ stack, watched: { id } }: Row): string {
  return `${stack}/${id}`;
}

function ticking(milliseconds: number, tick: () => void): () => void {
  const timer = setInterval(tick, milliseconds).unref();
  return () => clearInterval(timer);
}
