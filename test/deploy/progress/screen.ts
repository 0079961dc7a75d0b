import { cells } from '../../../compiler/diagnostics/render/cells.js';
import type { Terminal } from '../../../deploy/progress/live.js';

const ESCAPE = '\u001b';
const SEQUENCE = /^(?:\[\??([\d;]*)([A-Za-z])|([78]))/;

/**
 * A terminal that understands what the live table writes, and refuses everything else: lines scroll out at the top, a
 * character that does not fit goes to the next line where wrapping is on, and is counted where it is off.
 */
export class Screen implements Terminal {
  readonly writes: string[] = [];
  /** How often a character did not fit into a line that must not wrap. */
  overflows = 0;
  /** How often the cursor was to go to a line that had scrolled out. */
  lost = 0;
  cursorShown = true;
  private readonly listeners = new Set<() => void>();
  private readonly lines: string[][] = [[]];
  private wraps = true;
  private escaped = false;
  private x = 0;
  private y = 0;
  private saved: readonly [number, number] = [0, 0];

  constructor(
    public columns: number,
    public rows: number,
  ) {}

  on(_event: 'resize', listener: () => void): void {
    this.listeners.add(listener);
  }

  off(_event: 'resize', listener: () => void): void {
    this.listeners.delete(listener);
  }

  /** Lines are not wrapped anew, as in the simplest terminals; those below the cursor go first, as in most. */
  resize(columns: number, rows: number): void {
    this.columns = columns;
    this.rows = rows;
    this.lines.length = Math.min(this.lines.length, this.y + 1);
    for (const listener of this.listeners) listener();
  }

  get listening(): number {
    return this.listeners.size;
  }

  /** All lines, those that scrolled out too, without blanks at their ends. */
  get text(): readonly string[] {
    const all = this.lines.map((line) => line.join('').trimEnd());
    return all.slice(0, all.findLastIndex((line) => line !== '') + 1);
  }

  /** The number of the line that the cursor is in, from the first of `text`. */
  get cursor(): number {
    return this.y;
  }

  write(text: string): void {
    this.writes.push(text);
    for (const part of text.split(/(\p{Cc})/u)) {
      if (part === ESCAPE) this.escaped = true;
      else if (/^\p{Cc}$/u.test(part)) this.control(part);
      else this.shown(part);
    }
  }

  /** Text without control characters; after an escape, what it says comes first. */
  private shown(text: string): void {
    const [whole = '', count = '', letter, plain] = (this.escaped && SEQUENCE.exec(text)) || [];
    if (this.escaped && text !== '') {
      this.escaped = false;
      this.obey(letter ?? plain ?? '', count, whole);
    }
    for (const cell of cells(text.slice(whole.length), 0)) this.put(cell.shown, cell.width);
  }

  private put(shown: string, width: number): void {
    if (this.x + width > this.columns) {
      if (!this.wraps) {
        this.overflows++;
        return;
      }
      this.down();
      this.x = 0;
    }
    const line = this.line();
    while (line.length < this.x) line.push(' ');
    line.splice(this.x, width, shown, ...Array.from({ length: width - 1 }, () => ''));
    this.x += width;
  }

  private control(character: string): void {
    if (character === '\r') this.x = 0;
    else if (character === '\n') this.down();
    else throw new Error(`The terminal would obey ${JSON.stringify(character)}.`);
  }

  private obey(letter: string, count: string, whole: string): void {
    const times = count === '' ? 1 : Number(count);
    const top = Math.max(0, this.lines.length - this.rows);
    if (letter === 'A') {
      if (this.y - times < top) this.lost++;
      this.y = Math.max(top, this.y - times);
    }
    if (letter === 'B') this.y = Math.min(Math.max(this.lines.length, this.rows) - 1, this.y + times);
    else if (letter === 'G') this.x = Math.min(times, this.columns) - 1;
    else if (letter === 'K') this.line().length = Math.min(this.line().length, this.x);
    else if (letter === 'J') this.eraseBelow();
    else if (letter === '7') this.saved = [this.x, this.y];
    else if (letter === '8') [this.x, this.y] = this.saved;
    else if (letter === 'h' || letter === 'l') this.mode(Number(count), letter === 'h');
    else if (letter !== 'm' && letter !== 'A') throw new Error(`The terminal does not know ${JSON.stringify(whole)}.`);
  }

  private mode(number: number, on: boolean): void {
    if (number === 25) this.cursorShown = on;
    if (number === 7) this.wraps = on;
  }

  private eraseBelow(): void {
    this.line().length = Math.min(this.line().length, this.x);
    for (const line of this.lines.slice(this.y + 1)) line.length = 0;
  }

  private down(): void {
    this.y++;
    this.line();
  }

  private line(): string[] {
    while (this.lines.length <= this.y) this.lines.push([]);
    return this.lines[this.y] ?? [];
  }
}
