import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** A Python that can make virtual environments. */
export interface Python {
  readonly command: string;
  /** The second number of its version: 11 for Python 3.11. */
  readonly minor: number;
}

/** What the simulators run on: older ones lack what they import, for newer ones there are no packages yet. */
const known = [13, 12, 11, 10];

/** The newest Python at hand: the one that PYTHON names, or one on the path, or one of pyenv's; undefined for none. */
export async function findPython(environment: NodeJS.ProcessEnv): Promise<Python | undefined> {
  const commands = environment.PYTHON ? [environment.PYTHON] : await candidates(environment);
  const found = await Promise.all(commands.map((command) => probe(command, environment)));
  return known.flatMap((minor) => found.find((python) => python?.minor === minor) ?? [])[0];
}

async function candidates(environment: NodeJS.ProcessEnv): Promise<readonly string[]> {
  const named = ['python3', ...known.map((minor) => `python3.${minor}`)];
  const folder = join(environment.PYENV_ROOT ?? join(environment.HOME ?? homedir(), '.pyenv'), 'versions');
  const versions = await readdir(folder).catch(() => []);
  return [...named, ...versions.sort().map((version) => join(folder, version, 'bin', 'python3'))];
}

/** Debian's Python comes without ensurepip, and pyenv's commands without a Python: what cannot import them is none. */
async function probe(command: string, env: NodeJS.ProcessEnv): Promise<Python | undefined> {
  const script = 'import ensurepip, ssl, sys, venv; print(sys.executable, *sys.version_info[:2])';
  const result = await promisify(execFile)(command, ['-c', script], { env, timeout: 10_000 }).catch(() => undefined);
  const words = /^(.+) 3 (\d+)\s*$/.exec(result?.stdout ?? '');
  return words === null ? undefined : { command: String(words[1]), minor: Number(words[2]) };
}
