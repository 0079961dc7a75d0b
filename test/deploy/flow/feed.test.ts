import { expect } from 'chai';
import type { CloudFormation, StackEvent } from '../../../deploy/api/cloudformation.js';
import { fromNow, fromTheBeginning, news, sinceLastOperation } from '../../../deploy/flow/watch/feed.js';
import { FakeClock } from './clock.js';

const ID = 'arn:aws:cloudformation:us-east-1:123456789012:stack/s/1';
const PAGE = 3;

/** `stack CREATE_IN_PROGRESS` is about the stack, `A CREATE_COMPLETE` about a resource. */
function event(text: string, at: number): StackEvent {
  const [name = '', status] = text.split(' ');
  const own = name === 'stack';
  return {
    EventId: `${at}`,
    StackId: ID,
    StackName: 's',
    LogicalResourceId: own ? 's' : name,
    PhysicalResourceId: own ? ID : `${name}-1`,
    ResourceType: own ? 'AWS::CloudFormation::Stack' : 'AWS::SNS::Topic',
    Timestamp: new Date(at),
    ResourceStatus: status as NonNullable<StackEvent['ResourceStatus']>,
    ClientRequestToken: `token-${text}`,
  };
}

/** A CloudFormation with these events, the oldest first, in pages of three. */
function caller(events: readonly StackEvent[]) {
  let asked = 0;
  const cloud = {
    call: async (_operation: string, { NextToken = '0' }: { NextToken?: string }) => {
      asked++;
      const newest = events.toReversed();
      const from = Number(NextToken);
      const next = from + PAGE < newest.length ? { NextToken: `${from + PAGE}` } : {};
      return { StackEvents: newest.slice(from, from + PAGE), ...next };
    },
  } as unknown as CloudFormation;
  return { cloud, clock: new FakeClock(), asked: () => asked };
}

const texts = (events: readonly StackEvent[]) =>
  events.map(({ LogicalResourceId, ResourceStatus }) => `${LogicalResourceId} ${ResourceStatus}`);

const history = [
  'stack REVIEW_IN_PROGRESS',
  'stack CREATE_IN_PROGRESS',
  'A CREATE_IN_PROGRESS',
  'A CREATE_COMPLETE',
  'stack CREATE_COMPLETE',
  'stack UPDATE_IN_PROGRESS',
  'A UPDATE_IN_PROGRESS',
  'A UPDATE_FAILED',
  'stack UPDATE_ROLLBACK_IN_PROGRESS',
  'A UPDATE_IN_PROGRESS',
].map(event);

describe('the events of a stack', () => {
  it('are given once each, the oldest first, from all pages', async () => {
    const events = [...history.slice(0, 4)];
    const from = caller(events);
    const feed = fromTheBeginning(ID);
    expect(texts(await news(from, feed))).to.deep.equal(texts(history.slice(0, 4)));
    expect(await news(from, feed)).to.deep.equal([]);
    events.push(...history.slice(4));
    expect(texts(await news(from, feed))).to.deep.equal(texts(history.slice(4)));
    expect(from.asked()).to.equal(2 + 1 + 3);
  });

  it('are given from now on', async () => {
    const events = [...history.slice(0, 5)];
    const from = caller(events);
    const feed = await fromNow(from, ID);
    expect(feed.newest).to.equal('4');
    expect(await news(from, feed)).to.deep.equal([]);
    events.push(...history.slice(5, 7));
    expect(texts(await news(from, feed))).to.deep.equal(texts(history.slice(5, 7)));
  });

  it('are given from the beginning of what goes on, with the token that it was asked for with', async () => {
    const from = caller(history);
    const feed = await sinceLastOperation(from, ID);
    expect(feed.token).to.equal('token-stack UPDATE_IN_PROGRESS');
    expect(texts(await news(from, feed))).to.deep.equal(texts(history.slice(5)));
  });

  it('are given of the last operation where none goes on', async () => {
    const from = caller(history.slice(0, 5));
    const feed = await sinceLastOperation(from, ID);
    expect(texts(await news(from, feed))).to.deep.equal(texts(history.slice(1, 5)));
  });

  it('are found though they appear late, among those that are known', async () => {
    const events = history.filter((_, at) => at !== 3);
    const from = caller(events);
    const feed = fromTheBeginning(ID);
    await news(from, feed);
    events.splice(8, 0, event('B CREATE_COMPLETE', 99));
    expect(texts(await news(from, feed))).to.deep.equal(['B CREATE_COMPLETE']);
  });
});
