import { Misuse } from '../../compiler/commands/outcome.js';
import type { Session } from '../api/session.js';
import { flagsOf, shell } from '../flow/flags.js';
import { namedHint, type StackName, stackNameOf } from '../inputs/name.js';
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
export function lookedAt({ words, stack }: QueryOptions, session: Pick<Session, 'local' | 'flags'>, most = 0): Looked {
  const found = stackNameOf(words, { stack });
  const more = found.rest[most];
  if (more !== undefined) throw new Misuse(`"${more}" is one word too many: it names no blueprint.`, namedHint(more));
  const named = [
    ...(found.file === undefined ? [] : [shell(found.file)]),
    ...(found.file === undefined || stack !== undefined ? ['--stack', shell(found.stack)] : []),
  ];
  return { ...found, named: named.join(' ') + flagsOf(session) };
}
