import { expect } from 'chai';
import type { Operation } from '../../../deploy/api/cloudformation.js';
import { type Account, template, topic, withAccount } from './account.js';

const SECRET = 'correct-horse';

const TEMPLATE = template(
  {
    A: topic({ DisplayName: { 'Fn::Sub': 'is ${P}!' } }),
    Server: {
      Type: 'AWS::EC2::Instance',
      Properties: {
        ImageId: 'ami-1',
        UserData: { 'Fn::Base64': { 'Fn::Sub': '#!/bin/sh\necho ${P} ${A.TopicName}\n' } },
      },
    },
  },
  { Parameters: { P: { Type: 'String', NoEcho: true }, Q: { Type: 'String', Default: 'q' } } },
);

const GIVEN = { Parameters: [{ ParameterKey: 'P', ParameterValue: SECRET }] };

/** Everything that CloudFormation answers about a stack. */
async function answers(account: Account, changeSet: string): Promise<string> {
  const stack = { StackName: 's' };
  const asked: readonly (readonly [Operation, object])[] = [
    ['DescribeStacks', stack],
    ['DescribeStackEvents', stack],
    ['DescribeEvents', stack],
    ['DescribeStackResources', stack],
    ['ListStackResources', stack],
    ['GetTemplate', stack],
    ['GetTemplateSummary', stack],
    ['DescribeChangeSet', { ...stack, ChangeSetName: changeSet, IncludePropertyValues: true }],
    ['DetectStackDrift', stack],
    ['DescribeStackResourceDrifts', stack],
  ];
  const all: unknown[] = [];
  for (const [operation, input] of asked) all.push(await account.call(operation, input as never));
  return JSON.stringify([all, await account.open().deployedProperties('s', 'Server')]);
}

describe('a secret given to the local CloudFormation', () => {
  it('is used, and never told, plain or in Base64', () =>
    withAccount(async (account) => {
      const changeSet = await account.propose('s', TEMPLATE, GIVEN);
      const before = await answers(account, changeSet).catch(() => '');
      expect(before).not.to.contain(SECRET);
      await account.call('ExecuteChangeSet', { StackName: 's', ChangeSetName: changeSet });
      expect(await account.status('s')).to.equal('CREATE_COMPLETE');
      const text = await answers(account, changeSet);
      expect(text).to.contain('****').and.not.to.contain(SECRET);
      const encoded = [...text.matchAll(/[A-Za-z0-9+/]{16,}={0,2}/g)].map(([found]) =>
        Buffer.from(found, 'base64').toString(),
      );
      expect(encoded.join('\n')).to.contain('echo ****').and.not.to.contain(SECRET);
    }));

  it('is not told with what somebody else has changed', () =>
    withAccount(async (account) => {
      await account.deploy('s', TEMPLATE, GIVEN);
      await account.open().injectDrift('s', 'A', ['KmsMasterKeyId'], 'key');
      await account.open().injectDrift('s', 'Server', ['Tags'], [{ Key: 'a', Value: 'b' }]);
      const name = await account.propose('s', TEMPLATE, { ...GIVEN, DeploymentMode: 'REVERT_DRIFT' });
      const text = await answers(account, name);
      expect(text).to.contain('KmsMasterKeyId').and.not.to.contain(SECRET);
      expect(text).not.to.contain(Buffer.from(`echo ${SECRET}`).toString('base64').slice(4, 16));
    }));

  it('is kept for the next update', () =>
    withAccount(async (account) => {
      await account.deploy('s', TEMPLATE, GIVEN);
      const more = {
        Parameters: [
          { ParameterKey: 'P', UsePreviousValue: true },
          { ParameterKey: 'Q', ParameterValue: 'r' },
        ],
      };
      const name = await account.propose('s', TEMPLATE, more);
      expect((await account.call('DescribeChangeSet', { StackName: 's', ChangeSetName: name })).Status).to.equal(
        'FAILED',
      );
      const other = { Parameters: [{ ParameterKey: 'P', ParameterValue: 'battery' }] };
      expect(await account.deploy('s', TEMPLATE, other)).to.equal('UPDATE_COMPLETE');
      expect((await account.story('s')).filter((one) => one === 'A UPDATE_COMPLETE')).to.have.length(1);
    }));

  it('leaves the script of a machine as it is written, with the rest filled in', () =>
    withAccount(async (account) => {
      await account.deploy('s', TEMPLATE, GIVEN);
      const properties = await account.open().deployedProperties('s', 'Server');
      const { StackResources = [] } = await account.call('DescribeStackResources', {
        StackName: 's',
        LogicalResourceId: 'A',
      });
      const name = StackResources[0]?.PhysicalResourceId?.split(':').at(-1);
      expect(Buffer.from(String(properties?.UserData), 'base64').toString()).to.equal(`#!/bin/sh\necho **** ${name}\n`);
    }));
});
