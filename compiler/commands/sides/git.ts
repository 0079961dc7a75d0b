import { spawnSync } from 'node:child_process';
import { Misuse, Refused } from '../outcome.js';

/** A file of a commit; its path is relative to the folder that was asked for. */
export interface Entry {
  readonly path: string;
  readonly object: string;
  /** In bytes. */
  readonly size: number;
  readonly link: boolean;
}

/** The most that git may answer, in bytes. */
const MOST = 512 * 1024 * 1024;

/**
 * The files below a folder as they are in a commit, without touching the working tree.
 *
 * @param folder A folder that there is now, inside a repository.
 * @param below A path from it, with a slash at the end; or nothing.
 * @throws Misuse where there is no such commit or no repository, Refused where git cannot be run.
 */
export function filesAt(revision: string, folder: string, below: string): readonly Entry[] {
  // Literal, as a folder may be called like a pattern of git's.
  const args = ['--literal-pathspecs', 'ls-tree', '-r', '-z', '-l', '--end-of-options', revision];
  const { status, stdout, stderr } = git(below === '' ? args : [...args, '--', below], folder, '');
  if (status !== 0) throw refusal(revision, folder, stderr.toString('utf8'));
  const lines = stdout.toString('utf8').split('\0');
  return lines.flatMap((line) => {
    const [, mode, object = '', size, path = ''] = /^(\d+) blob (\w+) +(\d+)\t([\s\S]*)$/.exec(line) ?? [];
    return mode === undefined || !path.startsWith(below)
      ? []
      : [{ path: path.slice(below.length), object, size: Number(size), link: mode === '120000' }];
  });
}

/** What objects hold, in their order. @throws Refused where git cannot say. */
export function contents(objects: readonly string[], folder: string): readonly Buffer[] {
  if (objects.length === 0) return [];
  const { status, stdout, stderr } = git(['cat-file', '--batch'], folder, objects.map((one) => `${one}\n`).join(''));
  if (status !== 0) throw new Refused(`git cannot read the commit: ${firstLine(stderr.toString('utf8'))}`);
  const found: Buffer[] = [];
  for (let at = 0; at < stdout.length; ) {
    const end = stdout.indexOf('\n', at);
    const [, size] = /^\w+ blob (\d+)$/.exec(stdout.toString('utf8', at, end)) ?? [];
    if (size === undefined) throw new Refused('git cannot read the commit: a part of it is missing.');
    found.push(stdout.subarray(end + 1, end + 1 + Number(size)));
    at = end + 2 + Number(size);
  }
  return found;
}

function git(args: readonly string[], cwd: string, input: string) {
  const env = { ...process.env, LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0' };
  const { error, ...result } = spawnSync('git', args, { cwd, input, env, maxBuffer: MOST, windowsHide: true });
  if (error !== undefined) throw new Refused(`git cannot be run: ${error.message}.`);
  return result;
}

function refusal(revision: string, folder: string, said: string): Error {
  if (/not a git repository/i.test(said)) return new Misuse(`"${folder}" is in no git repository.`);
  if (/not a valid object name|not a tree object|ambiguous/i.test(said))
    return new Misuse(
      `There is no commit "${revision}" in the git repository of "${folder}"; in a shallow clone, fetch it first.`,
    );
  return new Refused(`git cannot read "${revision}": ${firstLine(said)}`);
}

function firstLine(text: string): string {
  return text.split('\n')[0]?.replace(/^fatal: /, '') ?? '';
}
