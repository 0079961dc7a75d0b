import {
  closeSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { Fault } from '../../api/fault.js';
import { unwritable } from './files.js';

/** How long somebody waits for others, in milliseconds; no request takes that long. */
const PATIENCE = 10_000;
/** When a lock of a process that nobody can ask for (another machine's) is taken to be left behind, in milliseconds. */
const STALE = 30_000;
/** When a lock in which nobody stands is taken to be left behind by somebody who ended just then, in milliseconds. */
const UNSIGNED = 2_000;

/** Does something while no other process does anything with the same file. @throws Fault where others do not end. */
export async function locked<T>(path: string, work: () => T | Promise<T>): Promise<T> {
  await take(path);
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}

async function take(path: string): Promise<void> {
  for (let waited = 0, step = 1; !taken(path); waited += step, step = Math.min(step * 2, 50)) {
    if (isLeftBehind(path)) putAside(path);
    else if (waited > PATIENCE) throw busy(path);
    else await new Promise((resolve) => setTimeout(resolve, step));
  }
}

function taken(path: string): boolean {
  let file: number;
  try {
    file = openSync(path, 'wx', 0o600);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    if (code !== 'ENOENT') throw unwritable(path, error);
    made(dirname(path));
    return false;
  }
  sign(path, file);
  return true;
}

/** Where that does not go, because the disk is full, nobody has it. */
function sign(path: string, file: number): void {
  try {
    writeSync(file, String(process.pid));
  } catch (error) {
    rmSync(path, { force: true });
    throw unwritable(path, error);
  } finally {
    closeSync(file);
  }
}

function made(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw unwritable(folder, error);
  }
}

/** Of several that find the same lock left behind, one moves it; what it moves is looked at again before it goes. */
function putAside(path: string): void {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
    if (!isLeftBehind(aside)) linkSync(aside, path);
  } catch {
    // Somebody else was faster.
  }
  rmSync(aside, { force: true });
}

/** Whether the process that has it has ended. */
function isLeftBehind(path: string): boolean {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return false;
  const owner = ownerOf(path);
  const age = Date.now() - stat.mtimeMs;
  if (age > STALE) return true;
  // One that was made just now may not be written yet.
  return owner === undefined ? age > UNSIGNED : owner !== process.pid && !isRunning(owner);
}

function ownerOf(path: string): number | undefined {
  try {
    const text = readFileSync(path, 'utf8');
    return /^\d+$/.test(text) ? Number(text) : undefined;
  } catch {
    return undefined;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function busy(path: string): Fault {
  return new Fault(
    'broken',
    'StateLocked',
    `Another process has held the state of the local CloudFormation for ten seconds ("${path}").`,
    'Delete that file if no other jiml is running.',
    true,
  );
}
