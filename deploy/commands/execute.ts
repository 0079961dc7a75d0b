import type { Outcome } from '../../compiler/commands/outcome.js';
import { Declined } from '../api/declined.js';
import type { Session } from '../api/session.js';
import { describeChangeSet } from '../changes/describe.js';
import { executionToken } from '../flow/changeSet/execute.js';
import type { OnFailure } from '../flow/changeSet/request.js';
import { carryOut } from '../flow/deployment/carryOut.js';
import { confirm } from '../flow/deployment/confirmed.js';
import { unchanged } from '../flow/deployment/unchanged.js';
import { hasCode } from '../flow/faults.js';
import { flagsOf, shell } from '../flow/flags.js';
import { patient } from '../flow/patient.js';
import { type Concluded, conclude } from '../flow/result/conclude.js';
import { ended } from '../flow/result/ended.js';
import { settle } from '../flow/settle.js';
import { accountIn } from '../flow/stack.js';
import { started } from '../flow/start.js';
import { sinceLastOperation } from '../flow/watch/feed.js';
import { follow } from '../flow/watch/follow.js';
import type { Work } from '../flow/work.js';
import { checkPlan } from '../plan/check.js';
import { readPlan } from '../plan/file.js';
import type { Plan } from '../plan/plan.js';
import { renewalOf } from './renewal.js';
import { subjectOf } from './subject.js';

/** What `jiml deploy --plan` is given. */
export interface ExecuteOptions {
  /** The file that `jiml plan --out` wrote. */
  readonly plan: string;
  readonly yes: boolean;
  readonly wait: boolean;
  /** For how long to wait, in milliseconds. */
  readonly timeout?: number | undefined;
  /** `keep` keeps what fails; anything else was decided when the plan was made. */
  readonly onFailure?: OnFailure | undefined;
}

/**
 * Executes the change set of a plan, and nothing else; one that says that there is nothing to do is only checked.
 *
 * @throws Misuse, Refused; Fault
 */
export async function execute(options: ExecuteOptions, session: Session): Promise<Outcome> {
  const plan = await readPlan(options.plan);
  const { id, name } = plan.stack;
  const subject = subjectOf({ stack: name, named: true }, session);
  const again = `jiml deploy --plan ${shell(options.plan)}${flagsOf(session)}`;
  const declared = new Map(plan.review.comparison.diff.resources.map((one) => [one.id, one.type]));
  const start = { ...options, stack: id ?? name, subject, again, declared };
  return await conclude(session, name, () => started(session, start, (work) => executed(work, plan, options)));
}

async function executed(work: Work, plan: Plan, options: ExecuteOptions): Promise<Concluded> {
  const { session } = work;
  const keep = options.onFailure === 'keep';
  const kind = plan.review.action === 'create' || plan.review.action === 'import' ? plan.review.action : 'update';
  const renewal = renewalOf(plan, options.plan, session);
  const { stack } = await settle(work, 'execute', { keep }).catch((error: unknown) => renewed(renewal, error));
  const stackId = stack?.StackId ?? work.stack;
  const now = { region: session.region, account: accountIn(stackId), stack };
  if (plan.changeSet === undefined) {
    checked(await checkPlan(plan, { ...now, changeSet: undefined }), renewal);
    return await unchanged(work, false);
  }
  const feed = await sinceLastOperation(session, stackId);
  // A run that was cut short has begun it already: this one tells how it ended.
  if (feed.token === executionToken(plan.changeSet)) {
    session.report({ kind: 'note', text: 'This plan was carried out already; this is how that went.' });
    return ended(work, kind, await follow(work, { feed, begun: true }));
  }
  const changeSet = await describeChangeSet(patient(session), stackId, plan.changeSet).catch(goneIfAbsent);
  checked(await checkPlan(plan, { ...now, changeSet }), renewal);
  session.report({ kind: 'review', review: plan.review });
  await confirm(work, plan.review);
  const made = { id: plan.changeSet, stackId, name: changeSet?.ChangeSetName ?? plan.changeSet };
  return await carryOut(work, { made, review: plan.review, kind, keep, protection: false });
}

/** @throws Declined where something is no longer as it was reviewed */
function checked(moved: readonly string[], renewal: string): void {
  if (moved.length === 0) return;
  const text = `The plan is not executed: things are no longer as they were reviewed. ${moved.join(' ')}`;
  throw new Declined(text, [renewal]);
}

/** Says how the plan is made anew where that leads out. @throws Declined, or whatever else it is */
function renewed(renewal: string, error: unknown): never {
  if (!(error instanceof Declined)) throw error;
  const next = error.next.map((line) => (line.startsWith('jiml plan ') ? renewal : line));
  throw new Declined(error.message, next);
}

function goneIfAbsent(error: unknown): undefined {
  if (hasCode(error, 'ChangeSetNotFound')) return undefined;
  throw error;
}
