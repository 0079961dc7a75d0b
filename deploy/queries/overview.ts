import type { ChangeSetSummary, Stack, StackResourceSummary, StackStatus } from '../api/cloudformation.js';
import { timeOf } from './age.js';
import { madeByJiml } from './author.js';
import { given } from './document.js';
import { byName, counted } from './named.js';
import { meaningOf, nextIn } from './states.js';

/** A stack in a glance, as `jiml status --format json` prints it (schemas/output/status.schema.json). */
export type Overview = ReturnType<typeof overviewOf>;

/** What an overview is drawn from. */
export interface Seen {
  readonly stack: Stack;
  readonly region: string;
  /** How the stack is named in a command that speaks of it again. */
  readonly named: string;
  readonly changeSets: readonly ChangeSetSummary[];
  readonly resources: readonly StackResourceSummary[];
}

/** What stands where an endpoint says no state. */
const UNKNOWN = 'UNKNOWN' as StackStatus;

/** What is to be known of a stack in a glance. */
export function overviewOf({ stack, region, named, changeSets, resources }: Seen) {
  const status = stack.StackStatus ?? UNKNOWN;
  return given({
    version: 1 as const,
    stack: stack.StackName ?? '',
    stackId: stack.StackId,
    region,
    status,
    meaning: meaningOf(status),
    next: nextOf({ stack, named, changeSets, resources }, status),
    reason: stack.StackStatusReason,
    description: stack.Description,
    created: timeOf(stack.CreationTime),
    changed: timeOf(stack.LastUpdatedTime),
    deleted: timeOf(stack.DeletionTime),
    parent: stack.ParentId,
    terminationProtection: stack.EnableTerminationProtection === true,
    role: stack.RoleARN,
    capabilities: [...(stack.Capabilities ?? [])].sort(),
    notifications: stack.NotificationARNs ?? [],
    tags: byName((stack.Tags ?? []).map(({ Key, Value = '' }) => [Key, Value])),
    parameters: byName((stack.Parameters ?? []).map((one) => [one.ParameterKey, parameterOf(one)])),
    operations: (stack.LastOperations ?? []).map(({ OperationType, OperationId }) =>
      given({ type: OperationType, id: OperationId }),
    ),
    drift: driftOf(stack),
    changeSets: changeSets.map(changeSetOf),
    resources: counted(resources.map(({ ResourceStatus }) => ResourceStatus ?? 'UNKNOWN')),
  });
}

/** What somebody else's change set waits for is theirs to do. */
function nextOf({ stack, named, changeSets, resources }: Omit<Seen, 'region'>, status: StackStatus): readonly string[] {
  const others = changeSets.some(({ ChangeSetName }) => !madeByJiml(ChangeSetName));
  if (status === 'REVIEW_IN_PROGRESS' && others) return [];
  const next = nextIn(status, named, failedIn(resources));
  const drifted = stack.DriftInformation?.StackDriftStatus === 'DRIFTED';
  if (status === 'DELETE_FAILED' && resources.some(isFullBucket))
    return [`jiml destroy ${named} --empty-buckets`, ...next];
  return drifted && next.length === 0 ? [`jiml drift ${named}`] : next;
}

function failedIn(resources: readonly StackResourceSummary[]): string | undefined {
  return resources.find(({ ResourceStatus }) => ResourceStatus?.endsWith('_FAILED') === true)?.LogicalResourceId;
}

function isFullBucket({ ResourceType, ResourceStatus, ResourceStatusReason = '' }: StackResourceSummary): boolean {
  return (
    ResourceType === 'AWS::S3::Bucket' && ResourceStatus === 'DELETE_FAILED' && /not empty/i.test(ResourceStatusReason)
  );
}

/** What was looked up in Systems Manager stands beside the name that it was looked up by. Secrets come masked. */
function parameterOf({ ParameterValue = '', ResolvedValue }: NonNullable<Stack['Parameters']>[number]) {
  return given({ value: ParameterValue, resolved: ResolvedValue });
}

function driftOf({ DriftInformation: drift }: Stack) {
  return given({ status: drift?.StackDriftStatus ?? 'NOT_CHECKED', checked: timeOf(drift?.LastCheckTimestamp) });
}

function changeSetOf(one: ChangeSetSummary) {
  return given({
    name: one.ChangeSetName ?? '',
    id: one.ChangeSetId,
    status: one.Status ?? 'UNKNOWN',
    execution: one.ExecutionStatus,
    reason: one.StatusReason,
    created: timeOf(one.CreationTime),
    description: one.Description,
    jiml: madeByJiml(one.ChangeSetName),
  });
}
