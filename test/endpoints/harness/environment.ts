import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { access, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Python } from './python.js';

const run = promisify(execFile);

/**
 * A virtual environment with the packages that a file pins, below `cache`; one that was made before is used again.
 * @returns its Python.
 * @throws Error with pip's reason where the packages cannot be had.
 */
export async function environmentFor(python: Python, requirements: string, cache: string): Promise<string> {
  const pins = await readFile(requirements);
  const digest = createHash('sha256').update(pins).update(python.command).update(String(python.minor)).digest('hex');
  const folder = join(cache, digest.slice(0, 16));
  if (!(await exists(folder))) await make(python, requirements, folder);
  return join(folder, 'bin', 'python');
}

/** Makes it elsewhere and moves it: a folder of that name is always whole, also where two runs make it at once. */
async function make(python: Python, requirements: string, folder: string): Promise<void> {
  const draft = `${folder}.${process.pid}`;
  await mkdir(folder.slice(0, folder.lastIndexOf('/')), { recursive: true, mode: 0o700 });
  try {
    await run(python.command, ['-m', 'venv', draft]);
    const pip = [
      '-m',
      'pip',
      'install',
      '--no-deps',
      '--no-compile',
      '--no-input',
      '--retries',
      '1',
      '--timeout',
      '15',
    ];
    await run(join(draft, 'bin', 'python'), [...pip, '--disable-pip-version-check', '--quiet', '-r', requirements]);
    await rename(draft, folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    });
  } catch (error) {
    throw new Error(reasonOf(error));
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** pip's last error, without what it tried before. */
function reasonOf(error: unknown): string {
  const { stderr, message } = error as { stderr?: string; message: string };
  const errors = (stderr ?? '').split('\n').filter((line) => line.startsWith('ERROR: '));
  return errors.at(-1)?.slice('ERROR: '.length) ?? message.split('\n')[0] ?? message;
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
