import { basename, dirname, resolve } from 'node:path';
import { filesOf, inputs } from '../../compiler/commands/inputs.js';
import { Misuse } from '../../compiler/commands/outcome.js';
import { Diagnostics } from '../../compiler/diagnostics/diagnostic.js';
import { member, type Node } from '../../compiler/source/node.js';
import { parse } from '../../compiler/source/parse.js';
import { blueprintsIn, isBlueprint } from './find.js';

/** Which stack a command is about. */
export interface StackName {
  readonly stack: string;
  /** The region that the blueprint says. */
  readonly region?: string;
  /** The blueprint, where the name comes from one. */
  readonly file?: string;
  /** The words that are left. */
  readonly rest: readonly string[];
}

const STACK = /^[A-Za-z][A-Za-z0-9-]{0,127}$/;
const STACK_ID = /^arn:[^:]*:cloudformation:[^:]*:[^:]*:stack\/[A-Za-z][A-Za-z0-9-]{0,127}\/[^/]+$/;

/**
 * Which stack is meant by the words of a command that needs no more than a name: `--stack`; a first word that is a
 * blueprint (a file or a folder); otherwise the current folder's only blueprint. Of a blueprint only `name` and `region`
 * are read, so that it may have errors.
 *
 * @throws Misuse where none of them says it, or where it can be no name.
 */
export function stackNameOf(words: readonly string[], { stack }: { readonly stack?: string | undefined }): StackName {
  const [first, ...others] = words;
  const named = first !== undefined && isBlueprint(first);
  const rest = named ? others : words;
  const file = named ? first : stack === undefined ? onlyBlueprint(words) : undefined;
  if (file === undefined) return { stack: checkedName(stack as string), rest };
  const { name, region } = headOf(file);
  return {
    stack: nameFor(file, name, stack),
    file,
    ...(region === undefined ? {} : { region }),
    rest,
  };
}

/**
 * The name of a blueprint's stack: as asked for, as the blueprint says, or as its file or folder is called, with a dash
 * for what stands between words.
 *
 * @throws Misuse where that can be no stack's name.
 */
export function nameFor(file: string, name: string | undefined, asked: string | undefined): string {
  if (asked !== undefined) return checkedName(asked);
  if (name !== undefined) return checkedName(name, file);
  if (file === '-')
    throw new Misuse('A blueprint from standard input needs a name: write "name" in it, or give --stack.');
  const [input] = inputs([file]);
  const called = (input?.name ?? '').replaceAll(/[\s_.]+/g, '-').replaceAll(/^-+|-+$/g, '');
  if (STACK.test(called)) return called;
  const what = called === '' ? basename(resolve(file)) : called;
  throw new Misuse(`"${what}" cannot be a stack's name (${FORM}): write "name" in the blueprint, or give --stack.`);
}

const FORM = 'a letter, and then up to 127 letters, digits and dashes';

/** @throws Misuse for what can be no stack's name, nor its id. */
function checkedName(name: string, file?: string): string {
  if (STACK.test(name) || (file === undefined && STACK_ID.test(name))) return name;
  const where = file === undefined ? '' : ` in "${file}"`;
  throw new Misuse(`"${name}"${where} cannot be a stack's name, which is ${FORM}.`);
}

/** What to say to somebody who may have written a stack's name where a blueprint's stands. */
export function namedHint(word: string): readonly string[] {
  return STACK.test(word) ? [`A stack is named with --stack ${word}.`] : [];
}

/** What a blueprint says of itself, as far as it can be read. */
function headOf(file: string): { readonly name?: string; readonly region?: string } {
  const { report } = new Diagnostics();
  const roots = filesOf(file).flatMap(({ file: path, text }) => parse(path, text, report).root ?? []);
  const said = (key: string) => roots.map((root) => scalarOf(root, key)).find((value) => value !== undefined);
  const [name, region] = [said('name'), said('region')];
  return { ...(name === undefined ? {} : { name }), ...(region === undefined ? {} : { region }) };
}

function scalarOf(root: Node, key: string): string | undefined {
  const node = root.kind === 'map' ? member(root, key) : undefined;
  return node?.kind === 'scalar' && node.text !== '' ? node.text : undefined;
}

/** @throws Misuse where there is none, or more than one. */
function onlyBlueprint(words: readonly string[]): string {
  const [word] = words;
  // A word that looks like a file is one that is not there.
  if (word !== undefined && (/\.(?:ya?ml|json)$/i.test(word) || dirname(word) !== '.')) filesOf(word);
  const found = blueprintsIn('.');
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  if (only === undefined)
    throw new Misuse('Which stack is meant? There is no blueprint in this folder: name a file, or give --stack.');
  const shown = found.length > 5 ? [...found.slice(0, 4), `${found.length - 4} more`] : found;
  throw new Misuse(
    `Which stack is meant? This folder has several blueprints (${shown.join(', ')}): name one, or give --stack.`,
  );
}
