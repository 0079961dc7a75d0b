import type { StackEvent } from '../../api/cloudformation.js';
import { isAbsent } from '../../api/fault.js';
import type { Caller } from '../insist.js';
import { pages } from '../pages.js';
import { endingOf } from '../states/endings.js';
import { stackStatusOf } from './own.js';

/** The events of one stack, each given once. */
export interface Feed {
  readonly stackId: string;
  /** The ids of the events that are old. */
  readonly seen: Set<string>;
  /** The token of the request that began the operation, where its events carry one. */
  readonly token?: string;
  /** The newest event that is old: what a request is told apart by from the same one made later. */
  readonly newest?: string;
}

/** The events of a stack that come from now on. */
export async function fromNow(caller: Caller, stackId: string): Promise<Feed> {
  for await (const events of eventPages(caller, stackId)) {
    const [newest] = events.map(idOf);
    return { stackId, seen: new Set(events.map(idOf)), ...(newest === undefined ? {} : { newest }) };
  }
  return fromTheBeginning(stackId);
}

/** All events of a stack. */
export function fromTheBeginning(stackId: string): Feed {
  return { stackId, seen: new Set() };
}

/** The events of a stack since its last operation began, which may be going on. */
export async function sinceLastOperation(caller: Caller, stackId: string): Promise<Feed> {
  const seen = new Set<string>();
  let inside = false;
  let begunBy: string | undefined;
  for await (const events of eventPages(caller, stackId)) {
    for (const event of events) {
      const status = stackStatusOf(event, stackId);
      const ending = status === undefined ? undefined : endingOf(status);
      if (seen.size > 0 || (inside && ending !== undefined && ending !== 'busy')) seen.add(idOf(event));
      inside ||= ending === 'busy';
      if (inside && seen.size === 0) begunBy = event.ClientRequestToken ?? begunBy;
    }
    if (seen.size > 0) break;
  }
  return { stackId, seen, ...(begunBy === undefined ? {} : { token: begunBy }) };
}

/**
 * What has happened since this was asked last, the oldest first. Pages are read until one reaches what is known; events
 * that AWS shows late, among known ones of that page, are found too.
 */
export async function news(caller: Caller, feed: Feed, signal?: AbortSignal): Promise<readonly StackEvent[]> {
  const found: StackEvent[] = [];
  for await (const events of eventPages(caller, feed.stackId, signal)) {
    const fresh = events.filter((event) => !feed.seen.has(idOf(event)));
    for (const event of fresh) {
      feed.seen.add(idOf(event));
      found.push(event);
    }
    if (fresh.length < events.length) break;
  }
  return found.reverse();
}

/** The events of a stack, the newest first; none where an endpoint forgets a stack when it is deleted. */
async function* eventPages(
  caller: Caller,
  stackId: string,
  signal?: AbortSignal,
): AsyncGenerator<readonly StackEvent[]> {
  try {
    for await (const { StackEvents = [] } of pages(caller, 'DescribeStackEvents', { StackName: stackId }, signal))
      yield StackEvents;
  } catch (error) {
    if (!isAbsent(error)) throw error;
  }
}

function idOf({ EventId, LogicalResourceId, ResourceStatus, Timestamp }: StackEvent): string {
  return EventId ?? `${LogicalResourceId} ${ResourceStatus} ${Timestamp?.getTime()}`;
}
