import { expect } from 'chai';
import { refusalOf, template, topic, withAccount } from './account.js';

const many = (count: number, from = 0) =>
  template(
    Object.fromEntries(Array.from({ length: count }, (_, at) => [`R${String(at + from).padStart(3, '0')}`, topic()])),
  );

/** All pages of a list: how long each is, and everything in them. */
async function paged<T>(
  ask: (token: { NextToken?: string }) => Promise<{ items: readonly T[]; next: string | undefined }>,
) {
  const sizes: number[] = [];
  const all: T[] = [];
  let token: string | undefined;
  do {
    const { items, next } = await ask(token === undefined ? {} : { NextToken: token });
    sizes.push(items.length);
    all.push(...items);
    token = next;
  } while (token !== undefined);
  return { sizes, all };
}

describe('the pages of the local CloudFormation', () => {
  it('are of a hundred changes, resources and events', () =>
    withAccount(async (account) => {
      const name = await account.propose('s', many(150));
      const stack = { StackName: 's' };
      const changes = await paged(async (token) => {
        const { Changes = [], NextToken } = await account.call('DescribeChangeSet', {
          ...stack,
          ...token,
          ChangeSetName: name,
        });
        return { items: Changes.map(({ ResourceChange }) => ResourceChange?.LogicalResourceId), next: NextToken };
      });
      expect([changes.sizes, new Set(changes.all).size]).to.deep.equal([[100, 50], 150]);
      await account.call('ExecuteChangeSet', { ...stack, ChangeSetName: name });
      const resources = await paged(async (token) => {
        const { StackResourceSummaries = [], NextToken } = await account.call('ListStackResources', {
          ...stack,
          ...token,
        });
        return { items: StackResourceSummaries.map(({ LogicalResourceId }) => LogicalResourceId), next: NextToken };
      });
      expect([resources.sizes, new Set(resources.all).size]).to.deep.equal([[100, 50], 150]);
      const events = await paged(async (token) => {
        const { StackEvents = [], NextToken } = await account.call('DescribeStackEvents', { ...stack, ...token });
        return { items: StackEvents.map(({ EventId }) => EventId), next: NextToken };
      });
      expect([events.sizes, new Set(events.all).size]).to.deep.equal([[100, 100, 100, 100, 53], 453]);
      expect((await account.call('DescribeStackResources', stack)).StackResources).to.have.length(100);
    }));

  it('of events do not move when more happens', () =>
    withAccount(async (account) => {
      await account.deploy('s', many(50));
      const first = await account.call('DescribeStackEvents', { StackName: 's' });
      await account.deploy('s', many(60));
      const second = await account.call('DescribeStackEvents', { StackName: 's', NextToken: first.NextToken });
      const ids = [...(first.StackEvents ?? []), ...(second.StackEvents ?? [])].map(({ EventId }) => EventId);
      expect([ids.length, new Set(ids).size]).to.deep.equal([153, 153]);
    }));

  it('are only those that were offered', () =>
    withAccount(async (account) => {
      await account.deploy('s', many(1));
      for (const NextToken of ['', 'page-x', '5', `page-${'9'.repeat(20)}`]) {
        expect(await refusalOf(account.call('DescribeStackEvents', { StackName: 's', NextToken }))).to.equal(
          'ValidationError: Invalid NextToken',
        );
      }
    }));

  it('of stacks leave out what was deleted, lists do not', () =>
    withAccount(async (account) => {
      await account.deploy('s', many(1));
      await account.deploy('t', many(1));
      await account.call('DeleteStack', { StackName: 's' });
      expect((await account.call('DescribeStacks', {})).Stacks?.map(({ StackName }) => StackName)).to.deep.equal(['t']);
      const listed = async (more: object) =>
        (await account.call('ListStacks', more)).StackSummaries?.map(
          ({ StackName, StackStatus }) => `${StackName} ${StackStatus}`,
        );
      expect(await listed({})).to.deep.equal(['t CREATE_COMPLETE', 's DELETE_COMPLETE']);
      expect(await listed({ StackStatusFilter: ['DELETE_COMPLETE'] })).to.deep.equal(['s DELETE_COMPLETE']);
      account.pass(91 * 24 * 60 * 60 * 1000);
      expect(await listed({})).to.deep.equal(['t CREATE_COMPLETE']);
    }));
});
