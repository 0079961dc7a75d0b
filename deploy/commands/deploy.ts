import { Misuse, type Outcome } from '../../compiler/commands/outcome.js';
import type { Result } from '../api/report.js';
import type { Session } from '../api/session.js';
import { agree } from '../flow/agree.js';
import { carryOut } from '../flow/deployment/carryOut.js';
import { guard } from '../flow/deployment/guard.js';
import { offered, withheld } from '../flow/deployment/offer.js';
import type { Given } from '../flow/deployment/options.js';
import { prepare } from '../flow/deployment/prepare.js';
import { protectStack } from '../flow/deployment/protection.js';
import { watched } from '../flow/deployment/watched.js';
import { type Concluded, conclude } from '../flow/result/conclude.js';
import { outputsOf } from '../flow/result/ended.js';
import { settle } from '../flow/settle.js';
import { stackOf } from '../flow/stack.js';
import { started } from '../flow/start.js';
import { nameOf } from '../flow/watch/follow.js';
import type { Work } from '../flow/work.js';
import { type Target, targetOf } from '../inputs/target.js';
import { subjectOf, whereIn } from './subject.js';

/** What `jiml deploy` is given. */
export interface DeployOptions extends Given {
  /** A file or folder. */
  readonly blueprint: string;
  /** The stack's name or id, where it is not the blueprint's. */
  readonly stack?: string | undefined;
  readonly components: readonly string[];
  /** Whether warnings are errors. */
  readonly strict: boolean;
  readonly yes: boolean;
  /** Whether to wait until what is begun has ended. */
  readonly wait: boolean;
  /** For how long to wait, in milliseconds. */
  readonly timeout?: number | undefined;
  /** Whether the stack is protected against being deleted once it is deployed; not changed where that is not said. */
  readonly terminationProtection?: boolean | undefined;
}

/**
 * Makes a stack what its blueprint says: creates it, updates it, or finds nothing to do.
 *
 * @throws Misuse, Refused; Fault
 */
export async function deploy(options: DeployOptions, session: Session): Promise<Outcome> {
  const { blueprint, stack, components, strict } = options;
  const { target, outcome } = await targetOf(blueprint, { stack, components, strict });
  if (target === undefined) return outcome;
  checkRegion(target, session);
  const subject = subjectOf({ file: target.file, stack: target.stack, named: stack !== undefined }, session);
  const start = { ...options, stack: target.stack, subject, where: whereIn(target.places) };
  const concluded = await conclude(session, target.stack, () =>
    started(session, start, (work) => deployed(work, target, options)),
  );
  return {
    ...concluded,
    diagnostics: [...outcome.diagnostics, ...concluded.diagnostics],
    sources: new Map([...outcome.sources, ...concluded.sources]),
  };
}

/** @throws Misuse where a blueprint is for another region */
export function checkRegion({ region, file }: Target, session: Pick<Session, 'region'>): void {
  if (region === undefined || region === session.region) return;
  throw new Misuse(`"${file}" is for the region "${region}", and this is "${session.region}".`);
}

async function deployed(work: Work, target: Target, options: DeployOptions): Promise<Concluded> {
  const keep = options.onFailure === 'keep';
  const { stack } = await settle(work, 'deploy', { keep });
  const prepared = await prepare(work, target, options, stack, { purpose: 'deploy', imports: [] });
  const offer = await offered(work, prepared);
  if (offer.how === 'failed') return offer.concluded;
  if (offer.how === 'nothing') return await unchanged(work, options);
  const { made, review } = offer.offer;
  await withheld(work, made, async () => {
    await guard(work, review, target, options.allow);
    await agree(
      work,
      questionOf(work, prepared.exists),
      'The changes have to be confirmed.',
      `jiml deploy ${work.subject} --yes`,
    );
  });
  const kind = prepared.exists ? 'update' : 'create';
  work.session.report(watched(work, review, target.graph));
  return await carryOut(work, { made, kind, keep, protection: options.terminationProtection === true });
}

function questionOf({ stack, session }: Work, exists: boolean): string {
  const where = session.local ? `${session.region} of the local CloudFormation` : session.region;
  return `${exists ? 'Update' : 'Create'} the stack "${nameOf(stack)}" in ${where}?`;
}

/** There is nothing to change, which is success. */
async function unchanged(work: Work, { terminationProtection }: DeployOptions): Promise<Result> {
  const stack = await stackOf(work.session, work.stack);
  const id = stack?.StackId ?? work.stack;
  if (terminationProtection === true && stack?.EnableTerminationProtection !== true) await protectStack(work, id, true);
  return {
    stack: nameOf(work.stack),
    ...(stack?.StackId === undefined ? {} : { stackId: stack.StackId }),
    ...(stack?.StackStatus === undefined ? {} : { status: stack.StackStatus }),
    verdict: 'none',
    text: `There is nothing to change: the stack "${nameOf(work.stack)}" is as its blueprint says.`,
    next: [],
    outputs: outputsOf(stack),
  };
}
