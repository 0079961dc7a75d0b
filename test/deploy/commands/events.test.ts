import { expect } from 'chai';
import type { StackEvent } from '../../../deploy/api/cloudformation.js';
import { type EventsOptions, events } from '../../../deploy/commands/events.js';
import { NOON, play, stackId } from '../queries/cloud.js';

const NESTED = 'AWS::CloudFormation::Stack';

/** An event so many seconds after noon. */
function event(second: number, id: string, status: string, more: Partial<StackEvent> = {}): StackEvent {
  const own = id === 'shop';
  return {
    StackId: stackId('shop'),
    StackName: 'shop',
    EventId: `${id}-${second}-${status}`,
    LogicalResourceId: id,
    ResourceType: own ? NESTED : 'AWS::SQS::Queue',
    Timestamp: new Date(NOON + second * 1000),
    ResourceStatus: status as 'CREATE_COMPLETE',
    ...(own ? { PhysicalResourceId: stackId('shop') } : {}),
    ...more,
  };
}

const FIRST = [
  event(0, 'shop', 'CREATE_IN_PROGRESS'),
  event(1, 'Jobs', 'CREATE_COMPLETE'),
  event(2, 'shop', 'CREATE_COMPLETE'),
];
const SECOND = [
  event(60, 'shop', 'UPDATE_IN_PROGRESS'),
  event(61, 'Net', 'UPDATE_IN_PROGRESS', { ResourceType: NESTED, PhysicalResourceId: stackId('net') }),
  event(63, 'Jobs', 'UPDATE_FAILED', { ResourceStatusReason: 'No such key.' }),
  event(63, 'More', 'UPDATE_FAILED', { ResourceStatusReason: 'Resource update cancelled' }),
  event(64, 'shop', 'UPDATE_ROLLBACK_IN_PROGRESS'),
  event(66, 'shop', 'UPDATE_ROLLBACK_COMPLETE'),
];
const WITHIN = [
  event(1, 'Vpc', 'CREATE_COMPLETE', { StackId: stackId('net') }),
  event(62, 'Vpc', 'UPDATE_COMPLETE', { StackId: stackId('net') }),
];

/** The newest first, two a page. */
function page(all: readonly StackEvent[], token = '0') {
  const newest = all.toReversed();
  const from = Number(token);
  return {
    StackEvents: newest.slice(from, from + 2),
    ...(from + 2 < newest.length ? { NextToken: String(from + 2) } : {}),
  };
}

function played(own: readonly StackEvent[], status = 'UPDATE_ROLLBACK_COMPLETE') {
  const stack = {
    StackName: 'shop',
    StackId: stackId('shop'),
    StackStatus: status as 'CREATE_COMPLETE',
    CreationTime: new Date(NOON),
  };
  return play({
    DescribeStacks: [{ Stacks: [stack] }],
    DescribeStackEvents: ({ StackName, NextToken }) => page(StackName === stackId('shop') ? own : WITHIN, NextToken),
  });
}

const options: EventsOptions = {
  words: [],
  stack: 'shop',
  components: [],
  form: 'text',
  follow: false,
  failed: false,
  operation: 'last',
};

