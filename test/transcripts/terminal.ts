import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { cli } from '../cli/jiml.js';
import { ROOT } from '../compiler/imports.js';
import { Screen } from '../deploy/progress/screen.js';

const PTY = join(ROOT, 'test', 'transcripts', 'terminal.py');
const HELD = new URL('held.js', import.meta.url).href;

/** How often it is looked whether something is there, and how long that is done, in milliseconds. */
const PACE = 10;
const PATIENCE = 45_000;
/** What is shown turns while a command waits: after so many turns, or so many milliseconds, all of it has been drawn. */
const TURNS = 2;
const QUIET = 400;

/** Whether there is a Python that can make pseudo-terminals, which Windows has none of. */
export function hasTerminals(): boolean {
  return spawnSync('python3', ['-c', 'import pty, termios']).status === 0;
}

/**
 * jiml in a pseudo-terminal, in a folder with a file `.clock`, which says its time in milliseconds since 1970. Time goes
 * by only where something is waited for here that needs it, and then to where jiml itself waits for.
 */
export class Terminal {
  readonly screen: Screen;
  private readonly child: ChildProcessWithoutNullStreams;
  private readonly closed: Promise<number | null>;
  private readonly clock: string;
  private readonly wanted: string;
  private held = '';
  private complaint = '';
  private over = false;
  /** How often something was drawn. */
  private turns = 0;
  private asleep: { readonly until: number; readonly turns: number; readonly at: number } | undefined;

  constructor(
    folder: string,
    args: readonly string[],
    { columns = 100, rows = 30 }: { readonly columns?: number; readonly rows?: number } = {},
  ) {
    this.screen = new Screen(columns, rows);
    this.clock = join(folder, '.clock');
    this.wanted = join(folder, '.until');
    const environment = [`PATH=${process.env.PATH}`, `HOME=${folder}`, 'LANG=C.UTF-8', 'TERM=xterm-256color'];
    const command = ['env', '-i', ...environment, process.execPath, '--import', HELD, cli, ...args];
    this.child = spawn('python3', [PTY, String(columns), String(rows), ...command], { cwd: folder });
    this.child.stdout.setEncoding('utf8').on('data', (text) => this.show(text));
    this.child.stderr.setEncoding('utf8').on('data', (text) => {
      this.complaint += text;
    });
    this.closed = new Promise((resolve, reject) => {
      this.child.on('error', reject);
      this.child.on('close', resolve);
    });
    void this.closed.then(() => {
      this.over = true;
    });
  }

  type(text: string): void {
    this.child.stdin.write(`${JSON.stringify(text)}\n`);
  }

  resize(columns: number, rows: number): void {
    this.screen.resize(columns, rows);
    this.child.stdin.write(`${JSON.stringify([columns, rows])}\n`);
  }

  /** Lets time go by until something is shown; with `still` it is shown without. @throws where it is not */
  async until(text: string, { still = false } = {}): Promise<void> {
    const isThere = () => this.screen.text.join('\n').includes(text);
    await this.passing(isThere, `No "${text}" is shown`, still);
    if (!isThere()) throw this.failure(`No "${text}" is shown`);
  }

  /** Lets time go by until the command has ended. Gives its exit code. */
  async end(): Promise<number | null> {
    await this.passing(() => this.over, 'It does not end', false);
    return await this.closed;
  }

  /** Ends the command if it has not yet. */
  close(): void {
    this.child.kill();
  }

  private async passing(done: () => boolean, otherwise: string, still: boolean): Promise<void> {
    for (let waited = 0; !done() && !this.over; waited += PACE) {
      if (waited > PATIENCE) throw this.failure(otherwise);
      if (!still) this.wake(waited);
      await pause(PACE);
    }
  }

  /** Lets as much time go by as the command waits for, once all that it has to show is shown. */
  private wake(waited: number): void {
    const until = existsSync(this.wanted) ? numberIn(this.wanted) : 0;
    if (until <= numberIn(this.clock)) this.asleep = undefined;
    else if (this.asleep?.until !== until) this.asleep = { until, turns: this.turns, at: waited };
    else if (this.turns >= this.asleep.turns + TURNS || waited > this.asleep.at + QUIET) {
      writeFileSync(`${this.clock}.new`, String(until));
      renameSync(`${this.clock}.new`, this.clock);
    }
  }

  private failure(message: string): Error {
    return new Error(`${message}:\n${this.screen.text.join('\n')}${this.complaint}`);
  }

  /** A sequence for the terminal may come in two pieces. */
  private show(text: string): void {
    const all = this.held + text;
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it is an escape that is looked for
    const [held = ''] = /\u001b(?:\[[?\d;]*)?$/.exec(all) ?? [];
    this.held = held;
    this.turns++;
    this.screen.write(all.slice(0, all.length - held.length));
  }
}

function numberIn(file: string): number {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return 0;
  }
}
