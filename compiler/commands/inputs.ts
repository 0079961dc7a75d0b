import { basename, resolve } from 'node:path';
import { projectFolder, type Reading, readBlueprint, readPipe, type Unread } from '../source/files.js';
import { Misuse, Refused } from './outcome.js';

/** One blueprint as it was given: a file, a folder of files, or standard input (`-`). */
export interface Input {
  /** The file's name without its ending, or the folder's. */
  readonly name: string;
  /** The folder that its components and included files are looked for in. */
  readonly folder: string;
  readonly files: readonly InputFile[];
}

export interface InputFile {
  readonly file: string;
  readonly text: string;
}

/**
 * Reads blueprints, in the order in which they were given, each once.
 *
 * @throws Misuse where there is none of that name, or what there is is no text; Refused where it cannot be read.
 */
export function inputs(paths: readonly string[]): readonly Input[] {
  return [...new Set(paths)].map((path) => ({ name: nameOf(path), folder: projectFolder(path), files: filesOf(path) }));
}

/** What is read once only: a file, or what a program writes (`<(program)`). @throws as `inputs`. */
export function onceFrom(path: string): readonly InputFile[] {
  return readPipe(path)?.map(read) ?? filesOf(path);
}

/** The files of one blueprint. @throws as `inputs`. */
export function filesOf(path: string): readonly InputFile[] {
  const files = readBlueprint(path).map(read);
  if (files.length === 0) throw new Misuse(`The folder "${path}" has no .yaml, .yml or .json files.`);
  return files;
}

function nameOf(path: string): string {
  return path === '-' ? 'stdin' : basename(resolve(path)).replace(/\.(ya?ml|json)$/i, '');
}

function read(reading: Reading): InputFile {
  if (reading.ok) return reading;
  throw problem(reading);
}

function problem({ file, reason, detail }: Unread): Error {
  switch (reason) {
    case 'missing':
    case 'outside':
      return new Misuse(`There is no file or folder "${file}".`);
    case 'not-a-file':
      return new Misuse(`"${file}" is neither a file nor a folder.`);
    case 'not-text':
      return new Misuse(`"${file}" is not a text in UTF-8.`);
    case 'too-large':
      return new Misuse(`"${file}" is too large for a blueprint.`);
    case 'unreadable':
      return new Refused(`Cannot read "${file}": ${detail ?? 'the system says no'}.`);
  }
}
