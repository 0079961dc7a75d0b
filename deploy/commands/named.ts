import { Misuse, type Outcome } from '../../compiler/commands/outcome.js';
import type { Session } from '../api/session.js';
import { type Concluded, conclude } from '../flow/result/conclude.js';
import { started } from '../flow/start.js';
import type { Work } from '../flow/work.js';
import { namedHint, stackNameOf } from '../inputs/name.js';
import { type Target, targetOf } from '../inputs/target.js';
import { declaredIn, subjectOf, whereIn } from './subject.js';

/** A stack that a command is about, by its blueprint or its name. */
export interface NamedOptions {
  /** What was written behind the command: perhaps a blueprint. */
  readonly words: readonly string[];
  /** The stack's name or id, where it is not the blueprint's. */
  readonly stack?: string | undefined;
  readonly components: readonly string[];
}

/** Whether a command asks, and for how long it waits. */
export interface ActOptions extends NamedOptions {
  /** Whether what is asked for confirmation is agreed to. */
  readonly yes: boolean;
  /** Whether to wait until what is begun has ended. */
  readonly wait: boolean;
  /** For how long to wait, in milliseconds. */
  readonly timeout?: number | undefined;
}

/**
 * Does a command's work with a stack, and tells how it ended. The blueprint says where things are and what it protects;
 * the command works without it too.
 *
 * @throws Misuse, Refused; Fault
 */
export async function withStack(
  command: string,
  options: NamedOptions & Partial<ActOptions>,
  session: Session,
  use: (work: Work, target: Target | undefined) => Promise<Concluded>,
): Promise<Outcome> {
  const { words, stack: given, components } = options;
  const { stack, file, rest } = stackNameOf(words, { stack: given });
  const [word] = rest;
  if (word !== undefined) throw new Misuse(`"${word}" is neither a blueprint nor a folder of one.`, namedHint(word));
  const target = await readable(file, stack, components, session);
  const subject = subjectOf({ file, stack, named: given !== undefined }, session);
  const where = whereIn(target?.places ?? new Map());
  const declared = declaredIn(target);
  const start = { ...options, stack, subject, again: `jiml ${command} ${subject}`, where, declared };
  return await conclude(session, stack, () => started(session, start, (work) => use(work, target)));
}

/** A blueprint as far as it can be read: one with errors is no reason not to help its stack. */
async function readable(
  file: string | undefined,
  stack: string,
  components: readonly string[],
  { report }: Session,
): Promise<Target | undefined> {
  if (file === undefined) return undefined;
  const { target } = await targetOf(file, { stack, components, strict: false });
  if (target === undefined)
    report({ kind: 'warning', text: `"${file}" has errors: what it says of the stack's resources is not known.` });
  return target;
}
