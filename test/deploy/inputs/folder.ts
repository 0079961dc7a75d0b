import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Does something in a folder of its own with these files, which is the current one meanwhile. */
export async function inFolder<T>(files: Readonly<Record<string, string>>, use: () => T | Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'jiml-inputs-'));
  const before = process.cwd();
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    process.chdir(folder);
    return await use();
  } finally {
    process.chdir(before);
    rmSync(folder, { recursive: true });
  }
}

/** What an attempt came to: what it gave, or what was said against it, each thing on a line. */
export async function attempt(use: () => unknown): Promise<unknown> {
  try {
    return await use();
  } catch (error) {
    const { message, details = [] } = error as Error & { details?: readonly string[] };
    return [message, ...details].join('\n');
  }
}
