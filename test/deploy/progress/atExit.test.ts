import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect } from 'chai';

const here = (file: string) => new URL(`../../../deploy/progress/${file}`, import.meta.url).href;

/** A process that shows a table with one resource, does something, and would otherwise end after a while. */
function begin(then: string): ChildProcess {
  const script = `
    import { table } from ${JSON.stringify(here('table.js'))};
    const view = table({ stream: process.stdout, clock: { now: () => 0 }, colour: false });
    view.report({ kind: 'watch', stack: 'shop', resources: [{ id: 'DB', type: 'A', needs: [], action: 'add' }] });
    const wait = () => setTimeout(() => {}, 20_000);
    ${then}
  `;
  return spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'pipe'] });
}

/** What it wrote, and how it ended; a signal is sent once the table is there. */
async function ended(child: ChildProcess, signal?: NodeJS.Signals) {
  let text = '';
  child.stdout?.on('data', (chunk) => {
    text += chunk;
    if (signal !== undefined && text.includes('DB')) child.kill(signal);
  });
  const [code, by] = await once(child, 'close');
  return { text, code, by };
}

describe('the terminal of a process that ends', () => {
  const rows: readonly (readonly [string, string, NodeJS.Signals | undefined, number | null, string | null])[] = [
    ['an exception that nobody caught', 'throw new Error("no");', undefined, 1, null],
    ['process.exit', 'process.exit(7);', undefined, 7, null],
    ['Ctrl-C', 'wait();', 'SIGINT', null, 'SIGINT'],
    ['SIGTERM', 'wait();', 'SIGTERM', null, 'SIGTERM'],
    ['Ctrl-C that ends it otherwise', 'process.on("SIGINT", () => process.exit(130)); wait();', 'SIGINT', 130, null],
    ['nothing left to do', '', undefined, 0, null],
  ];
  for (const [name, then, signal, code, by] of rows) {
    it(`has its cursor again after ${name}`, async () => {
      const found = await ended(begin(then), signal);
      expect([found.code, found.by]).to.deep.equal([code, by]);
      expect(found.text.split('\x1b[?25l').length, 'hidden').to.be.at.least(2);
      expect(found.text).to.match(/\n.\[\?25h$/);
    });
  }
});
