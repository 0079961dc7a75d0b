import { expect } from 'chai';
import type { Stack } from '../../../deploy/api/cloudformation.js';
import { status } from '../../../deploy/commands/status.js';
import { minutesAgo, play, stackId } from '../queries/cloud.js';
import { validates } from '../queries/schema.js';

const STACK: Stack = {
  StackName: 'shop',
  StackId: stackId('shop'),
  StackStatus: 'UPDATE_ROLLBACK_FAILED',
  StackStatusReason: 'The following resource(s) failed to update: [DB].',
  CreationTime: minutesAgo(3000),
  LastUpdatedTime: minutesAgo(3),
  Description: 'A web shop.\u001b[2J',
  Tags: [
    { Key: 'team', Value: 'web' },
    { Key: '__proto__', Value: 'x' },
  ],
  Parameters: [
    { ParameterKey: 'Password', ParameterValue: '****' },
    { ParameterKey: 'Image', ParameterValue: '/aws/ami', ResolvedValue: 'ami-1' },
    { ParameterKey: 'Token', ParameterValue: 'hunter2', ResolvedValue: 'hunter3' },
  ],
  EnableTerminationProtection: true,
  LastOperations: [{ OperationType: 'UPDATE_STACK', OperationId: 'o-1' }],
  DriftInformation: { StackDriftStatus: 'DRIFTED', LastCheckTimestamp: minutesAgo(90) },
};

const options = { words: [], stack: 'shop', components: [], form: 'text' } as const;

function played(stack: Stack) {
  return play({
    DescribeStacks: [{ Stacks: [stack] }],
    GetTemplate: [
      { TemplateBody: 'Parameters: { Token: { Type: String, NoEcho: true }, Image: { Type: String } }\nResources: {}' },
    ],
    ListChangeSets: [
      {
        NextToken: 'more',
        Summaries: [
          {
            ChangeSetName: 'jiml-20261121',
            Status: 'CREATE_COMPLETE',
            ExecutionStatus: 'AVAILABLE',
            CreationTime: minutesAgo(1),
          },
        ],
      },
      { Summaries: [{ ChangeSetName: 'console', Status: 'FAILED', ExecutionStatus: 'UNAVAILABLE' }] },
    ],
    ListStackResources: ({ NextToken }) => ({
      ...(NextToken === undefined ? { NextToken: 'more' } : {}),
      StackResourceSummaries: [
        {
          LogicalResourceId: NextToken ?? 'first',
          ResourceType: 'AWS::SQS::Queue',
          LastUpdatedTimestamp: minutesAgo(1),
          ResourceStatus: NextToken === undefined ? 'CREATE_COMPLETE' : 'UPDATE_FAILED',
        },
      ],
    }),
  });
}

describe('jiml status', () => {
  it('shows a stack in a glance', async () => {
    const { output, failed } = await status(options, played(STACK).session);
    expect(failed).to.equal(false);
    expect(output).to.equal(`shop (eu-central-1): UPDATE_ROLLBACK_FAILED
Updating it failed, and so did putting it back to how it was.

Reason                  The following resource(s) failed to update: [DB].
Description             A web shop.\\x1b[2J
Created                 2026-11-19T10:00:00Z (2 days ago)
Changed                 2026-11-21T11:57:00Z (3 min ago)
Resources               2: 1 CREATE_COMPLETE, 1 UPDATE_FAILED
Last operation          UPDATE_STACK
Drift                   drifted, 2026-11-21T10:30:00Z (1 h ago)
Termination protection  on

Parameters:
  Image     /aws/ami (ami-1)
  Password  ****
  Token     ****

Tags:
  __proto__  x
  team       web

Pending change sets:
  jiml-20261121  AVAILABLE  2026-11-21T11:59:00Z (1 min ago)  made by jiml
  console        FAILED                                       made by somebody else

Next:
  jiml events --stack shop --failed
  jiml continue --stack shop
  jiml continue --stack shop --skip more
`);
  });

  it('gives the same as data', async () => {
    const { output } = await status({ ...options, form: 'json' }, played(STACK).session);
    validates('status', JSON.parse(output));
    expect(JSON.parse(output)).to.deep.include({
      stack: 'shop',
      status: 'UPDATE_ROLLBACK_FAILED',
      created: '2026-11-19T10:00:00Z',
      resources: { CREATE_COMPLETE: 1, UPDATE_FAILED: 1 },
    });
  });

  it('makes do with an answer that says next to nothing', async () => {
    const bare = {
      StackName: 'shop',
      StackStatus: 'NEW_STATE_IN_PROGRESS',
      CreationTime: undefined,
    } as unknown as Stack;
    const { session } = play({ DescribeStacks: [{ Stacks: [bare] }], ListChangeSets: [{}], ListStackResources: [{}] });
    const { output } = await status({ ...options, form: 'json' }, session);
    validates('status', JSON.parse(output));
    expect(JSON.parse(output)).to.deep.include({ meaning: 'This version of jiml does not know this state.' });
  });

  it('makes do with what is still known of a deleted stack', async () => {
    const deleted = { ...STACK, StackStatus: 'DELETE_COMPLETE', DeletionTime: minutesAgo(2) } as const;
    const { output } = await status(options, play({ DescribeStacks: [{ Stacks: [deleted] }] }).session);
    expect(output).to.match(/^Deleted +2026-11-21T11:58:00Z \(2 min ago\)$/m);
    expect(output).to.match(/^Resources +none$/m);
  });

  it('says that there is no such stack', async () => {
    const { session } = play({});
    const error = await status(options, session).catch((thrown) => thrown);
    expect(error).to.deep.include({
      name: 'Fault',
      kind: 'refused',
      hint: 'See which there are: jiml list --region eu-central-1',
    });
    expect(error.message).to.equal('There is no stack "shop" in eu-central-1.');
  });

  it('proposes to ask the same CloudFormation which stacks there are', async () => {
    const session = { ...play({}).session, flags: ['--region', 'eu-central-1', '--endpoint-url', 'http://localhost'] };
    const error = await status(options, session).catch((thrown) => thrown);
    expect(error.hint).to.equal('See which there are: jiml list --region eu-central-1 --endpoint-url http://localhost');
  });

  it('refuses words that it has no use for', async () => {
    const error = await status({ ...options, words: ['DB'] }, play({}).session).catch((thrown) => thrown);
    expect(error.message).to.equal('"DB" is one word too many: it names no blueprint.');
    expect(error.details).to.deep.equal(['A stack is named with --stack DB.']);
  });
});
