import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import type { Person } from '../deploy/api/session.js';

/** What is shown of a view while a question stands below it. */
export interface Pausable {
  pause?(): void;
  resume?(): void;
}

/** Asks in the terminal; undefined where nobody sits at it. */
export function personAt(view: Pausable): Person | undefined {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return undefined;
  const asking = async (text: string, secret: boolean): Promise<string> => {
    view.pause?.();
    try {
      return await question(text, secret);
    } finally {
      view.resume?.();
    }
  };
  return {
    confirm: async (text) => /^\s*y(?:es)?\s*$/i.test(await asking(`${text} [y/N] `, false).catch(noAnswer)),
    ask: (text, secret) => asking(`${text}: `, secret),
  };
}

/** Going away is no consent. */
function noAnswer(error: Error): string {
  if (error.name !== 'AbortError') throw error;
  return '';
}

/** Asks once. @throws AbortError where the answer is Ctrl-C or the end of the input. */
export async function question(text: string, secret = false): Promise<string> {
  const output = secret ? silent() : process.stderr;
  const terminal = createInterface({ input: process.stdin, output, terminal: true });
  const closed = new AbortController();
  terminal.once('close', () => closed.abort());
  if (secret) process.stderr.write(text);
  try {
    return await terminal.question(secret ? '' : text, { signal: closed.signal });
  } finally {
    terminal.close();
    if (secret) process.stderr.write('\n');
  }
}

function silent(): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => done() });
}
