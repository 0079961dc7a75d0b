import { expect } from 'chai';
import type { StackEvent, StackStatus } from '../../../deploy/api/cloudformation.js';
import type { DeployEvent } from '../../../deploy/api/report.js';
import type { Session } from '../../../deploy/api/session.js';
import { started } from '../../../deploy/flow/start.js';
import { fromTheBeginning } from '../../../deploy/flow/watch/feed.js';
import { type Followed, follow } from '../../../deploy/flow/watch/follow.js';
import { FakeClock } from '../flow/clock.js';
import { missing, type Recording, recordings } from './recordings.js';
import { pageOf, replayed } from './replay.js';

const STACK = 'AWS::CloudFormation::Stack';
const ID = 'arn:aws:cloudformation:us-east-1:123456789012:stack/shop/5f0cf3a0';
const BEGIN = Date.parse('2026-11-21T12:00:00Z');

type Recorded = readonly Omit<StackEvent, 'Timestamp'>[];

/** The events of each resource and of the stack, the oldest first: some were recorded the other way round. */
function inOrder({ events }: Recording): readonly Recorded[] {
  const lists = Object.values(events);
  const newestFirst = lists.some((list) => String(list.at(-1)?.ResourceStatus) === 'REVIEW_IN_PROGRESS');
  return newestFirst ? lists.map((list) => [...list].reverse()) : lists;
}

/** All events in turn, the oldest first; two and two at one time. Their times were not recorded. */
function eventsOf(recording: Recording): readonly StackEvent[] {
  const lists = [...inOrder(recording)].sort(stackFirst);
  const turns = Math.max(...lists.map(({ length }) => length));
  const mixed = Array.from({ length: turns }, (_, turn) => lists.flatMap((list) => list[turn] ?? [])).flat();
  return mixed.map(({ ResourceProperties, ...event }, index) => ({
    ...event,
    ...(ResourceProperties !== undefined && { ResourceProperties: JSON.stringify(ResourceProperties) }),
    StackId: ID,
    StackName: 'shop',
    EventId: `event-${index}`,
    Timestamp: new Date(BEGIN + Math.floor(index / 2) * 1000),
    ...(event.ResourceType === STACK && { PhysicalResourceId: ID, LogicalResourceId: 'shop' }),
  }));
}

function stackFirst([one]: Recorded, [other]: Recorded): number {
  return Number(other?.ResourceType === STACK) - Number(one?.ResourceType === STACK);
}

/** Follows the events to their end over HTTP, in pages as AWS gives them; half of them have happened when it begins. */
async function followed(events: readonly StackEvent[]): Promise<{ followed: Followed; reported: DeployEvent[] }> {
  const reported: DeployEvent[] = [];
  let looked = 0;
  const happened = () => (looked < 2 ? events.slice(0, events.length / 2) : events);
  const last = events.findLast(({ ResourceType }) => ResourceType === STACK)?.ResourceStatus as StackStatus;
  const script = {
    DescribeStacks: () => {
      const StackStatus: StackStatus = ++looked < 2 ? 'UPDATE_IN_PROGRESS' : last;
      return { Stacks: [{ StackId: ID, StackName: 'shop', CreationTime: new Date(BEGIN), StackStatus }] };
    },
    DescribeStackEvents: ({ NextToken }: { readonly NextToken?: string | undefined }) => {
      const { page, next } = pageOf(happened().toReversed(), NextToken, 3);
      return { StackEvents: page, ...next };
    },
  };
  const clock = new FakeClock();
  return await replayed(script, clock, async (cloud) => {
    const session = { cloud, clock, local: false, report: (event: DeployEvent) => reported.push(event) };
    const all = { ...session, onInterrupt: () => () => {} } as unknown as Session;
    const start = { stack: ID, subject: 'shop.yaml', again: 'jiml deploy shop.yaml' };
    const feed = fromTheBeginning(ID);
    return { followed: await started(all, start, (work) => follow(work, { feed, begun: true })), reported };
  });
}

describe('recorded events, over HTTP', () => {
  const skipped = missing();
  if (skipped !== undefined) it(skipped);
  for (const recording of recordings()) {
    if (Object.keys(recording.events).length === 0) continue;
    it(`${recording.name}: are told once each, in the order of time, as they were recorded of each resource`, async () => {
      const sent = eventsOf(recording);
      const { followed: end, reported } = await followed(sent);
      expect(end.how).to.equal('ended');
      const heard = reported.flatMap((event) =>
        event.kind === 'resource' || event.kind === 'stack'
          ? [`${event.at} ${'id' in event ? event.id : 'shop'} ${event.status}`]
          : [],
      );
      expect(heard).to.deep.equal(
        sent.map(({ Timestamp, LogicalResourceId, ResourceStatus }) =>
          [Timestamp?.getTime(), LogicalResourceId, ResourceStatus].join(' '),
        ),
      );
      expect(end.events.length + end.stacks.length).to.equal(sent.length);
    });
  }
});
