import { compile } from '../../compile.js';
import { type Input, inputs } from '../inputs.js';
import { Misuse } from '../outcome.js';
import { blueprint, templates } from './read.js';
import { withRevision } from './revision.js';
import type { LoadedSide, Stacks } from './side.js';
import { looksLikeTemplate } from './template.js';
import type { Word } from './words.js';

/**
 * Reads a side.
 *
 * @param path What to look for in a commit where the word does not say it; what is not there is as if it were empty.
 * @param stacks How a stack is asked for; undefined where nobody can be asked.
 * @throws Misuse, Refused as `inputs` and git make it; what `stacks` throws.
 */
export async function load(
  word: Word,
  components: readonly string[],
  path: string,
  stacks?: Stacks,
): Promise<LoadedSide> {
  if (word.kind === 'stack') return await stackSide(word, path, stacks);
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

async function stackSide({ name }: { readonly name?: string }, path: string, stacks?: Stacks): Promise<LoadedSide> {
  if (stacks === undefined) throw new Misuse(`"stack:${name ?? ''}" is a stack, and nobody is there who knows stacks.`);
  const found = await stacks(name, path);
  const loaded = new Map([['', { ...found, places: new Map() }]]);
  return { name: found.name, loaded, diagnostics: [], sources: new Map(), failed: false };
}
