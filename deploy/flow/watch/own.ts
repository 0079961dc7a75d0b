import type { StackEvent, StackStatus } from '../../api/cloudformation.js';

/** The state that an event says that the stack itself came into; undefined where it is about a resource. */
export function stackStatusOf(event: StackEvent, stackId: string): StackStatus | undefined {
  const own =
    event.PhysicalResourceId === stackId ||
    (event.PhysicalResourceId === undefined && event.LogicalResourceId === event.StackName);
  const isStack = event.ResourceType === 'AWS::CloudFormation::Stack';
  // The states of stacks and those of resources have the same names where both have them.
  return own && isStack ? (event.ResourceStatus as StackStatus | undefined) : undefined;
}
