import type { Outcome } from '../../compiler/commands/outcome.js';
import type { Diff } from '../../compiler/diff/model.js';
import { verdict } from '../../compiler/diff/render/count.js';
import type { Review } from '../api/report.js';
import type { Session } from '../api/session.js';
import { discard, withheld } from '../flow/changeSet/discard.js';
import { guard } from '../flow/deployment/guard.js';
import { type Offer, offered } from '../flow/deployment/offer.js';
import type { Given } from '../flow/deployment/options.js';
import { type Prepared, prepare } from '../flow/deployment/prepare.js';
import { unchanged } from '../flow/deployment/unchanged.js';
import { flagsOf, shell } from '../flow/flags.js';
import type { Concluded } from '../flow/result/conclude.js';
import { settle } from '../flow/settle.js';
import { accountIn, stackOf } from '../flow/stack.js';
import type { Work } from '../flow/work.js';
import type { Target } from '../inputs/target.js';
import { type BlueprintOptions, withBlueprint } from './blueprint.js';

/** What `jiml plan` is given. */
export interface PlanOptions extends BlueprintOptions, Given {
  /** The file in which the plan is kept; without one the change set is deleted again. */
  readonly out?: string | undefined;
  /** Whether the verdict says what there is to change. */
  readonly exitCode: boolean;
  /** The version of jiml. */
  readonly version: string;
  readonly wait?: boolean | undefined;
  /** For how long to wait, in milliseconds. */
  readonly timeout?: number | undefined;
}

/**
 * Shows what deploying a blueprint would do, and keeps that for `jiml deploy --plan`.
 *
 * @throws Misuse, Refused; Fault
 */
export async function plan(options: PlanOptions, session: Session): Promise<Outcome> {
  let found: Outcome['verdict'] = 'none';
  const outcome = await withBlueprint('plan', options, session, async (work, target) => {
    const { stack } = await settle(work, 'plan', { keep: options.onFailure === 'keep' });
    const prepared = await prepare(work, target, options, stack, { purpose: 'plan', imports: [] });
    const offer = await offered(work, prepared);
    if (offer.how === 'failed') return offer.concluded;
    if (offer.how === 'nothing') return await idle(work, prepared, options);
    found = verdict([offer.review.comparison.diff]);
    return await planned(work, target, prepared, offer, options);
  });
  return options.exitCode && outcome.verdict === 'done' ? { ...outcome, verdict: found } : outcome;
}

async function planned(
  work: Work,
  target: Target,
  prepared: Prepared,
  offer: Offer,
  { out, allow, version }: PlanOptions,
): Promise<Concluded> {
  const { made, review } = offer;
  if (out === undefined) {
    await discard(work, made);
    return ended(work, offer, 'This is what would be done; nothing is kept of it.', [
      work.again.replace('plan', 'deploy'),
    ]);
  }
  await withheld(work, made, async () => {
    await guard({ ...work, again: `${work.again} --out ${shell(out)}` }, review, target, allow, false);
    await write(work, prepared, made, review, { out, allow, version });
  });
  const next = [`jiml deploy --plan ${shell(out)}${flagsOf(work.session)}`];
  return ended(work, offer, `The plan is kept in "${out}"; executing it does exactly this.`, next);
}

/** A plan is kept also where there is nothing to change, so that what carries it out has something to read. */
async function idle(work: Work, prepared: Prepared, { out, allow, version }: PlanOptions): Promise<Concluded> {
  const concluded = await unchanged(work, false);
  if (out === undefined || concluded.verdict !== 'none') return concluded;
  const stackId = concluded.stackId ?? work.stack;
  await write(work, prepared, { stackId }, nothingIn(work, stackId, prepared.target), { out, allow, version });
  const next = [`jiml deploy --plan ${shell(out)}${flagsOf(work.session)}`];
  return { ...concluded, text: `${concluded.text} The plan "${out}" says so.`, next };
}

/** The review of nothing. */
function nothingIn({ name, session }: Work, stackId: string, { file }: Target): Review {
  const account = accountIn(stackId);
  const diff: Diff = { version: 1, resources: [], sections: [], risks: [], capabilities: [], same: [] };
  return {
    stack: name,
    region: session.region,
    ...(account === undefined ? {} : { account }),
    action: 'none',
    comparison: { before: `stack:${name}`, after: file, ...(file === '-' ? {} : { file }), diff },
    parameters: [],
    tags: {},
    capabilities: [],
  };
}

async function write(
  { session }: Work,
  { target, parameters, tags, capabilities }: Prepared,
  { id, stackId }: { readonly id?: string; readonly stackId: string },
  review: Review,
  { out, allow, version }: { readonly out: string; readonly allow: readonly string[]; readonly version: string },
): Promise<void> {
  const [{ planOf }, { writePlan }] = await Promise.all([import('../plan/make.js'), import('../plan/file.js')]);
  const plan = await planOf({
    jiml: version,
    at: session.clock.now(),
    region: session.region,
    account: accountIn(stackId),
    stackName: target.stack,
    stack: await stackOf(session, stackId),
    changeSet: id,
    text: target.text,
    parameters,
    tags,
    capabilities,
    allow,
    review,
  });
  await writePlan(out, plan);
}

function ended({ name: stack }: Work, { made }: Offer, text: string, next: readonly string[]): Concluded {
  return { stack, stackId: made.stackId, verdict: 'done', text, next, outputs: {} };
}
