import type { StackEvent, StackStatus } from '../api/cloudformation.js';
import type { ResourceEvent, StackStateEvent } from '../api/report.js';
import type { Caller } from '../flow/insist.js';
import { isBusy } from './busy.js';
import { given } from './document.js';
import { pages } from './pages.js';
import type { Places } from './places.js';

/** Something that happened: to a resource, or to a stack as a whole. */
export type Happened = ({ readonly kind: 'resource' } & ResourceEvent) | ({ readonly kind: 'stack' } & StackStateEvent);

export interface HistoryOptions {
  /** The stack's id, and what it is called. */
  readonly stackId: string;
  readonly stack: string;
  /** Whether nothing is wanted but what happened since the last operation began. */
  readonly last: boolean;
  readonly places: Places;
}

const NESTED = 'AWS::CloudFormation::Stack';

/** Nested stacks are followed this deep. */
const DEEPEST = 20;

/** What happened to a stack and the ones within it, in the order of time. @throws Fault */
export async function historyOf(caller: Caller, options: HistoryOptions): Promise<readonly Happened[]> {
  const { stackId, stack, last, places } = options;
  const seen = new Set<string>();
  const found: Happened[] = [];
  const visit = async (id: string, path: readonly string[], since: number | undefined): Promise<void> => {
    if (seen.has(id) || path.length > DEEPEST) return;
    seen.add(id);
    const events = await eventsOf(caller, id, since ?? (last ? 'operation' : 0));
    const begin = events[0]?.Timestamp?.getTime() ?? 0;
    for (const event of events) found.push(happened(event, path, places));
    for (const [nested, logical] of nestedIn(events, id)) await visit(nested, [...path, logical], begin);
  };
  await visit(stackId, [stack], undefined);
  // Stable: what happened at the same time stays in the order in which CloudFormation has it.
  return found.sort((a, b) => a.at - b.at);
}

/**
 * The events of one stack in the order of time: those since a time (milliseconds since 1970), or those since the last
 * operation began. CloudFormation gives the newest first, so that no more pages are asked for than are needed.
 */
async function eventsOf(caller: Caller, stackId: string, since: number | 'operation'): Promise<readonly StackEvent[]> {
  const newestFirst: StackEvent[] = [];
  let begun = false;
  for await (const { StackEvents = [] } of pages(caller, 'DescribeStackEvents', { StackName: stackId })) {
    for (const event of StackEvents) {
      if (typeof since === 'number' ? timeOf(event) < since : begun && isAtRest(event, stackId))
        return newestFirst.reverse();
      begun ||= isOfStack(event, stackId) && !isAtRest(event, stackId);
      newestFirst.push(event);
    }
  }
  return newestFirst.reverse();
}

/** Whether an event says that nothing goes on with the stack, so that what is later is another operation. */
function isAtRest(event: StackEvent, stackId: string): boolean {
  return isOfStack(event, stackId) && !isBusy(event.ResourceStatus as StackStatus | undefined);
}

function isOfStack({ PhysicalResourceId, ResourceType }: StackEvent, stackId: string): boolean {
  return ResourceType === NESTED && PhysicalResourceId === stackId;
}

/** The stacks within that events speak of: id, and logical id. */
function nestedIn(events: readonly StackEvent[], own: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { ResourceType, PhysicalResourceId: id, LogicalResourceId = '' } of events)
    if (ResourceType === NESTED && id?.startsWith('arn:') === true && id !== own) found.set(id, LogicalResourceId);
  return found;
}

function happened(event: StackEvent, path: readonly string[], places: Places): Happened {
  const { ResourceStatusReason: reason, LogicalResourceId: id = '', PhysicalResourceId: physicalId } = event;
  const [at, stack] = [timeOf(event), path.join('/')];
  const status = event.ResourceStatus ?? ('UNKNOWN' as never);
  if (isOfStack(event, event.StackId ?? ''))
    return given({ kind: 'stack' as const, at, stack, status: status as StackStatus, reason });
  const type = event.ResourceType ?? '';
  const where = places.where(path[1] ?? id);
  return given({ kind: 'resource' as const, at, stack, id, type, status, physicalId, reason, where });
}

function timeOf({ Timestamp }: StackEvent): number {
  return Timestamp?.getTime() ?? 0;
}
