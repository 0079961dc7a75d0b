import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { isAbsent } from '../../../../deploy/api/fault.js';
import { connect } from '../../../../deploy/aws/connect.js';
import { openLocal } from '../../../../deploy/local/open.js';
import { serve } from '../../../../deploy/local/serve/serve.js';
import { clock, environment } from './client.js';

type Connected = Awaited<ReturnType<typeof connect>>;

/** The local CloudFormation in a new folder, served; `use` gets a way to reach it in a region. */
async function withLocal(use: (reach: (region: string) => Promise<Connected>) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'jiml-serve-'));
  const bugs: unknown[] = [];
  const server = await serve({
    port: 0,
    open: (region) => openLocal({ folder, region, fast: true, fail: [], clock }),
    onBug: (error) => bugs.push(error),
  });
  try {
    await use((region) => connect({ region, endpointUrl: server.url, clock, environment }));
    expect(bugs).to.deep.equal([]);
  } finally {
    await server.close();
    rmSync(folder, { recursive: true });
  }
}

const template = JSON.stringify({
  Description: 'größer & <kleiner>',
  Parameters: { Name: { Type: 'String', NoEcho: true } },
  Resources: { Topic: { Type: 'AWS::SNS::Topic', Properties: { DisplayName: { Ref: 'Name' } } } },
  Outputs: { Arn: { Value: { Ref: 'Topic' }, Description: 'a & b' } },
});

describe('the local CloudFormation, served', () => {
  it('goes through the life of a stack', async () => {
    await withLocal(async (reach) => {
      const { cloud } = await reach('eu-west-1');
      const { Id, StackId } = await cloud.call('CreateChangeSet', {
        StackName: 'shop',
        ChangeSetName: 'first',
        ChangeSetType: 'CREATE',
        TemplateBody: template,
        Parameters: [{ ParameterKey: 'Name', ParameterValue: 'secret' }],
        Tags: [{ Key: 'team', Value: 'größer' }],
        ClientToken: 'token-1',
      });
      const changeSet = await cloud.call('DescribeChangeSet', { ChangeSetName: Id, IncludePropertyValues: true });
      expect(changeSet).to.include({ Status: 'CREATE_COMPLETE', ExecutionStatus: 'AVAILABLE', StackId });
      expect(changeSet.CreationTime).to.be.instanceOf(Date);
      expect(changeSet.Parameters).to.deep.equal([{ ParameterKey: 'Name', ParameterValue: '****' }]);
      await cloud.call('ExecuteChangeSet', { ChangeSetName: Id, ClientRequestToken: 'token-2' });
      const { Stacks: [stack] = [] } = await cloud.call('DescribeStacks', { StackName: 'shop' });
      expect(stack).to.include({ StackId, StackStatus: 'CREATE_COMPLETE', EnableTerminationProtection: false });
      expect(stack?.Tags).to.deep.equal([{ Key: 'team', Value: 'größer' }]);
      expect(stack?.Outputs?.[0]).to.include({ OutputKey: 'Arn', Description: 'a & b' });
      const { TemplateBody } = await cloud.call('GetTemplate', { StackName: 'shop', TemplateStage: 'Original' });
      expect(TemplateBody).to.equal(template);
      const { StackEvents = [] } = await cloud.call('DescribeStackEvents', { StackName: StackId });
      expect(StackEvents.map(({ ResourceStatus }) => ResourceStatus)).to.include.members(['CREATE_COMPLETE']);
      await cloud.call('DeleteStack', { StackName: 'shop', ClientRequestToken: 'token-3' });
      const gone = await cloud.call('DescribeStacks', { StackName: 'shop' }).catch((error: unknown) => error);
      expect(isAbsent(gone)).to.equal(true);
    });
  });

  it('reads a template from the bucket that it was put into', async () => {
    await withLocal(async (reach) => {
      const { cloud, storage } = await reach('eu-west-1');
      await storage.createTemplateBucket('jiml-templates-1');
      const bucket = (await storage.findTemplateBucket()) ?? '';
      const large = JSON.stringify({
        Description: 'x',
        Metadata: { text: 'y'.repeat(60_000) },
        ...JSON.parse(template),
      });
      const TemplateURL = await storage.put(bucket, 'templates/a.json', large);
      const input = { StackName: 'shop', ChangeSetName: 'first', ChangeSetType: 'CREATE' as const };
      const Parameters = [{ ParameterKey: 'Name', ParameterValue: 'a' }];
      await cloud.call('CreateChangeSet', { ...input, TemplateURL, Parameters, ClientToken: 'token-1' });
      const { TemplateBody } = await cloud.call('GetTemplate', { StackName: 'shop', ChangeSetName: 'first' });
      expect(TemplateBody).to.equal(large);
    });
  });

  it('keeps regions apart', async () => {
    await withLocal(async (reach) => {
      const input = {
        StackName: 'shop',
        ChangeSetName: 'a',
        ChangeSetType: 'CREATE' as const,
        TemplateBody: '{"Resources":{"A":{"Type":"AWS::SNS::Topic"}}}',
      };
      await (await reach('eu-west-1')).cloud.call('CreateChangeSet', { ...input, ClientToken: 't' });
      const names = async (region: string) => {
        const { Stacks = [] } = await (await reach(region)).cloud.call('DescribeStacks', {});
        return Stacks.map(({ StackName }) => StackName);
      };
      expect(await names('eu-west-1')).to.deep.equal(['shop']);
      expect(await names('us-east-1')).to.deep.equal([]);
    });
  });
});
