import { compile } from '../../compile.js';
import { type Input, inputs } from '../inputs.js';
import { Misuse } from '../outcome.js';
import { blueprint, templates } from './read.js';
import { withRevision } from './revision.js';
import type { LoadedSide } from './side.js';
import { looksLikeTemplate } from './template.js';
import type { Word } from './words.js';

/**
 * Reads a side.
 *
 * @param path What to look for in a commit where the word does not say it; what is not there is as if it were empty.
 * @throws Misuse, Refused as `inputs` and git make it.
 */
export async function load(word: Word, components: readonly string[], path: string): Promise<LoadedSide> {
  const read = (at: string, name: string, folders: readonly string[], called: (file: string) => string) => {
    const input = inputs([at])[0] as Input;
    return input.files.every(looksLikeTemplate)
      ? templates(input, name, called)
      : blueprint(compile(input.files, { components: folders }, input.folder), name, called);
  };
  if (word.kind === 'path') return read(word.path, word.path, components, (file) => file);
  const wanted = word.path ?? path;
  const name = `git:${word.revision}:${wanted}`;
  return withRevision(word.revision, wanted, components, (revision) => {
    if (revision !== undefined) return read(revision.path, name, revision.components, revision.called);
    if (word.path === undefined) return { name, loaded: new Map(), diagnostics: [], sources: new Map(), failed: false };
    throw new Misuse(`The commit "${word.revision}" has no file or folder "${word.path}".`);
  });
}
