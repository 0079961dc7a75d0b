import type { DeployEvent, ResourceEvent, StackStateEvent } from '../api/report.js';
import type { Caller } from '../flow/insist.js';
import { fromTheBeginning, news, sinceLastOperation } from '../flow/watch/feed.js';
import { type Nested, nestedNews, noteNested } from '../flow/watch/nested.js';
import { type Told, tell } from '../flow/watch/tell.js';

/** Something that happened: to a resource, or to a stack as a whole. */
export type Happened = ({ readonly kind: 'resource' } & ResourceEvent) | ({ readonly kind: 'stack' } & StackStateEvent);

/** What is wanted of a stack's history: all, or what happened since the last operation began. */
export type Extent = 'last' | 'all';

/** A stack's events as they are followed: those of the past that are wanted are still to be given. */
export function feedOf(caller: Caller, stackId: string, extent: Extent) {
  return extent === 'last' ? sinceLastOperation(caller, stackId) : fromTheBeginning(stackId);
}

/** What happened to a stack and the ones within it, in the order of time. @throws Fault */
export async function historyOf(caller: Caller, told: Told, extent: Extent): Promise<readonly Happened[]> {
  const found: Happened[] = [];
  const nested = new Map<string, Nested>();
  const collect = (event: DeployEvent) => {
    if (event.kind === 'resource' || event.kind === 'stack') found.push(event);
    if (event.kind === 'resource') noteNested(nested, event);
  };
  const own = await news(caller, await feedOf(caller, told.stackId, extent));
  const since = own[0]?.Timestamp?.getTime() ?? 0;
  for (const event of own) tell(collect, told, event);
  // What is found within is visited, too: a map goes on with what is added to it.
  for (const one of nested.values())
    for (const event of await nestedNews(caller, one, since)) tell(collect, one.told, event);
  // What happened at the same time stays in the order in which CloudFormation has it.
  return found.sort((a, b) => a.at - b.at);
}
