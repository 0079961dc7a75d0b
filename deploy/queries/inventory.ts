import type { JsonMap } from '../../compiler/template/template.js';
import { byCodeUnits } from '../../compiler/text/codeUnits.js';
import type { StackResourceSummary } from '../api/cloudformation.js';
import type { Caller } from '../flow/insist.js';
import { everyPage } from '../flow/pages.js';
import { timeOf } from './age.js';
import { given } from './document.js';
import type { Places } from './places.js';

/** A resource of a stack, as `jiml resources --format json` prints it (schemas/output/resources.schema.json). */
export interface Listed {
  /** The logical id; in a nested stack behind those of the stacks around it: `Network/Vpc`. */
  readonly id: string;
  readonly type: string;
  readonly physicalId?: string;
  readonly status: string;
  readonly reason?: string;
  readonly changed?: string;
  readonly drift?: string;
  /** `shop.yaml:14` */
  readonly where?: string;
}

/** The same with what is known of one alone. */
export interface Detailed extends Listed {
  /** What it was last given, without functions; secrets masked. */
  readonly properties?: JsonMap;
}

/** The stack that a resource is in, which may be a nested one. */
export function stackAround({ id }: Listed, all: readonly Listed[], outermost: string): string {
  const above = id.slice(0, Math.max(0, id.lastIndexOf('/')));
  return all.find((one) => one.id === above)?.physicalId ?? outermost;
}

const NESTED = 'AWS::CloudFormation::Stack';

/** Nested stacks are followed this deep; CloudFormation says no limit, and an endpoint may answer anything. */
const DEEPEST = 20;

/** All resources of a stack, those of its nested stacks behind them, sorted by id. @throws Fault */
export async function inventoryOf(caller: Caller, stackId: string, places: Places): Promise<readonly Listed[]> {
  const found: Listed[] = [];
  const seen = new Set<string>();
  const visit = async (id: string, above: readonly string[]): Promise<void> => {
    if (seen.has(id) || above.length > DEEPEST) return;
    seen.add(id);
    const own = await everyPage(caller, 'ListStackResources', { StackName: id }, (page) => page.StackResourceSummaries);
    for (const one of own) found.push(listed(one, above, places));
    for (const one of own) {
      const { ResourceType, PhysicalResourceId: nested, LogicalResourceId = '', ResourceStatus } = one;
      if (ResourceType === NESTED && nested?.startsWith('arn:') === true && ResourceStatus !== 'DELETE_COMPLETE')
        await visit(nested, [...above, LogicalResourceId]);
    }
  };
  await visit(stackId, []);
  return found.sort((a, b) => byCodeUnits(a.id, b.id));
}

function listed(one: StackResourceSummary, above: readonly string[], places: Places): Listed {
  const { LogicalResourceId: id = '', DriftInformation: drift } = one;
  return given({
    id: [...above, id].join('/'),
    type: one.ResourceType ?? '',
    physicalId: one.PhysicalResourceId,
    status: one.ResourceStatus ?? 'UNKNOWN',
    reason: one.ResourceStatusReason,
    changed: timeOf(one.LastUpdatedTimestamp),
    drift: drift?.StackResourceDriftStatus === 'NOT_CHECKED' ? undefined : drift?.StackResourceDriftStatus,
    // Of a nested stack only the resource that it is stands in the blueprint.
    where: places.where(above[0] ?? id),
  });
}

/** The nested stacks among resources: their ids, and the logical ids that lead to each. */
export function nestedIn(
  resources: readonly Listed[],
): readonly { readonly stackId: string; readonly above: readonly string[] }[] {
  return resources.flatMap(({ id, type, physicalId, status }) =>
    type === NESTED && physicalId?.startsWith('arn:') === true && status !== 'DELETE_COMPLETE'
      ? [{ stackId: physicalId, above: id.split('/') }]
      : [],
  );
}
