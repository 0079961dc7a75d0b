import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, isAbsolute, join, relative, resolve, sep } from 'node:path';

import type { Packable } from './zip.js';

/** An included file may have this many bytes: 1 MiB. */
const INCLUDE_LIMIT = 1024 * 1024;

/** A blueprint may have this many bytes. The parser says more about one that is larger than what it reads, 8 MiB. */
const BLUEPRINT_LIMIT = 64 * 1024 * 1024;

export type Reason = 'missing' | 'outside' | 'too-large' | 'not-text' | 'not-a-file' | 'unreadable';

/** A file that was read, or why it was not. `detail` is the machine's own word, such as `EACCES`. */
export type Reading = { readonly ok: true; readonly file: string; readonly text: string } | Unread;

export interface Unread {
  readonly ok: false;
  /** The path as it was given. */
  readonly file: string;
  readonly reason: Reason;
  readonly detail?: string;
}

/**
 * Reads a blueprint: a file, `-` for standard input, or a folder, whose `*.yaml`, `*.yml` and `*.json` directly inside it
 * are one blueprint, sorted by name. A folder without any gives no readings.
 */
export function readBlueprint(path: string): readonly Reading[] {
  if (path === '-') return [attempt(path, () => decode(path, readFileSync(0), BLUEPRINT_LIMIT))];
  const kind = kindOf(path);
  if (typeof kind === 'object') return [kind];
  if (kind !== 'folder') return [readFile(path, path, BLUEPRINT_LIMIT)];
  return namesIn(path)
    .filter((name) => /^[^.].*\.(?:yaml|yml|json)$/i.test(name))
    .map((name) => join(path, name))
    .filter((file) => kindOf(file) !== 'folder')
    .map((file) => readFile(file, file, BLUEPRINT_LIMIT));
}

/** Reads what comes through a pipe, which can be read only once; undefined where it is none. */
export function readPipe(path: string): readonly Reading[] | undefined {
  if (statSync(path, { throwIfNoEntry: false })?.isFIFO() !== true) return undefined;
  return [attempt(path, () => decode(path, readFileSync(path), BLUEPRINT_LIMIT))];
}

/** The folder of a blueprint, within which its files and its `components` are; for standard input the current one. */
export function projectFolder(path: string): string {
  if (path === '-') return '.';
  return kindOf(path) === 'folder' ? path : join(path, '..');
}

/**
 * Reads a file that a blueprint names, from inside the blueprint's folder only: no absolute path, no `..` or symbolic
 * link that leads out of it, no device, at most 1 MiB of UTF-8.
 */
export function readIncluded(folder: string, name: string): Reading {
  const no = (reason: Reason): Unread => ({ ok: false, file: name, reason });
  if (name === '' || name.includes('\0')) return no('missing');
  if (isAbsolute(name) || /^[A-Za-z]:|\\/.test(name) || !inside(resolve(folder), resolve(folder, name)))
    return no('outside');
  return attempt(name, () => {
    const real = realpathSync(join(folder, name));
    return inside(realpathSync(folder), real) ? readFile(real, name, INCLUDE_LIMIT) : no('outside');
  });
}

/** All files of a folder together may have this many bytes: 250 MiB. */
const TREE_LIMIT = 250 * 1024 * 1024;

/** A folder may have this many files. */
const MOST_FILES = 20_000;

/** The files below a folder, by their paths in it, with `/`. */
export type Tree = { readonly ok: true; readonly files: readonly Packable[] } | Unread;

/**
 * Reads a file or everything below a folder that a blueprint names, from inside the blueprint's folder only. A file is a
 * tree of one, which is called as the file is.
 *
 * @param wanted Says of a path in the folder, of a file or a folder, whether it is wanted.
 */
export function readTree(folder: string, name: string, wanted: (path: string) => boolean): Tree {
  const no = (reason: Reason): Unread => ({ ok: false, file: name, reason });
  if (name === '' || name.includes('\0')) return no('missing');
  const within = resolve(folder, name);
  if (
    isAbsolute(name) ||
    /^[A-Za-z]:|\\/.test(name) ||
    !(within === resolve(folder) || inside(resolve(folder), within))
  )
    return no('outside');
  return attemptTree(name, () => {
    const root = realpathSync(folder);
    const start = realpathSync(within);
    const files: Packable[] = [];
    const budget = { bytes: TREE_LIMIT };
    const walking = { root, files, wanted, budget, above: [] };
    const stopped = walkTree(start, statSync(start).isFile() ? basename(within) : '', walking);
    return stopped === undefined ? { ok: true, files } : no(stopped);
  });
}

