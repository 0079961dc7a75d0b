import { basename, join } from 'node:path';
import { projectFolder } from '../../source/files.js';
import { Misuse } from '../outcome.js';
import { type Word, word } from './words.js';

/** Two sides to be compared, and what a commit is asked for where its side does not say a path. */
export interface Pair {
  readonly before: Word;
  readonly after: Word;
  readonly path: string;
}

/**
 * What is to be compared with what: two sides with each other; or each with what `against` says, without it with the last
 * commit.
 *
 * @throws Misuse where that cannot be told.
 */
export function pairs(sides: readonly string[], against: string | undefined): readonly Pair[] {
  const [first = '', second] = sides;
  if (against !== undefined)
    return [...new Set(sides)].map((side) => pair(beside(against, side, sides.length > 1), side));
  if (sides.length > 2)
    throw new Misuse('Several blueprints are compared each with its older self: add --against git:HEAD.');
  return [second === undefined ? pair('git:HEAD', first) : pair(first, second)];
}

function pair(first: string, second: string): Pair {
  const [before, after] = [word(first), word(second)];
  const path = before.path ?? after.path ?? (areStacks(before, after) ? '' : undefined);
  if (path === undefined) throw new Misuse(`"${first}" and "${second}" name no file: write a path behind one of them.`);
  const commit = [before, after].some((one) => one.kind === 'git' && one.path === undefined);
  if (commit && path === '-') throw new Misuse('What comes from standard input has no name that a commit could have.');
  const nameless = [before, after].some((one) => one.kind === 'stack' && one.name === undefined);
  if (nameless && path === '-')
    throw new Misuse('What comes from standard input does not say its stack: write stack:NAME.');
  if (before.path === '-' && after.path === '-') throw new Misuse('Standard input can be one side only.');
  return { before, after, path };
}

/** Two stacks that are named can be compared without a file. */
function areStacks(...words: readonly Word[]): boolean {
  return words.every((one) => one.kind === 'stack' && one.name !== undefined);
}

/** In a folder, what is called as the side is; a folder is compared with a folder itself, unless there are several. */
function beside(against: string, side: string, several: boolean): string {
  if (/^(?:git|stack):/.test(against)) return against;
  const folder = isFolder(against);
  if (several && !folder)
    throw new Misuse(`"${against}" is one side for several: compare them one by one, or with a folder or a commit.`);
  const { path = '' } = word(side);
  return folder && (several || !isFolder(path)) ? join(against, basename(path)) : against;
}

/** A folder is its own project. */
function isFolder(path: string): boolean {
  return path !== '-' && projectFolder(path) === path;
}
