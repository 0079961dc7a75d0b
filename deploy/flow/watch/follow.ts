import type { Stack, StackEvent, StackStatus } from '../../api/cloudformation.js';
import type { ResourceEvent, StackStateEvent } from '../../api/report.js';
import { isPassing } from '../faults.js';
import { jitter, slowed, untilNews } from '../pace.js';
import { stackOf } from '../stack.js';
import { endingOf } from '../states/endings.js';
import type { Work } from '../work.js';
import { type Feed, news } from './feed.js';
import { type Nested, nestedNews, noteNested } from './nested.js';
import { stackStatusOf } from './own.js';
import { type Told, tell } from './tell.js';

/** How watching a stack ended. */
export interface Followed {
  readonly how: 'ended' | 'interrupted' | 'timed-out';
  /** The last known state; `DELETE_COMPLETE` where there is no such stack any more. */
  readonly status: StackStatus;
  readonly stack: Stack | undefined;
  /** The resources' events of the operation, the oldest first. */
  readonly events: readonly ResourceEvent[];
  /** The states that the stack and those within it went through. */
  readonly stacks: readonly StackStateEvent[];
  /** Whether the person who watched it had it cancelled. */
  readonly cancelled?: boolean;
}

export interface FollowOptions {
  readonly feed: Feed;
  /** What has happened of the operation already. */
  readonly before?: Pick<Followed, 'events' | 'stacks'>;
  /**
   * Whether the operation has begun, so that a state that is at rest is its end. Otherwise an event is waited for first:
   * for a moment after a request AWS may still tell the old state.
   */
  readonly begun: boolean;
  /** A state that is only passed through, unless it lasts: a stack that failed before it is deleted again. */
  readonly fleeting?: StackStatus;
}

/** How long a state that is passed through may last, in milliseconds. */
const PASSES_WITHIN = 15_000;
/** How long is waited for the first sign of an operation, in milliseconds. */
const BEGINS_WITHIN = 20_000;
/** How long without any answer is borne, in milliseconds. */
const SILENCE = 300_000;

interface Watching {
  readonly work: Work;
  readonly told: Told;
  readonly feed: Feed;
  readonly events: ResourceEvent[];
  readonly stacks: StackStateEvent[];
  readonly nested: Map<string, Nested>;
  readonly fleeting: StackStatus | undefined;
  begun: boolean;
  /** When the operation began by CloudFormation's clock. */
  since: number | undefined;
  /** When something last happened, and when an answer last came, by ours. */
  heard: number;
  answered: number;
  throttled: number;
}

interface Seen {
  readonly stack: Stack | undefined;
  readonly status: StackStatus;
}

/** Shows what happens in a stack until the operation ends, somebody interrupts, or it takes too long. */
export async function follow(work: Work, options: FollowOptions): Promise<Followed> {
  const watching = begin(work, options);
  const { interrupts, deadline, session } = work;
  const started = session.clock.now();
  let last: Seen = { stack: undefined, status: 'DELETE_COMPLETE' };
  for (;;) {
    const seen = await look(watching);
    last = seen ?? last;
    const now = session.clock.now();
    const end = (how: Followed['how']): Followed => ({
      how,
      ...last,
      events: watching.events,
      stacks: watching.stacks,
    });
    if (seen !== undefined && isOver(watching, seen.status, now - started, now)) return end('ended');
    if (interrupts.pressed) return end('interrupted');
    if (deadline !== undefined && now >= deadline) return end('timed-out');
    await session.clock.sleep(pauseOf(watching, now), interrupts.signal);
  }
}

function begin(work: Work, { feed, before, begun, fleeting }: FollowOptions): Watching {
  const now = work.session.clock.now();
  const told = { stackId: feed.stackId, name: work.name, where: work.where };
  const rest = { begun, fleeting, since: undefined, heard: now, answered: now, throttled: 0 };
  const known = { events: [...(before?.events ?? [])], stacks: [...(before?.stacks ?? [])] };
  return { work, told, feed, ...known, nested: new Map(), ...rest };
}

/** Asks for the state first and for the events then, so that none is missed before the end. */
async function look(watching: Watching): Promise<Seen | undefined> {
  const { session, interrupts } = watching.work;
  const { signal } = interrupts;
  try {
    const stack = await stackOf(session, watching.feed.stackId, signal);
    const found = await news(session, watching.feed, signal);
    hear(watching, watching.told, found);
    for (const nested of watching.nested.values()) await lookInto(watching, nested);
    watching.answered = session.clock.now();
    watching.throttled = Math.max(0, watching.throttled - 1);
    return { stack, status: stack?.StackStatus ?? 'DELETE_COMPLETE' };
  } catch (error) {
    if (interrupts.pressed) return undefined;
    bear(watching, error);
    return undefined;
  }
}

async function lookInto(watching: Watching, nested: Nested): Promise<void> {
  const { session, interrupts } = watching.work;
  const last = nested.ended;
  const found = await nestedNews(session, nested, watching.since ?? 0, interrupts.signal);
  hear(watching, nested.told, found);
  if (last) watching.nested.delete(nested.told.stackId);
}

function hear(watching: Watching, told: Told, found: readonly StackEvent[]): void {
  const { report, clock } = watching.work.session;
  for (const event of found) {
    watching.since ??= event.Timestamp?.getTime();
    if (told === watching.told && stackStatusOf(event, told.stackId) !== undefined) watching.begun = true;
    const heard = tell(report, told, event);
    if (heard?.state !== undefined) watching.stacks.push(heard.state);
    if (heard?.resource === undefined) continue;
    watching.events.push(heard.resource);
    noteNested(watching.nested, heard.resource);
  }
  if (found.length > 0) watching.heard = clock.now();
}

/** A network that is away for a while is waited for; what goes on in AWS does not depend on it. */
function bear(watching: Watching, error: unknown): void {
  const { clock, report } = watching.work.session;
  if (!isPassing(error) || clock.now() - watching.answered > SILENCE) throw error;
  watching.throttled++;
  if (error.kind !== 'throttled' && watching.throttled === 1)
    report({ kind: 'warning', text: `${error.message} jiml keeps asking.` });
}

function isOver(watching: Watching, status: StackStatus, waited: number, now: number): boolean {
  const ending = endingOf(status);
  if (ending === 'busy') {
    watching.begun = true;
    return false;
  }
  if (status === watching.fleeting && now - watching.heard < PASSES_WITHIN) return false;
  if (watching.begun) return ending !== 'idle' || waited > BEGINS_WITHIN;
  return waited > BEGINS_WITHIN;
}

function pauseOf({ heard, throttled }: Watching, now: number): number {
  return jitter(slowed(untilNews(now - heard), throttled), now);
}
