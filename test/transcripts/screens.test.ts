import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { jiml, project } from '../cli/jiml.js';
import { ROOT } from '../compiler/imports.js';
import { blueprint } from './shop.js';
import { steady } from './steady.js';
import { hasTerminals, Terminal } from './terminal.js';

interface Scene {
  readonly columns?: number;
  readonly rows?: number;
  /** What is in the blueprint that is deployed before. */
  readonly before?: { readonly name?: string; readonly size?: number };
  /** What is in the one that is deployed. */
  readonly now?: { readonly secret?: boolean };
  readonly args?: readonly string[];
  readonly code: number;
  readonly act: (terminal: Terminal) => Promise<void>;
}

const CTRL_C = '\u0003';
const still = { still: true };

const scenes: Readonly<Record<string, Scene>> = {
  yes: {
    code: 0,
    act: async (terminal) => {
      await terminal.until('[y/N]');
      terminal.type('y\r');
    },
  },
  no: {
    code: 6,
    act: async (terminal) => {
      await terminal.until('[y/N]');
      terminal.type('n\r');
    },
  },
  'ctrl-c-at-the-question': {
    code: 6,
    act: async (terminal) => {
      await terminal.until('[y/N]');
      terminal.type(CTRL_C);
    },
  },
  'a-secret': {
    now: { secret: true },
    code: 0,
    act: async (terminal) => {
      await terminal.until('Of the database');
      terminal.type('short\r');
      await terminal.until('characters');
      terminal.type('hunter22\r');
      await terminal.until('[y/N]');
      terminal.type('y\r');
    },
  },
  narrow: {
    columns: 44,
    rows: 14,
    args: ['--yes'],
    code: 0,
    act: async () => {},
  },
  resized: {
    args: ['--yes'],
    code: 0,
    act: async (terminal) => {
      await terminal.until('DB      creating');
      terminal.resize(40, 30);
      await terminal.until(' RDS::', still);
      terminal.resize(90, 30);
      await terminal.until(' AWS::RDS', still);
    },
  },
  'a-name-for-what-is-guarded': {
    before: { name: 'sales' },
    code: 0,
    act: async (terminal) => {
      await terminal.until('Allow replace:Orders? [y/N]');
      terminal.type('y\r');
      await terminal.until('Update the stack');
      terminal.type('y\r');
    },
  },
  'not-allowed': {
    before: { name: 'sales' },
    args: ['--yes'],
    code: 6,
    act: async (terminal) => {
      await terminal.until('Allow replace:Orders? [y/N]');
      terminal.type('\r');
    },
  },
  failure: {
    before: { size: 10 },
    args: ['--yes', '--fail', 'DB'],
    code: 7,
    act: async () => {},
  },
  'ctrl-c': {
    args: ['--yes'],
    code: 130,
    act: async (terminal) => {
      await terminal.until('DB      creating');
      terminal.type(CTRL_C);
      await terminal.until('jiml stopped', still);
    },
  },
  'ctrl-c-in-an-update': {
    before: { size: 10 },
    args: ['--yes'],
    code: 130,
    act: async (terminal) => {
      await terminal.until('DB      updating');
      terminal.type(CTRL_C);
    },
  },
  'ctrl-c-twice': {
    before: { size: 10 },
    args: ['--yes'],
    code: 130,
    act: async (terminal) => {
      await terminal.until('DB      updating');
      terminal.type(CTRL_C);
      await terminal.until('Press Ctrl-C again', still);
      terminal.type(CTRL_C);
      await terminal.until('Cancel the update', still);
      terminal.type('y\r');
      await terminal.until('UPDATE_ROLLBACK_IN_PROGRESS', still);
    },
  },
  'ctrl-c-twice-and-no': {
    before: { size: 10 },
    args: ['--yes'],
    code: 130,
    act: async (terminal) => {
      await terminal.until('DB      updating');
      terminal.type(CTRL_C);
      await terminal.until('Press Ctrl-C again', still);
      terminal.type(CTRL_C);
      await terminal.until('Cancel the update', still);
      terminal.type('n\r');
    },
  },
};

describe('what a person sees in a terminal', () => {
  if (!hasTerminals()) {
    it('is as it was (skipped: there is no python3 here that makes pseudo-terminals)');
    return;
  }
  for (const [name, { args = [], code, act, before, now, ...size }] of Object.entries(scenes)) {
    it(name, async () => {
      const { folder, remove } = project({ '.clock': '1795262400000', 'shop.yaml': blueprint(before ?? now) });
      if (before !== undefined) {
        await jiml(['deploy', '--local', '--fast', '--yes'], { cwd: folder });
        writeFileSync(join(folder, 'shop.yaml'), blueprint());
      }
      const terminal = new Terminal(folder, ['deploy', '--local', ...args], size);
      try {
        await act(terminal);
        expect(await terminal.end()).to.equal(code);
        compare(name, terminal);
      } finally {
        terminal.close();
        remove();
      }
    });
  }
});

function compare(name: string, { screen }: Terminal): void {
  const file = join(ROOT, 'test', 'transcripts', 'screens', `${name}.txt`);
  expect(screen.writes.join('')).not.to.include('hunter22');
  const text = unturned(steady(`${screen.text.join('\n')}\n`));
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, text);
  expect(text).to.equal(readFileSync(file, 'utf8'));
  expect(screen.cursorShown).to.equal(true);
}

/** What turns while something goes on, as it began. */
function unturned(text: string): string {
  return text.replace(/^[\u2801-\u28ff]/gm, '\u2801');
}
