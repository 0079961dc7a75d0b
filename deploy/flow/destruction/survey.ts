import type { Diff, Where } from '../../../compiler/diff/model.js';
import type { Stack, StackResourceSummary } from '../../api/cloudformation.js';
import type { Review } from '../../api/report.js';
import { type Deployed, deployedOf } from '../../changes/deployed.js';
import type { Target } from '../../inputs/target.js';
import { patient } from '../patient.js';
import { leftOf, resourcesOf } from '../resources.js';
import { accountIn } from '../stack.js';
import type { Work } from '../work.js';

/** What is in a stack that is to be deleted. */
export interface Survey {
  readonly review: Review;
  readonly resources: readonly StackResourceSummary[];
}

/**
 * Looks at what would go with a stack, and what would stay.
 *
 * @param retain The logical ids of what is kept although its policy does not say so.
 * @throws Fault
 */
export async function survey(
  work: Work,
  stack: Stack,
  target: Target | undefined,
  retain: readonly string[] = [],
): Promise<Survey> {
  const { session } = work;
  const id = stack.StackId ?? work.stack;
  const [resources, deployed] = await Promise.all([resourcesOf(session, id), deployedOf(patient(session), id)]);
  // What was kept when it was deleted before is no part of it any more.
  const left = leftOf(resources).filter(({ ResourceStatus }) => ResourceStatus !== 'DELETE_SKIPPED');
  const account = accountIn(stack.StackId);
  const review: Review = {
    stack: work.name,
    region: session.region,
    ...(account === undefined ? {} : { account }),
    action: 'delete',
    comparison: {
      before: `stack:${work.name}`,
      after: 'nothing',
      diff: keeping(await removal(deployed, left, target), new Set(retain)),
    },
    parameters: [],
    tags: {},
    capabilities: [],
  };
  return { review, resources: left };
}

/** With what is kept: no data is lost with it. */
function keeping(diff: Diff, retain: ReadonlySet<string>): Diff {
  const resources = diff.resources.map((one) => (retain.has(one.id) ? { ...one, data: 'retained' as const } : one));
  return { ...diff, resources, risks: diff.risks.filter(({ id, kind }) => kind !== 'data-loss' || !retain.has(id)) };
}

/** The difference between what is there and nothing. */
async function removal(
  deployed: Deployed | undefined,
  left: readonly StackResourceSummary[],
  target: Target | undefined,
): Promise<Diff> {
  const [{ diff }, { Specifications }] = await Promise.all([
    import('../../../compiler/diff/diff.js'),
    import('../../../compiler/specification/read.js'),
  ]);
  const places: ReadonlyMap<string, Where> = target?.places ?? new Map();
  const before = { template: deployed?.template ?? {}, parameters: deployed?.parameters ?? new Map(), places };
  const after = { template: {}, parameters: new Map<string, string>(), places: new Map<string, Where>() };
  const whole = diff(before, after, new Specifications());
  const ids = new Set(left.map(({ LogicalResourceId }) => LogicalResourceId));
  const resources = whole.resources.filter((change) => ids.has(change.id));
  return {
    ...whole,
    resources,
    sections: [],
    same: [],
    risks: whole.risks.filter((risk) => ids.has(risk.id)),
    capabilities: [],
  };
}
