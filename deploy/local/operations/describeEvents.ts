import type { OperationEvent, OperationType } from '../../api/cloudformation.js';
import type { ChangeSetState } from '../state/changeSet.js';
import type { StackState } from '../state/stack.js';
import { refusal } from '../template/refuse.js';
import { isReady } from './changeSetStatus.js';
import type { Context, Handler } from './context.js';
import { EVENTS, shownEvent } from './describeStackEvents.js';
import { changeSetOf, stackOf } from './find.js';
import { pageFromEnd } from './page.js';

/** DescribeEvents (CloudFormation API Reference): events of a stack or of one operation, the newest first. */
export const describeEvents: Handler<'DescribeEvents'> = (context, input) => {
  const all = eventsFor(context, input.StackName, input.ChangeSetName, input.OperationId);
  const failed = input.Filters?.FailedEvents === true;
  const { items, next } = pageFromEnd(failed ? all.filter(isFailure) : all, EVENTS, input.NextToken);
  return { OperationEvents: items, ...next };
};

function eventsFor(
  context: Context,
  name: string | undefined,
  changeSetName: string | undefined,
  operation: string | undefined,
): readonly OperationEvent[] {
  if (changeSetName !== undefined) {
    const { stack, changeSet } = changeSetOf(context, changeSetName, name);
    return validations(context, stack, changeSet);
  }
  if (operation === undefined && name === undefined) {
    throw refusal('One of ChangeSetName, OperationId or StackName must be specified');
  }
  const stacks = name === undefined ? allStacks(context) : [stackOf(context, name, 'brackets')];
  const events = stacks.flatMap((stack) => [
    ...stack.changeSets.flatMap((one) => validations(context, stack, one)),
    ...stackEvents(stack),
  ]);
  return operation === undefined ? byTime(events) : byTime(events.filter((one) => one.OperationId === operation));
}

function allStacks({ scene, region }: Context): readonly StackState[] {
  return scene.unit.account.stacks.flatMap((one) => (one.region === region ? (scene.unit.stack(one.id) ?? []) : []));
}

function byTime(events: readonly OperationEvent[]): readonly OperationEvent[] {
  return [...events].sort((a, b) => Number(a.Timestamp) - Number(b.Timestamp));
}

function stackEvents(stack: StackState): readonly OperationEvent[] {
  const types = new Map(stack.lastOperations.map(({ id, type }) => [id, type]));
  return stack.events.map((event) => {
    const { StackName: _, ...shown } = shownEvent(stack, event);
    const type = types.get(event.operation ?? '') as OperationType | undefined;
    return { ...shown, EventType: 'STACK_EVENT', ...(type !== undefined && { OperationType: type }) };
  });
}

/** What early validation has found. */
function validations({ scene }: Context, stack: StackState, changeSet: ChangeSetState): readonly OperationEvent[] {
  if (!isReady(scene, changeSet)) return [];
  return changeSet.findings.map(({ name, path, id, type, reason, warns }, index): OperationEvent => {
    return {
      EventId: `${changeSet.operation}-${index}`,
      StackId: stack.id,
      OperationId: changeSet.operation,
      OperationType: 'CREATE_CHANGESET',
      EventType: 'VALIDATION_ERROR',
      LogicalResourceId: id,
      PhysicalResourceId: '',
      ResourceType: type,
      Timestamp: new Date(changeSet.ready),
      ValidationFailureMode: warns ? 'WARN' : 'FAIL',
      ValidationName: name,
      ValidationStatus: 'FAILED',
      ValidationStatusReason: reason,
      ValidationPath: path,
    };
  });
}

function isFailure({ EventType: type, ResourceStatus: status }: OperationEvent): boolean {
  return type !== 'STACK_EVENT' || status?.endsWith('_FAILED') === true;
}
