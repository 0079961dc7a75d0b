import { mkdirSync, mkdtempSync, realpathSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { contents, type Entry, filesAt } from './git.js';

/** A blueprint with all that belongs to it, as it was in a commit. */
export interface Revision {
  /** Where it stands meanwhile. */
  readonly path: string;
  readonly components: readonly string[];
  /** What a file is called in messages: `git:HEAD:shop.yaml` rather than where it stands meanwhile. */
  readonly called: (file: string) => string;
}

/** A folder with more files than this is not copied whole: only what its blueprint speaks of. */
const MOST_FILES = 2_000;

/** Nor is a file that has more bytes than any blueprint may have; included ones may have less. */
const MOST_BYTES = 64 * 1024 * 1024;

/**
 * Does something with a blueprint as it was in a commit, in a folder that is gone afterwards. The working tree and git's
 * index are not touched. Gives undefined to `use` where the commit has nothing of that name.
 *
 * @throws Misuse, Refused as git's answers make it.
 */
export function withRevision<T>(
  revision: string,
  path: string,
  components: readonly string[],
  use: (revision: Revision | undefined) => T,
): T {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'jiml-git-')));
  try {
    const project = projectOf(revision, path);
    if (project === undefined) return use(undefined);
    const home = join(root, 'project');
    extract(project, home);
    const folders = components.map((folder, index) => componentsAt(revision, folder, join(root, String(index))));
    const places = [
      [home, project.shown] as const,
      ...folders.map((to, index) => [to, components[index] ?? ''] as const),
    ];
    return use({
      path: join(home, project.rest),
      components: folders,
      called: (file) => called(revision, places, file),
    });
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

interface Project {
  /** A folder that there is now, for git to start in. */
  readonly folder: string;
  /** How the blueprint's folder is called. */
  readonly shown: string;
  /** From the blueprint's folder to the blueprint. */
  readonly rest: string;
  readonly entries: readonly Entry[];
}

/** The blueprint's folder in a commit. It may be gone now, and a file may be a folder there. */
function projectOf(revision: string, path: string): Project | undefined {
  if (isFolder(path)) {
    const entries = filesAt(revision, path, '');
    return entries.length === 0 ? undefined : { folder: path, shown: path, rest: '.', entries };
  }
  const parent = dirname(resolve(path));
  const folder = existing(parent);
  const below = relative(folder, parent);
  const entries = filesAt(revision, folder, below === '' ? '' : `${below.replaceAll(sep, '/')}/`);
  const name = basename(path);
  if (entries.some((entry) => entry.path === name)) return { folder, shown: dirname(path), rest: name, entries };
  const inside = entries.filter((entry) => entry.path.startsWith(`${name}/`));
  const own = inside.map((entry) => ({ ...entry, path: entry.path.slice(name.length + 1) }));
  return own.length === 0 ? undefined : { folder, shown: path, rest: '.', entries: own };
}

/** A folder of components in a commit; one that is in none is used as it is. */
function componentsAt(revision: string, folder: string, to: string): string {
  if (!isFolder(folder)) return folder;
  const entries = filesAt(revision, folder, '');
  if (entries.length === 0) return folder;
  extract({ folder, shown: folder, rest: '.', entries }, to);
  return to;
}

function extract({ folder, rest, entries }: Project, to: string): void {
  mkdirSync(to, { recursive: true });
  const safe = entries.filter(({ path, size }) => isSafe(path) && size <= MOST_BYTES);
  const first = safe.length <= MOST_FILES ? safe : safe.filter(({ path }) => isCore(path, rest));
  const texts = write(first, folder, to);
  if (first.length === safe.length) return;
  const said = texts.join('\n');
  const done = new Set(first);
  write(
    safe.filter((entry) => !done.has(entry) && said.includes(basename(entry.path))),
    folder,
    to,
  );
}

/** The blueprint itself, and its components. */
function isCore(path: string, rest: string): boolean {
  return path === rest || path.startsWith('components/') || (rest === '.' && /^[^/]+\.(?:ya?ml|json)$/i.test(path));
}

/** Links come last, so that no file is written through one. */
function write(entries: readonly Entry[], folder: string, to: string): readonly string[] {
  const found = contents(
    entries.map(({ object }) => object),
    folder,
  );
  const pairs = entries.map((entry, index) => ({ entry, bytes: found[index] ?? Buffer.alloc(0) }));
  for (const { entry, bytes } of pairs) {
    if (entry.link) continue;
    mkdirSync(dirname(join(to, entry.path)), { recursive: true });
    writeFileSync(join(to, entry.path), bytes);
  }
  for (const { entry, bytes } of pairs) if (entry.link) link(to, entry.path, bytes.toString('utf8'));
  return pairs.map(({ bytes }) => bytes.toString('utf8'));
}

/** A link that leads out of the folder leads nowhere, as for a blueprint that is there. */
function link(to: string, path: string, target: string): void {
  const way = relative(to, resolve(dirname(join(to, path)), target));
  if (isAbsolute(target) || way.startsWith('..') || isAbsolute(way)) return;
  mkdirSync(dirname(join(to, path)), { recursive: true });
  symlinkSync(target, join(to, path));
}

function isSafe(path: string): boolean {
  return !isAbsolute(path) && path.split(/[/\\]/).every((step) => step !== '' && step !== '.' && step !== '..');
}

function called(revision: string, places: readonly (readonly [string, string])[], file: string): string {
  const place = places.find(([from]) => file === from || file.startsWith(`${from}${sep}`));
  return place === undefined ? file : `git:${revision}:${join(place[1], relative(place[0], file))}`;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** The nearest folder on the way up that there is. */
function existing(folder: string): string {
  return isFolder(folder) || dirname(folder) === folder ? folder : existing(dirname(folder));
}
