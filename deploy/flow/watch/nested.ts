import type { ResourceEvent } from '../../api/report.js';
import type { Caller } from '../insist.js';
import { type Feed, fromTheBeginning, news } from './feed.js';
import type { Told } from './tell.js';

/** A stack within the one that is watched. */
export interface Nested {
  readonly told: Told;
  readonly feed: Feed;
  /** Whether its parent says that it has come to an end; it is then asked once more. */
  ended: boolean;
}

/** Takes note of a nested stack that an event speaks of. */
export function noteNested(nested: Map<string, Nested>, event: ResourceEvent): void {
  const { type, physicalId, status, stack, id } = event;
  if (type !== 'AWS::CloudFormation::Stack' || physicalId?.startsWith('arn:') !== true) return;
  const ended = !status.endsWith('_IN_PROGRESS');
  const known = nested.get(physicalId);
  if (known !== undefined) known.ended = ended;
  else {
    const told = { stackId: physicalId, name: `${stack}/${id}`, where: () => undefined };
    nested.set(physicalId, { told, feed: fromTheBeginning(physicalId), ended });
  }
}

/** What has happened in a nested stack since an operation began, in milliseconds since 1970. */
export async function nestedNews(caller: Caller, { feed }: Nested, since: number, signal?: AbortSignal) {
  const events = await news(caller, feed, signal);
  return events.filter(({ Timestamp }) => (Timestamp?.getTime() ?? since) >= since);
}
