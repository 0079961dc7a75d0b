import { Misuse, type Outcome } from '../../compiler/commands/outcome.js';
import type { Session } from '../api/session.js';
import type { Given } from '../flow/deployment/options.js';
import { type Concluded, conclude } from '../flow/result/conclude.js';
import { type Start, started } from '../flow/start.js';
import type { Work } from '../flow/work.js';
import { type Target, targetOf } from '../inputs/target.js';
import { askedOf } from './asked.js';
import { declaredIn, subjectOf, whereIn } from './subject.js';

/** A blueprint that a command is about. */
export interface BlueprintOptions {
  /** A file or folder. */
  readonly blueprint: string;
  /** The stack's name or id, where it is not the blueprint's. */
  readonly stack?: string | undefined;
  readonly components: readonly string[];
  /** Whether warnings are errors. */
  readonly strict: boolean;
}

/** Does a command's work with a blueprint that compiles, and tells how it ended. @throws Misuse, Refused; Fault */
export async function withBlueprint(
  command: string,
  options: BlueprintOptions & Pick<Start, 'yes' | 'wait' | 'timeout'> & Partial<Given>,
  session: Session,
  use: (work: Work, target: Target) => Promise<Concluded>,
): Promise<Outcome> {
  const { blueprint, stack, components, strict, yes, wait, timeout } = options;
  const { target, outcome } = await targetOf(blueprint, { stack, components, strict });
  if (target === undefined) return outcome;
  checkRegion(target, session);
  const subject = subjectOf({ file: target.file, stack: target.stack, named: stack !== undefined }, session);
  const begun = {
    yes,
    wait,
    timeout,
    stack: target.stack,
    subject,
    again: `jiml ${command} ${subject}${askedOf(options, target.template)}`,
    where: whereIn(target.places),
    declared: declaredIn(target),
  };
  // What there is to say of the blueprint is said before anything is decided.
  for (const diagnostic of outcome.diagnostics) session.report({ kind: 'diagnostic', diagnostic });
  return await conclude(session, target.stack, () => started(session, begun, (work) => use(work, target)));
}

/** @throws Misuse where a blueprint is for another region */
function checkRegion({ region, file }: Target, session: Pick<Session, 'region'>): void {
  if (region === undefined || region === session.region) return;
  throw new Misuse(`"${file}" is for the region "${region}", and this is "${session.region}".`);
}
