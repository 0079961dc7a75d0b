import { Declined } from '../../api/declined.js';
import type { Result } from '../../api/report.js';
import type { Target } from '../../inputs/target.js';
import { execute } from '../changeSet/execute.js';
import { hasCode, knowing } from '../faults.js';
import { ended } from '../result/ended.js';
import type { Kind } from '../result/kinds.js';
import { attend } from '../watch/attend.js';
import type { Work } from '../work.js';
import type { Offer } from './offer.js';
import { protectStack } from './protection.js';
import { watched } from './watched.js';

/** A change set that is agreed on, and how it is executed. */
export interface CarryOut extends Offer {
  readonly kind: Kind & ('create' | 'update' | 'import');
  /** Whether what fails is kept. */
  readonly keep: boolean;
  /** Whether the stack is to be protected against being deleted, once all went well. */
  readonly protection: boolean;
  /** Says the order of resources; undefined where the blueprint is not at hand. */
  readonly target?: Pick<Target, 'graph'>;
}

/** Executes a change set and follows it to its end. @throws Stopped, Fault */
export async function carryOut(work: Work, agreed: CarryOut): Promise<Result> {
  const { session, subject, again } = work;
  const { made, kind, keep, protection, review, target } = agreed;
  session.report(watched(work, review, target?.graph));
  session.report({ kind: 'step', text: `executing the change set "${made.name}"` });
  const feed = await knowing(
    ({ kind }) =>
      kind === 'refused'
        ? `The change set "${made.name}" was not executed.`
        : `Whether the change set "${made.name}" is being executed is not known: \`jiml status ${subject}\` says it, and \`${again}\` goes on from there.`,
    () => execute(session, made, keep).catch((error: unknown) => outdated(work, agreed, error)),
  );
  if (!work.wait) return await begun(work, agreed);
  const fleeting = kind === 'create' && !keep ? { fleeting: 'CREATE_FAILED' as const } : {};
  const followed = await attend(work, { feed, begun: false, ...fleeting });
  const result = ended(work, kind, followed);
  if (protection && result.verdict === 'done') {
    await protectStack(work, made.stackId, true);
    session.report({ kind: 'note', text: `The stack "${work.name}" is protected against being deleted.` });
  }
  return result;
}

/** Somebody else was faster: what was reviewed cannot be executed any more. @throws Declined, or whatever else it is */
function outdated({ again }: Work, { made }: CarryOut, error: unknown): never {
  if (!hasCode(error, 'InvalidChangeSetStatus', 'ChangeSetNotFound')) throw error;
  throw new Declined(`The change set "${made.name}" can no longer be executed: ${error.message}`, [again]);
}

/** A stack that is still being created may have to be deleted again, and is not protected against that. */
async function begun(work: Work, { made, kind, protection }: CarryOut): Promise<Result> {
  const { name, subject } = work;
  if (protection && kind !== 'create') await protectStack(work, made.stackId, true);
  const what = { create: 'creation', update: 'update', import: 'import' }[kind];
  const text = `The ${what} of "${name}" has begun, and is not waited for.`;
  const next = [
    `jiml events ${subject} --follow`,
    ...(protection && kind === 'create' ? [`jiml protect ${subject}`] : []),
  ];
  return { stack: name, stackId: made.stackId, verdict: 'done', text, next, outputs: {} };
}