describe('jiml events', () => {
  it('tells of the last operation, in the order of time, with what happened within', async () => {
    const { output } = await events(options, played([...FIRST, ...SECOND]).session);
    expect(output).to.equal(`2026-11-21T12:01:00Z  UPDATE_IN_PROGRESS           shop     the stack
2026-11-21T12:01:01Z  UPDATE_IN_PROGRESS           Net      AWS::CloudFormation::Stack
2026-11-21T12:01:02Z  UPDATE_COMPLETE              Net/Vpc  AWS::SQS::Queue
2026-11-21T12:01:03Z  UPDATE_FAILED                Jobs     AWS::SQS::Queue             No such key.
2026-11-21T12:01:03Z  UPDATE_FAILED                More     AWS::SQS::Queue             Resource update cancelled
2026-11-21T12:01:04Z  UPDATE_ROLLBACK_IN_PROGRESS  shop     the stack
2026-11-21T12:01:06Z  UPDATE_ROLLBACK_COMPLETE     shop     the stack
`);
  });

  it('tells of all operations', async () => {
    const { output } = await events(
      { ...options, operation: 'all', form: 'json' },
      played([...FIRST, ...SECOND]).session,
    );
    const lines = output
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ id = 'the stack', status }) => `${id} ${status}`)).to.deep.equal([
      'the stack CREATE_IN_PROGRESS',
      'Jobs CREATE_COMPLETE',
      'Vpc CREATE_COMPLETE',
      'the stack CREATE_COMPLETE',
      'the stack UPDATE_IN_PROGRESS',
      'Net UPDATE_IN_PROGRESS',
      'Vpc UPDATE_COMPLETE',
      'Jobs UPDATE_FAILED',
      'More UPDATE_FAILED',
      'the stack UPDATE_ROLLBACK_IN_PROGRESS',
      'the stack UPDATE_ROLLBACK_COMPLETE',
    ]);
    expect(lines[6]).to.deep.include({ kind: 'resource', stack: 'shop/Net', at: '2026-11-21T12:01:02.000Z' });
  });

  it('tells what failed by itself, and counts what was cancelled', async () => {
    const { output } = await events({ ...options, failed: true }, played([...FIRST, ...SECOND]).session);
    expect(output).to.equal(
      '2026-11-21T12:01:03Z  UPDATE_FAILED  Jobs  AWS::SQS::Queue  No such key.\n1 more was cancelled because of that.\n',
    );
  });

  it('asks for no more pages than the last operation has', async () => {
    const { session, asked } = played([...Array.from({ length: 500 }, () => FIRST).flat(), ...SECOND]);
    await events(options, session);
    expect(asked.length).to.be.below(20);
  });

  it('follows what is running to its end', async () => {
    const { session, told } = playing(SECOND, ['UPDATE_IN_PROGRESS', 'UPDATE_IN_PROGRESS', 'UPDATE_ROLLBACK_COMPLETE']);
    const { output, verdict } = await events({ ...options, follow: true }, session);
    expect({ output, verdict }).to.deep.equal({ output: '', verdict: 'rolled-back' });
    const shown = told.map((one) =>
      one.kind === 'resource' ? `${one.stack}/${one.id} ${one.status}` : one.kind === 'stack' ? one.status : one.kind,
    );
    expect(shown).to.deep.equal([
      'UPDATE_IN_PROGRESS',
      'shop/Net UPDATE_IN_PROGRESS',
      'shop/Jobs UPDATE_FAILED',
      'shop/Net/Vpc UPDATE_COMPLETE',
      'shop/More UPDATE_FAILED',
      'UPDATE_ROLLBACK_IN_PROGRESS',
      'UPDATE_ROLLBACK_COMPLETE',
    ]);
  });

  it('follows only what fails where that is asked', async () => {
    const { session, told } = playing(SECOND, ['UPDATE_IN_PROGRESS', 'UPDATE_ROLLBACK_FAILED']);
    const { verdict } = await events({ ...options, follow: true, failed: true }, session);
    expect(verdict).to.equal('stuck');
    expect(told.map((one) => ('id' in one ? one.id : one.kind))).to.deep.equal(['Jobs']);
  });

  it('ends at once where nothing is running', async () => {
    const { verdict } = await events({ ...options, follow: true }, played(SECOND).session);
    expect(verdict).to.equal(undefined);
  });

  it('stops where it is interrupted', async () => {
    const { session, told } = played(SECOND.slice(0, 1), 'UPDATE_IN_PROGRESS');
    const onInterrupt = (handler: () => void) => {
      handler();
      return () => {};
    };
    const pressing = { ...session, onInterrupt };
    expect((await events({ ...options, follow: true }, pressing)).verdict).to.equal('interrupted');
    expect(told.at(-1)).to.deep.equal({
      kind: 'note',
      text: 'What goes on in "shop" goes on without jiml (UPDATE_IN_PROGRESS): `jiml events --stack shop --follow` shows it again.',
    });
  });
});

/** A stack that comes into one state after another, with an event more each time. */
function playing(all: readonly StackEvent[], states: readonly string[]) {
  let asked = 0;
  const stack = { StackName: 'shop', StackId: stackId('shop'), CreationTime: new Date(NOON) };
  return play({
    DescribeStacks: states.map((status) => ({ Stacks: [{ ...stack, StackStatus: status as 'CREATE_COMPLETE' }] })),
    DescribeStackEvents: ({ StackName, NextToken }) => {
      if (StackName !== stackId('shop')) return page(WITHIN, NextToken);
      if (NextToken === undefined) asked++;
      return page(all.slice(0, asked < states.length ? 3 : all.length), NextToken);
    },
  });
}
