import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, isAbsolute, join, relative, resolve, sep } from 'node:path';

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
