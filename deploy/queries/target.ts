import { Misuse } from '../../compiler/commands/outcome.js';
import { type StackName, stackNameOf } from '../inputs/name.js';
import type { Form } from './document.js';

/** What commands that look at a stack are given. */
export interface QueryOptions {
  /** What was written behind the command: perhaps a blueprint, then what the command itself takes. */
  readonly words: readonly string[];
  /** The stack's name or id, where it is not the blueprint's. */
  readonly stack?: string | undefined;
  /** Folders of components, beside the blueprint's own. */
  readonly components: readonly string[];
  readonly form: Form;
}

/** The stack that a command looks at, and how it is named in a command that speaks of it again. */
export interface Looked extends StackName {
  readonly named: string;
}

/**
 * @param most How many words the command itself takes.
 * @throws Misuse as `stackNameOf`, and for more words.
 */
export function lookedAt({ words, stack }: QueryOptions, local: boolean, most = 0): Looked {
  const found = stackNameOf(words, { stack });
  const more = found.rest[most];
  if (more !== undefined) throw new Misuse(`"${more}" is one word too many: it names no blueprint.`);
  const named = [
    ...(found.file === undefined ? [] : [shell(found.file)]),
    ...(found.file === undefined || stack !== undefined ? ['--stack', shell(found.stack)] : []),
    ...(local ? ['--local'] : []),
  ];
  return { ...found, named: named.join(' ') };
}

/** A word as a shell takes it. */
export function shell(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
