import { expect } from 'chai';
import { type Account, template, topic, withAccount } from './account.js';

const child = (shown: string) =>
  template(
    { X: topic({ DisplayName: shown }), Y: topic({ DisplayName: shown }, { DependsOn: 'X' }) },
    { Outputs: { Name: { Value: { 'Fn::GetAtt': ['X', 'TopicName'] } } } },
  );

const parent = (url: string, more: Readonly<Record<string, object>> = {}) =>
  template({
    N: { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: url } },
    Z: topic({ DisplayName: { 'Fn::GetAtt': ['N', 'Outputs.Name'] } }),
    ...more,
  });

async function uploaded(account: Account, key: string, body: string): Promise<string> {
  const { storage } = account.open();
  if ((await storage.findTemplateBucket()) === undefined) await storage.createTemplateBucket('jiml-templates');
  return storage.put('jiml-templates', key, body);
}

async function inner(account: Account): Promise<{ id: string; status: string; parent: string }> {
  const { StackSummaries = [] } = await account.call('ListStacks', {});
  const found = StackSummaries.find(({ ParentId }) => ParentId !== undefined);
  return { id: found?.StackId ?? '', status: found?.StackStatus ?? '', parent: found?.ParentId ?? '' };
}

/** The last states that a stack has come into. */
async function states(account: Account, id: string, name: RegExp): Promise<readonly string[]> {
  return (await account.story(id)).filter((line) => name.test(line)).map((line) => line.split(' ')[1] ?? '');
}

