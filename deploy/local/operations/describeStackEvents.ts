import type { StackEvent } from '../../api/cloudformation.js';
import type { EventState, StackState } from '../state/stack.js';
import type { Handler } from './context.js';
import { stackOf } from './find.js';
import { pageFromEnd } from './page.js';

/** How many events CloudFormation gives at once. */
export const EVENTS = 100;

/** DescribeStackEvents (CloudFormation API Reference): the newest first. */
export const describeStackEvents: Handler<'DescribeStackEvents'> = (context, input) => {
  const stack = stackOf(context, input.StackName, 'brackets');
  const { items, next } = pageFromEnd(stack.events, EVENTS, input.NextToken);
  return { StackEvents: items.map((event) => shownEvent(stack, event)), ...next };
};

/** An event as CloudFormation tells it. */
export function shownEvent(stack: StackState, event: EventState): StackEvent & { readonly EventId: string } {
  const { id, at, resource, type, physicalId, status, reason, text, token, operation } = event;
  const properties = text === undefined ? undefined : stack.texts[text];
  return {
    StackId: stack.id,
    EventId: id,
    StackName: stack.name,
    ...(operation !== undefined && { OperationId: operation }),
    LogicalResourceId: resource,
    PhysicalResourceId: physicalId,
    ResourceType: type,
    Timestamp: new Date(at),
    ResourceStatus: status as NonNullable<StackEvent['ResourceStatus']>,
    ...(reason !== undefined && { ResourceStatusReason: reason }),
    ...(properties !== undefined && { ResourceProperties: properties }),
    ...(token !== undefined && { ClientRequestToken: token }),
  };
}
