import type { Capability, OperationType, Output, Stack, StackSummary } from '../../api/cloudformation.js';
import type { Scene } from '../simulation/scene.js';
import type { StackState } from '../state/stack.js';
import type { Context, Handler } from './context.js';
import { stackOf } from './find.js';
import { pageOf } from './page.js';
import { shownParameters, shownTags } from './shown.js';

/** How many stacks CloudFormation gives at once. */
const STACKS = 100;
/** How long deleted stacks are listed, in milliseconds. */
const REMEMBERED = 90 * 24 * 60 * 60 * 1000;

/** DescribeStacks (CloudFormation API Reference). */
export const describeStacks: Handler<'DescribeStacks'> = (context, input) => {
  if (input.StackName !== undefined) return { Stacks: [shown(context.scene, stackOf(context, input.StackName))] };
  const { items, next } = pageOf(entries(context, false), STACKS, input.NextToken);
  return { Stacks: stacksOf(context, items).map((stack) => shown(context.scene, stack)), ...next };
};

/** ListStacks (CloudFormation API Reference): deleted ones too, for 90 days. */
export const listStacks: Handler<'ListStacks'> = (context, input) => {
  const filter = new Set<string>(input.StackStatusFilter ?? []);
  const all = stacksOf(context, entries(context, true)).filter(
    ({ status, deleted = context.scene.now }) =>
      (filter.size === 0 || filter.has(status)) && context.scene.now - deleted < REMEMBERED,
  );
  const { items, next } = pageOf(all, STACKS, input.NextToken);
  return { StackSummaries: items.map((stack) => summary(context.scene, stack)), ...next };
};

/** The newest first. */
function entries({ scene, region }: Context, deleted: boolean) {
  return scene.unit.account.stacks.filter((one) => one.region === region && (deleted || !one.deleted)).reverse();
}

function stacksOf({ scene }: Context, found: readonly { readonly id: string }[]): readonly StackState[] {
  return found.flatMap(({ id }) => scene.unit.stack(id) ?? []);
}

function shown(scene: Scene, stack: StackState): Stack {
  const { spec, operation } = stack;
  const { description } = scene.settings.programs.templateOf(spec);
  return {
    ...identity(stack),
    ...(description !== undefined && { Description: description }),
    ...(stack.changeSet !== undefined && { ChangeSetId: stack.changeSet }),
    Parameters: shownParameters(scene, spec),
    RollbackConfiguration: spec.rollbackConfiguration === undefined ? {} : JSON.parse(spec.rollbackConfiguration),
    DisableRollback: spec.disableRollback === true,
    NotificationARNs: [...spec.notificationArns],
    Capabilities: [...spec.capabilities] as Capability[],
    Outputs: isSettled(stack) ? stack.outputs.map(shownOutput) : [],
    ...(spec.roleArn !== undefined && { RoleARN: spec.roleArn }),
    ...(spec.timeout !== undefined && { TimeoutInMinutes: spec.timeout }),
    ...(spec.express === true && { DeploymentConfig: { Mode: 'EXPRESS' as const } }),
    ...(operation?.force === true && { DeletionMode: 'FORCE_DELETE_STACK' as const }),
    Tags: shownTags(spec),
    EnableTerminationProtection: stack.protection,
    DriftInformation: drift(stack),
    LastOperations: operations(stack),
  };
}

function summary(scene: Scene, stack: StackState): StackSummary {
  const { description } = scene.settings.programs.templateOf(stack.spec);
  return {
    ...identity(stack),
    ...(description !== undefined && { TemplateDescription: description }),
    DriftInformation: drift(stack),
    LastOperations: operations(stack),
  };
}

function identity(stack: StackState) {
  const { id, name, created, updated, deleted, status, reason, parent } = stack;
  return {
    StackId: id,
    StackName: name,
    CreationTime: new Date(created),
    ...(updated !== undefined && { LastUpdatedTime: new Date(updated) }),
    ...(deleted !== undefined && { DeletionTime: new Date(deleted) }),
    StackStatus: status,
    ...(reason !== undefined && { StackStatusReason: reason }),
    ...(parent !== undefined && { ParentId: parent.id, RootId: parent.root }),
  };
}

/** While a stack is being made or goes it has no outputs. */
function isSettled({ status }: StackState): boolean {
  return !/^(?:REVIEW|CREATE_IN|ROLLBACK|DELETE)/.test(status);
}

function shownOutput({ key, value, description, exportName }: StackState['outputs'][number]): Output {
  return {
    OutputKey: key,
    OutputValue: value,
    ...(description !== undefined && { Description: description }),
    ...(exportName !== undefined && { ExportName: exportName }),
  };
}

function drift({ drift: known }: StackState) {
  if (known === undefined) return { StackDriftStatus: 'NOT_CHECKED' as const };
  return { StackDriftStatus: known.status, LastCheckTimestamp: new Date(known.started) };
}

function operations({ lastOperations }: StackState) {
  return lastOperations.map(({ type, id }) => ({ OperationType: type as OperationType, OperationId: id }));
}
