import type { StackResource, StackResourceSummary } from '../../api/cloudformation.js';
import type { ResourceState, StackState } from '../state/stack.js';
import { refusal } from '../template/refuse.js';
import type { Context, Handler } from './context.js';
import { stackOf } from './find.js';
import { pageOf } from './page.js';

/** How many resources CloudFormation gives at once: a description is cut, a list has pages. */
const RESOURCES = 100;

/** DescribeStackResources (CloudFormation API Reference). */
export const describeStackResources: Handler<'DescribeStackResources'> = (context, input) => {
  const { LogicalResourceId: id, PhysicalResourceId: physicalId } = input;
  const stack =
    input.StackName === undefined && physicalId !== undefined
      ? ownerOf(context, physicalId)
      : stackOf(context, input.StackName);
  const found = sorted(stack).filter(
    (one) => (id === undefined || one.id === id) && (physicalId === undefined || one.physicalId === physicalId),
  );
  if (id !== undefined && found.length === 0) {
    throw refusal(`Resource ${id} does not exist for stack ${stack.name}`);
  }
  return { StackResources: found.slice(0, RESOURCES).map((one) => shown(stack, one)) };
};

/** ListStackResources (CloudFormation API Reference). */
export const listStackResources: Handler<'ListStackResources'> = (context, input) => {
  const stack = stackOf(context, input.StackName);
  const { items, next } = pageOf(sorted(stack), RESOURCES, input.NextToken);
  return {
    StackResourceSummaries: items.map(
      (one): StackResourceSummary => ({ ...common(one), LastUpdatedTimestamp: new Date(one.at) }),
    ),
    ...next,
  };
};

function ownerOf(context: Context, physicalId: string): StackState {
  for (const { id, deleted, region } of context.scene.unit.account.stacks) {
    if (deleted || region !== context.region) continue;
    const stack = context.scene.unit.stack(id);
    if (stack !== undefined && [...stack.resources.values()].some((one) => one.physicalId === physicalId)) return stack;
  }
  throw refusal(`Stack for ${physicalId} does not exist`);
}

function sorted({ resources }: StackState): readonly ResourceState[] {
  return [...resources.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function shown(stack: StackState, resource: ResourceState): StackResource {
  return { StackName: stack.name, StackId: stack.id, ...common(resource), Timestamp: new Date(resource.at) };
}

function common({ id, type, physicalId, status, reason, drift }: ResourceState) {
  const checked = drift?.checked === undefined ? {} : { LastCheckTimestamp: new Date(drift.checked) };
  return {
    LogicalResourceId: id,
    ...(physicalId !== undefined && { PhysicalResourceId: physicalId }),
    ResourceType: type,
    ResourceStatus: status,
    ...(reason !== undefined && { ResourceStatusReason: reason }),
    DriftInformation: { StackResourceDriftStatus: drift?.found ?? ('NOT_CHECKED' as const), ...checked },
  };
}
