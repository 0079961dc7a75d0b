import { expect } from 'chai';
import type { Stack, StackSummary } from '../../../deploy/api/cloudformation.js';
import { list } from '../../../deploy/commands/list.js';
import { minutesAgo, play, stackId } from '../queries/cloud.js';
import { validates } from '../queries/schema.js';

const shop: Stack = {
  StackName: 'shop',
  StackId: stackId('shop'),
  StackStatus: 'UPDATE_COMPLETE',
  CreationTime: minutesAgo(9000),
  LastUpdatedTime: minutesAgo(61),
  ChangeSetId: 'arn:aws:cloudformation:eu-central-1:123456789012:changeSet/jiml-20261121/1',
  EnableTerminationProtection: true,
  DriftInformation: { StackDriftStatus: 'DRIFTED' },
};
const within = (name: string, parent: string): Stack => ({
  StackName: name,
  StackId: stackId(name),
  StackStatus: 'CREATE_COMPLETE',
  CreationTime: minutesAgo(8000),
  ParentId: stackId(parent),
  RootId: stackId('shop'),
});
const lab: Stack = {
  StackName: 'lab',
  StackId: stackId('lab'),
  StackStatus: 'ROLLBACK_COMPLETE',
  CreationTime: minutesAgo(0),
  Description: 'By hand.',
};
const gone: StackSummary = {
  StackName: 'old',
  StackId: stackId('old'),
  StackStatus: 'DELETE_COMPLETE',
  CreationTime: minutesAgo(9000),
  DeletionTime: minutesAgo(3000),
};

function played() {
  return play({
    DescribeStacks: [
      { Stacks: [within('shop-Net', 'shop'), shop], NextToken: '2' },
      { Stacks: [within('shop-Net-Zone', 'shop-Net'), lab] },
    ],
    ListStacks: [{ StackSummaries: [gone] }],
  });
}

describe('jiml list', () => {
  it('shows the stacks of a region, nested ones with theirs', async () => {
    const { output } = await list({ form: 'text', all: false }, played().session);
    expect(output).to.equal(
      [
        'STACK  STATE              LAST CHANGE  BY JIML',
        'lab    ROLLBACK_COMPLETE  just now              By hand.',
        'shop   UPDATE_COMPLETE    1 h ago      yes      2 nested stacks; drifted; protected',
        '',
      ].join('\n'),
    );
  });

  it('shows deleted ones where that is asked', async () => {
    const { session, asked } = played();
    const { output } = await list({ form: 'json', all: true }, session);
    const data = JSON.parse(output);
    validates('list', data);
    expect(
      data.stacks.map(({ stack, status }: { stack: string; status: string }) => `${stack} ${status}`),
    ).to.deep.equal(['lab ROLLBACK_COMPLETE', 'old DELETE_COMPLETE', 'shop UPDATE_COMPLETE']);
    expect(asked.map(([operation]) => operation)).to.deep.equal(['DescribeStacks', 'DescribeStacks', 'ListStacks']);
  });

  it('says where there is none', async () => {
    const { session } = play({ DescribeStacks: [{}] });
    expect((await list({ form: 'text', all: false }, session)).output).to.equal('There is no stack in eu-central-1.\n');
  });
});