describe('stacks within stacks', () => {
  it('are made, wait for each other, and give their outputs', () =>
    withAccount(async (account) => {
      const url = await uploaded(account, 'a.json', child('one'));
      expect(await account.deploy('s', parent(url))).to.equal('CREATE_COMPLETE');
      const { id, status, parent: within } = await inner(account);
      expect([status, within]).to.deep.equal(['CREATE_COMPLETE', await account.id('s')]);
      const { StackResources = [] } = await account.call('DescribeStackResources', { StackName: 's' });
      expect(StackResources.find(({ LogicalResourceId }) => LogicalResourceId === 'N')?.PhysicalResourceId).to.equal(
        id,
      );
      const { Stacks = [] } = await account.call('DescribeStacks', { StackName: id });
      const output = Stacks[0]?.Outputs?.[0]?.OutputValue;
      expect(output).to.match(/-X-/);
      expect(await account.open().deployedProperties('s', 'Z')).to.deep.equal({ DisplayName: output });
    }));

  it('tell the time of what happens in both in one order', () =>
    withAccount(async (account) => {
      await account.deploy('s', parent(await uploaded(account, 'a.json', child('one'))));
      const { id } = await inner(account);
      const times = async (stack: string, resource: string) => {
        const { StackEvents = [] } = await account.call('DescribeStackEvents', { StackName: stack });
        return StackEvents.filter(({ LogicalResourceId }) => LogicalResourceId === resource).map((one) =>
          Number(one.Timestamp),
        );
      };
      const [done = 0] = await times('s', 'N');
      expect(Math.max(...(await times(id, 'Y')))).to.be.lessThan(done);
    }));

  it('fail with the stack that they are in', () =>
    withAccount(async (account) => {
      const url = await uploaded(account, 'a.json', child('one'));
      expect(await account.deploy('s', parent(url), { fail: ['Y'] })).to.equal('ROLLBACK_COMPLETE');
      const { id } = await inner(account);
      const story = await account.story('s');
      expect(story.filter((line) => line.startsWith('N CREATE_FAILED'))).to.deep.equal([
        `N CREATE_FAILED Embedded stack ${id} was not successfully created: The following resource(s) failed to create: [Y].`,
      ]);
      expect((await inner(account)).status).to.equal('DELETE_COMPLETE');
    }));

  it('go back with the stack that they are in', () =>
    withAccount(async (account) => {
      await account.deploy('s', parent(await uploaded(account, 'a.json', child('one'))));
      const next = parent(await uploaded(account, 'b.json', child('two')), { Q: topic({}, { DependsOn: 'N' }) });
      expect(await account.deploy('s', next, { fail: ['Q'] })).to.equal('UPDATE_ROLLBACK_COMPLETE');
      const { id } = await inner(account);
      expect((await states(account, id, /^s-N/)).slice(-6)).to.deep.equal([
        'UPDATE_IN_PROGRESS',
        'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS',
        'UPDATE_COMPLETE',
        'UPDATE_ROLLBACK_IN_PROGRESS',
        'UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS',
        'UPDATE_ROLLBACK_COMPLETE',
      ]);
      expect(await account.open().deployedProperties(id, 'X')).to.deep.equal({ DisplayName: 'one' });
    }));

  it('make the stack that they are in go back', () =>
    withAccount(async (account) => {
      await account.deploy('s', parent(await uploaded(account, 'a.json', child('one'))));
      const next = parent(await uploaded(account, 'b.json', child('two')));
      expect(await account.deploy('s', next, { fail: ['N/Y'] })).to.equal('UPDATE_ROLLBACK_COMPLETE');
      const { id } = await inner(account);
      expect((await account.story('s')).filter((line) => line.startsWith('N UPDATE_FAILED'))).to.deep.equal([
        `N UPDATE_FAILED Embedded stack ${id} was not successfully updated. Currently in UPDATE_ROLLBACK_COMPLETE with reason: The following resource(s) failed to update: [Y].`,
      ]);
      expect(await account.open().deployedProperties(id, 'X')).to.deep.equal({ DisplayName: 'one' });
    }));

  it('are gone on with when going back has failed in them', () =>
    withAccount(async (account) => {
      await account.deploy('s', parent(await uploaded(account, 'a.json', child('one'))));
      const next = parent(await uploaded(account, 'b.json', child('two')));
      const fail = ['Y', 'X:rollback'];
      expect(await account.deploy('s', next, { fail })).to.equal('UPDATE_ROLLBACK_FAILED');
      expect((await inner(account)).status).to.equal('UPDATE_ROLLBACK_FAILED');
      await account.call('ContinueUpdateRollback', { StackName: 's' });
      expect([await account.status('s'), (await inner(account)).status]).to.deep.equal([
        'UPDATE_ROLLBACK_COMPLETE',
        'UPDATE_ROLLBACK_COMPLETE',
      ]);
    }));

  it('are broken off with the stack that they are in', () =>
    withAccount(async (account) => {
      const url = await uploaded(account, 'a.json', child('one'));
      expect(await account.deploy('s', parent(url, { Q: topic() }), { fail: ['Q'] })).to.equal('ROLLBACK_COMPLETE');
      const { id } = await inner(account);
      expect(await states(account, id, /^s-N/)).to.deep.equal([
        'CREATE_IN_PROGRESS',
        'CREATE_FAILED',
        'DELETE_IN_PROGRESS',
        'DELETE_COMPLETE',
      ]);
    }));

  it('are deleted with the stack that they are in, also where time passes', () =>
    withAccount(async (account) => {
      await account.deploy('s', parent(await uploaded(account, 'a.json', child('one'))));
      const id = await account.id('s');
      await account.open({ fast: false }).cloud.call('DeleteStack', { StackName: 's' });
      account.pass(60_000);
      expect(await account.status(id, false)).to.equal('DELETE_COMPLETE');
      expect((await inner(account)).status).to.equal('DELETE_COMPLETE');
    }));

  it('have change sets of their own where that is asked for', () =>
    withAccount(async (account) => {
      const url = await uploaded(account, 'a.json', child('one'));
      const name = await account.propose('s', parent(url), { IncludeNestedStacks: true });
      const outer = await account.call('DescribeChangeSet', { StackName: 's', ChangeSetName: name });
      const id = outer.Changes?.find(({ ResourceChange: one }) => one?.LogicalResourceId === 'N')?.ResourceChange
        ?.ChangeSetId;
      const set = await account.call('DescribeChangeSet', { ChangeSetName: id });
      expect(set.Changes?.map(({ ResourceChange: one }) => `${one?.Action} ${one?.LogicalResourceId}`)).to.deep.equal([
        'Add X',
        'Add Y',
      ]);
      expect(set.ParentChangeSetId).to.equal(outer.ChangeSetId);
      await account.call('ExecuteChangeSet', { StackName: 's', ChangeSetName: name });
      expect([await account.status('s'), await account.status(set.StackId ?? '')]).to.deep.equal([
        'CREATE_COMPLETE',
        'CREATE_COMPLETE',
      ]);
    }));

  it('that are only looked at go with the change set', () =>
    withAccount(async (account) => {
      const url = await uploaded(account, 'a.json', child('one'));
      const name = await account.propose('s', parent(url), { IncludeNestedStacks: true });
      await account.call('DeleteChangeSet', { StackName: 's', ChangeSetName: name });
      expect((await inner(account)).status).to.equal('DELETE_COMPLETE');
    }));

  it('change where what lies behind the address of their template is another', () =>
    withAccount(async (account) => {
      const url = await uploaded(account, 'a.json', child('one'));
      await account.deploy('s', parent(url));
      await account.open().objects.put('jiml-templates', 'a.json', Buffer.from(child('two')));
      const name = await account.propose('s', parent(url));
      const { Changes = [] } = await account.call('DescribeChangeSet', { StackName: 's', ChangeSetName: name });
      expect(
        Changes.map(({ ResourceChange: one }) => [one?.LogicalResourceId, one?.Details?.[0]?.ChangeSource]),
      ).to.deep.equal([['N', 'Automatic']]);
      await account.call('ExecuteChangeSet', { StackName: 's', ChangeSetName: name });
      expect(await account.open().deployedProperties((await inner(account)).id, 'X')).to.deep.equal({
        DisplayName: 'two',
      });
    }));
});
