/** A terminal, as far as it is written to. */
export interface Terminal {
  write(text: string): unknown;
  readonly columns?: number;
  readonly rows?: number;
  on(event: 'resize', listener: () => void): unknown;
  off(event: 'resize', listener: () => void): unknown;
}

/** Control sequences of ECMA-48 and of xterm ("XTerm Control Sequences"); a terminal ignores what it does not know. */
const ESC = '\x1b[';
const begin = `${ESC}?2026h${ESC}?7l`;
const end = `${ESC}?7h${ESC}?2026l`;
const eraseLine = `${ESC}K`;
/** Erases this line and all below. Not at one go: some terminals keep a screen that is erased from its first line on. */
const erase = `\r\x1b7${ESC}B${ESC}J\x1b8${eraseLine}`;
const hide = `${ESC}?25l`;
const show = `${ESC}?25h`;

/**
 * The lines at the bottom of a terminal that are drawn again and again. The cursor rests at the beginning of the first
 * of them: wherever the terminal moves lines to when its size changes, the cursor goes with them, and everything below
 * it is ours. Each change is one write, so that nothing half drawn is seen.
 */
export class Live {
  private drawn: readonly string[] = [];

  constructor(private readonly terminal: Terminal) {}

  /** Draws these lines in place of those that are there; only what changed is written. `above` is text that stays. */
  draw(lines: readonly string[], above = ''): void {
    if (above === '' && same(lines, this.drawn)) return;
    const wipe = above === '' ? '' : `${this.drawn.length > 0 ? erase : ''}${wrapped(above)}`;
    const before = above === '' ? this.drawn : [];
    const cursor = lines.length === 0 ? show : hide;
    this.terminal.write(`${begin}${cursor}${wipe}${change(before, lines)}${end}`);
    this.drawn = lines;
  }

  /** Takes the lines away, as when the size changed and it is not known how they look. */
  forget(): void {
    if (this.drawn.length > 0) this.terminal.write(erase);
    this.drawn = [];
  }

  /** Leaves the lines there, with the cursor below them and to be seen again. */
  leave(): void {
    if (this.drawn.length === 0) return;
    const lines = this.drawn.map((line) => `${line}${eraseLine}`).join('\r\n');
    this.drawn = [];
    // Written once more, as what was typed, such as Ctrl-C, was written over them.
    this.terminal.write(`\r${begin}${lines}${end}\r\n${show}`);
  }
}

/** Text that stays may be longer than a line, and then goes on in the next. */
function wrapped(text: string): string {
  return `${ESC}?7h${text.replaceAll('\n', '\r\n')}${ESC}?7l`;
}

function change(before: readonly string[], after: readonly string[]): string {
  const steps: string[] = [];
  after.forEach((line, index) => {
    if (index > 0) steps.push(index < before.length ? `${ESC}B\r` : '\r\n');
    if (line !== before[index]) steps.push(`${index === 0 ? '\r' : ''}${line}${eraseLine}`);
  });
  if (after.length < before.length) steps.push(after.length === 0 ? erase : `${ESC}B${erase}${ESC}A`);
  return `${steps.join('')}${after.length > 1 ? `${ESC}${after.length - 1}A` : ''}${after.length > 0 ? '\r' : ''}`;
}

function same(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((line, index) => line === other[index]);
}
