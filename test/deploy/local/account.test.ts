import { expect } from 'chai';
import { refusalOf, template, topic, withAccount } from './account.js';

const bucket = (properties: object = {}, more: object = {}) => ({
  Type: 'AWS::S3::Bucket',
  Properties: properties,
  ...more,
});
const exporting = (value: string) =>
  template({ A: topic() }, { Outputs: { O: { Value: value, Export: { Name: 'shared' } } } });
const importing = template({ B: topic({ DisplayName: { 'Fn::ImportValue': 'shared' } }) });

describe('what the stacks of a simulated account share', () => {
  it('are exports, which cannot go while they are used', () =>
    withAccount(async (account) => {
      await account.deploy('a', exporting('one'));
      expect(await account.deploy('b', importing)).to.equal('CREATE_COMPLETE');
      expect(await account.open().deployedProperties('b', 'B')).to.deep.equal({ DisplayName: 'one' });
      const { Exports = [] } = await account.call('ListExports', {});
      expect(Exports.map(({ Name, Value }) => [Name, Value])).to.deep.equal([['shared', 'one']]);
      expect((await account.call('ListImports', { ExportName: 'shared' })).Imports).to.deep.equal(['b']);

      expect(await account.deploy('a', exporting('two'))).to.equal('UPDATE_ROLLBACK_COMPLETE');
      const story = await account.story('a');
      expect(story.find((one) => one.startsWith('a UPDATE_ROLLBACK_IN_PROGRESS'))).to.equal(
        'a UPDATE_ROLLBACK_IN_PROGRESS Export shared cannot be updated as it is in use by b.',
      );
      await account.call('DeleteStack', { StackName: 'a' });
      const { Stacks = [] } = await account.call('DescribeStacks', { StackName: 'a' });
      expect([Stacks[0]?.StackStatus, Stacks[0]?.StackStatusReason]).to.deep.equal([
        'UPDATE_ROLLBACK_COMPLETE',
        'Export shared cannot be deleted as it is in use by b',
      ]);

      await account.call('DeleteStack', { StackName: 'b' });
      await account.call('DeleteStack', { StackName: 'a' });
      expect((await account.call('ListExports', {})).Exports).to.deep.equal([]);
    }));

  it('are exports, of which each has one owner', () =>
    withAccount(async (account) => {
      await account.deploy('a', exporting('one'));
      expect(await account.deploy('b', exporting('two'))).to.equal('ROLLBACK_COMPLETE');
      expect((await account.story('b')).find((one) => one.startsWith('b ROLLBACK_IN_PROGRESS'))).to.equal(
        'b ROLLBACK_IN_PROGRESS Export with name shared is already exported by stack a. Rollback requested by user.',
      );
    }));

  it('are not the exports of another region', () =>
    withAccount(async (account) => {
      await account.deploy('a', exporting('one'));
      const { cloud } = account.open({ region: 'eu-west-1' });
      expect((await cloud.call('ListExports', {})).Exports).to.deep.equal([]);
      expect(await refusalOf(cloud.call('DescribeStacks', { StackName: 'a' }))).to.equal(
        'ValidationError: Stack with id a does not exist',
      );
    }));

  it('are the names of buckets, in all regions', () =>
    withAccount(async (account) => {
      await account.deploy('a', template({ A: bucket({ BucketName: 'one-in-the-world' }) }));
      const { cloud } = account.open({ region: 'eu-west-1' });
      const asked = { StackName: 'b', ChangeSetName: 'c' };
      const body = template({ B: bucket({ BucketName: 'one-in-the-world' }) });
      await cloud.call('CreateChangeSet', { ...asked, ChangeSetType: 'CREATE', TemplateBody: body });
      expect((await cloud.call('DescribeChangeSet', asked)).Status).to.equal('FAILED');
    }));

  it('are parameters that templates look up', () =>
    withAccount(async (account) => {
      await account.deploy(
        'a',
        template({ A: { Type: 'AWS::SSM::Parameter', Properties: { Name: '/image', Type: 'String', Value: 'one' } } }),
      );
      const looking = template(
        { B: topic({ DisplayName: { Ref: 'P' } }) },
        { Parameters: { P: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/image' } } },
      );
      await account.deploy('b', looking);
      expect(await account.open().deployedProperties('b', 'B')).to.deep.equal({ DisplayName: 'one' });
      const { Stacks = [] } = await account.call('DescribeStacks', { StackName: 'b' });
      expect(Stacks[0]?.Parameters).to.deep.equal([
        { ParameterKey: 'P', ParameterValue: '/image', ResolvedValue: 'one' },
      ]);
    }));

  it('are buckets, which cannot be deleted while something is in them', () =>
    withAccount(async (account) => {
      await account.deploy('s', template({ A: bucket({ BucketName: 'with-something' }) }));
      const { storage, objects } = account.open();
      await objects.put('with-something', 'key', Buffer.from('x'));
      expect(await storage.count('with-something', 10)).to.equal(1);
      await account.call('DeleteStack', { StackName: 's' });
      expect(await account.status('s')).to.equal('DELETE_FAILED');
      expect((await account.story('s')).at(-2)).to.match(
        /^A DELETE_FAILED Resource handler returned message: "The bucket you tried to delete is not empty/,
      );
      expect(await storage.empty('with-something', () => {})).to.equal(1);
      await account.call('DeleteStack', { StackName: 's' });
      expect((await objects.buckets()).length).to.equal(0);
    }));

  it('are resources that were kept, and can be taken again', () =>
    withAccount(async (account) => {
      const kept = bucket({ BucketName: 'to-be-kept' }, { DeletionPolicy: 'Retain' });
      await account.deploy('a', template({ A: kept }));
      await account.call('DeleteStack', { StackName: 'a' });
      const named = template({ B: bucket({ BucketName: 'to-be-kept' }, { DeletionPolicy: 'Retain' }), C: topic() });
      const failing = await account.propose('b', named);
      expect((await account.call('DescribeChangeSet', { StackName: 'b', ChangeSetName: failing })).Status).to.equal(
        'FAILED',
      );
      expect(await account.deploy('b', named, { ImportExistingResources: true })).to.equal('CREATE_COMPLETE');
      expect((await account.story('b')).filter((one) => one.startsWith('B '))).to.deep.equal([
        'B IMPORT_IN_PROGRESS Resource import started.',
        'B IMPORT_COMPLETE Resource import completed.',
        'B UPDATE_IN_PROGRESS Apply stack-level tags to imported resource if applicable.',
        'B UPDATE_COMPLETE',
      ]);
    }));

  it('stay with the stack that keeps them when an update is undone', () =>
    withAccount(async (account) => {
      await account.deploy('s', template({ A: topic({ TopicName: 'a' }) }));
      await account.deploy('s', template({ A: topic({ TopicName: 'b' }), B: topic({}, { DependsOn: 'A' }) }), {
        fail: ['B'],
      });
      const { StackResources = [] } = await account.call('DescribeStackResources', { StackName: 's' });
      expect(
        StackResources.map(({ LogicalResourceId, PhysicalResourceId }) => [LogicalResourceId, PhysicalResourceId]),
      ).to.deep.equal([['A', 'arn:aws:sns:us-east-1:123456789012:a']]);
      expect(await account.deploy('t', template({ X: topic({ TopicName: 'b' }) }))).to.equal('CREATE_COMPLETE');
    }));

  it('are deleted by force where they cannot be deleted otherwise', () =>
    withAccount(async (account) => {
      await account.deploy('s', template({ A: topic(), B: topic() }));
      const id = await account.id('s');
      const failing = account.open({ fail: ['A:delete'] }).cloud;
      await failing.call('DeleteStack', { StackName: 's' });
      await failing.call('DeleteStack', { StackName: 's', DeletionMode: 'FORCE_DELETE_STACK' });
      expect(await account.status(id)).to.equal('DELETE_COMPLETE');
      expect((await account.story(id)).some((one) => one.startsWith('A DELETE_SKIPPED'))).to.equal(true);
    }));

  it('are left alone where that is said, so that a stack can be deleted', () =>
    withAccount(async (account) => {
      await account.deploy('s', template({ A: topic(), B: topic() }));
      const id = await account.id('s');
      const failing = account.open({ fail: ['A:delete'] }).cloud;
      await failing.call('DeleteStack', { StackName: 's' });
      await failing.call('DeleteStack', { StackName: 's', RetainResources: ['A'] });
      expect((await account.story(id)).slice(-3)).to.deep.equal([
        's DELETE_IN_PROGRESS User Initiated',
        'A DELETE_SKIPPED',
        's DELETE_COMPLETE',
      ]);
    }));
});