interface Walking {
  /** Beyond which nothing is read. */
  readonly root: string;
  readonly files: Packable[];
  readonly wanted: (path: string) => boolean;
  readonly budget: { bytes: number };
  /** The folders that are being read: a link to one of them would never end. */
  readonly above: readonly string[];
}

/** Follows links as long as they stay in the project. */
function walkTree(path: string, called: string, walking: Walking): Reason | undefined {
  const { root, files, wanted, budget, above } = walking;
  if (path !== root && !inside(root, path)) return 'outside';
  const stat = statSync(path);
  if (stat.isDirectory()) {
    if (above.includes(path)) return 'too-large';
    const deeper = { ...walking, above: [...above, path] };
    for (const name of readdirSync(path).sort()) {
      const below = called === '' ? name : `${called}/${name}`;
      const stopped = wanted(below) ? walkTree(realpathSync(join(path, name)), below, deeper) : undefined;
      if (stopped !== undefined) return stopped;
    }
    return undefined;
  }
  if (!stat.isFile()) return 'not-a-file';
  budget.bytes -= stat.size;
  if (budget.bytes < 0 || files.length >= MOST_FILES) return 'too-large';
  files.push({ name: called, bytes: readFileSync(path) });
  return undefined;
}

function attemptTree(file: string, read: () => Tree): Tree {
  try {
    return read();
  } catch (error) {
    return failure(file, error);
  }
}

/** What a type or a component may be called. It is part of a path, so that it is checked before the disk is asked. */
const NAME = /^[a-z][A-Za-z0-9-]*$/;

/** The folder of a type: the first of the roots that has one of that name. Undefined where none has. */
export function componentFolder(name: string, roots: readonly string[]): string | undefined {
  if (!NAME.test(name)) return undefined;
  return roots.map((root) => join(root, name)).find((folder) => isType(folder, name));
}

/** The names of all types of the roots, sorted, each once. */
export function componentNames(roots: readonly string[]): readonly string[] {
  const names = roots.flatMap((root) =>
    namesIn(root).filter((name) => NAME.test(name) && isType(join(root, name), name)),
  );
  return [...new Set(names)].sort();
}

/** A file of a type's own folder, such as `schema.json`. */
export function readTypeFile(folder: string, name: string): Reading {
  return readFile(join(folder, name), join(folder, name), INCLUDE_LIMIT);
}

/** A folder with any of a type's files. Where names have no case, `Queue` would be found as `queue`: the disk decides. */
function isType(folder: string, name: string): boolean {
  if (!['schema.json', 'template.yaml'].some((file) => kindOf(join(folder, file)) === 'file')) return false;
  return process.platform === 'linux' || basename(realpathSync.native(folder)) === name;
}

function inside(folder: string, file: string): boolean {
  const way = relative(folder, file);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function kindOf(path: string): 'file' | 'folder' | 'other' | Unread {
  try {
    const stat = statSync(path);
    return stat.isDirectory() ? 'folder' : stat.isFile() ? 'file' : 'other';
  } catch (error) {
    return failure(path, error);
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

function readFile(path: string, called: string, limit: number): Reading {
  return attempt(called, () => {
    const stat = statSync(path);
    // Anything else may never end: a pipe, a terminal, a device.
    if (!stat.isFile()) return { ok: false, file: called, reason: 'not-a-file' };
    if (stat.size > limit) return { ok: false, file: called, reason: 'too-large' };
    return decode(called, readFileSync(path), limit);
  });
}

function decode(file: string, bytes: Uint8Array, limit: number): Reading {
  if (bytes.length > limit) return { ok: false, file, reason: 'too-large' };
  try {
    // The decoder drops a byte-order mark.
    return { ok: true, file, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { ok: false, file, reason: 'not-text' };
  }
}

function attempt(file: string, read: () => Reading): Reading {
  try {
    return read();
  } catch (error) {
    return failure(file, error);
  }
}

/** Only what the machine says is a result; anything else is a mistake of ours. */
function failure(file: string, error: unknown): Unread {
  const detail = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  if (detail === undefined) throw error;
  if (detail === 'ENOENT' || detail === 'ENOTDIR') return { ok: false, file, reason: 'missing', detail };
  if (detail === 'EISDIR') return { ok: false, file, reason: 'not-a-file', detail };
  return { ok: false, file, reason: 'unreadable', detail };
}
