import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { cli, project, run } from '../cli/jiml.js';
import { steady } from './steady.js';
import type { Step, Story } from './story.js';

const BEGIN = Date.parse('2026-11-21T12:00:00Z');

/** The commands that a story may use beside those of the system. */
const COMMANDS: Readonly<Record<string, string>> = {
  jiml: node(cli),
  /** Somebody else who works with the same stacks. */
  colleague: node(beside('colleague.js')),
  /** Tells events as data. */
  kinds: `exec '${process.execPath}' '${beside('kinds.js')}'`,
  /** Lets seconds go by. */
  later: 'echo $(($(cat "$HOME/.clock") + $1 * 1000)) > "$HOME/.clock"',
};

/** Does what a story says in a folder of its own, and tells it as it went. */
export async function played({ about, steps }: Story): Promise<Story> {
  const { folder, remove } = project({ '.clock': String(BEGIN) });
  const bin = join(folder, '.bin');
  mkdirSync(bin);
  for (const [name, script] of Object.entries(COMMANDS)) {
    writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(bin, name), 0o755);
  }
  try {
    const told: Step[] = [];
    for (const { command } of steps) told.push(await done(command, folder, bin));
    return { about, steps: told };
  } finally {
    remove();
  }
}

/** Both streams are one pipe, so that what is said on them stands in its order. */
async function done(command: string, folder: string, bin: string): Promise<Step> {
  const environment = [`PATH=${bin}:${process.env.PATH}`, `HOME=${folder}`, 'LANG=C.UTF-8'];
  const args = ['-i', ...environment, 'sh', '-c', `exec 2>&1\n${command}`];
  const { stdout, code } = await run('env', args, { cwd: folder });
  return { command, shown: steady(stdout), code: code ?? -1 };
}

function node(script: string): string {
  return `exec '${process.execPath}' --import '${pathToFileURL(beside('clock.js'))}' '${script}' "$@"`;
}

function beside(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}
