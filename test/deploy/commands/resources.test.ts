import { expect } from 'chai';
import type { StackResourceSummary } from '../../../deploy/api/cloudformation.js';
import { type ResourcesOptions, resources } from '../../../deploy/commands/resources.js';
import { project } from '../../cli/jiml.js';
import { minutesAgo, play, stackId } from '../queries/cloud.js';
import { validates } from '../queries/schema.js';

const SCRIPT = '#!/bin/bash -ex\necho "für $USER"\n';

function summary(id: string, type: string, physicalId: string): StackResourceSummary {
  return {
    LogicalResourceId: id,
    ResourceType: type,
    PhysicalResourceId: physicalId,
    LastUpdatedTimestamp: minutesAgo(1),
    ResourceStatus: 'CREATE_COMPLETE',
  };
}

const OWN = [
  summary('Server', 'AWS::EC2::Instance', 'i-1'),
  summary('Net', 'AWS::CloudFormation::Stack', stackId('net')),
  summary('Jobs', 'AWS::SQS::Queue', 'https://sqs/jobs'),
];

function played(script: string | null = Buffer.from(SCRIPT).toString('base64')) {
  const properties = {
    ImageId: 'ami-1',
    MasterUserPassword: 'hush',
    ...(script === null ? {} : { UserData: script }),
  };
  return play({
    DescribeStacks: [
      {
        Stacks: [
          { StackName: 'shop', StackId: stackId('shop'), StackStatus: 'CREATE_COMPLETE', CreationTime: minutesAgo(9) },
        ],
      },
    ],
    ListStackResources: ({ StackName }) => ({
      StackResourceSummaries: StackName === stackId('shop') ? OWN : [summary('Vpc', 'AWS::EC2::VPC', 'vpc-1')],
    }),
    DescribeStackEvents: ({ StackName, NextToken }) =>
      NextToken === undefined
        ? { StackEvents: [], NextToken: '2' }
        : {
            StackEvents: [
              {
                StackId: StackName,
                StackName: 'shop',
                EventId: '1',
                Timestamp: minutesAgo(1),
                LogicalResourceId: StackName === stackId('shop') ? 'Server' : 'Vpc',
                ResourceProperties: JSON.stringify(
                  StackName === stackId('shop') ? properties : { CidrBlock: '10.0.0.0/16' },
                ),
              },
            ],
          },
  });
}

const options: ResourcesOptions = {
  words: [],
  stack: 'shop',
  components: [],
  form: 'text',
  physicalId: false,
  userData: false,
};

async function printed(more: Partial<ResourcesOptions>, script?: string | null) {
  return (await resources({ ...options, ...more }, played(script).session)).output;
}

describe('jiml resources', () => {
  it('lists all, those of nested stacks with the way to them', async () => {
    expect(await printed({})).to.equal(
      [
        'ID       TYPE                        STATE            PHYSICAL ID',
        'Jobs     AWS::SQS::Queue             CREATE_COMPLETE  https://sqs/jobs',
        `Net      AWS::CloudFormation::Stack  CREATE_COMPLETE  ${stackId('net')}`,
        'Net/Vpc  AWS::EC2::VPC               CREATE_COMPLETE  vpc-1',
        'Server   AWS::EC2::Instance          CREATE_COMPLETE  i-1',
        '',
      ].join('\n'),
    );
  });

  it('says where the blueprint speaks of each', async () => {
    const { folder, remove } = project({ 'shop.yaml': 'resources:\n  - { id: Jobs, type: AWS::SQS::Queue }\n' });
    const output = await printed({ words: [`${folder}/shop.yaml`] });
    remove();
    const [heading = '', jobs] = output.split('\n');
    expect(jobs?.slice(heading.indexOf('BLUEPRINT'))).to.equal(`${folder}/shop.yaml:2  https://sqs/jobs`);
  });

  it('tells all of one', async () => {
    expect(await printed({ words: ['Net/Vpc'] })).to.equal(`Id           Net/Vpc
Type         AWS::EC2::VPC
Physical id  vpc-1
State        CREATE_COMPLETE
Changed      2026-11-21T11:59:00Z

Properties:
  {
    "CidrBlock": "10.0.0.0/16"
  }
`);
  });

  for (const words of [[], ['Server'], ['i-1']]) {
    it(`gives ${words.join('') || 'all'} as data`, async () => {
      const data = JSON.parse(await printed({ words, form: 'json' }));
      validates('resources', data);
      expect(data.resource?.properties?.MasterUserPassword).to.equal(words.length === 0 ? undefined : '****');
    });
  }

  it('prints the bare physical id', async () => {
    expect(await printed({ words: ['Jobs'], physicalId: true })).to.equal('https://sqs/jobs\n');
  });

  it('prints the script that a machine runs', async () => {
    expect(await printed({ words: ['Server'], userData: true })).to.equal(SCRIPT);
  });

  const mistakes: readonly (readonly [string, Partial<ResourcesOptions>, RegExp, (string | null)?])[] = [
    ['an unknown id', { words: ['Sever'] }, /^The stack "shop" has no resource "Sever"\. Did you mean "Server"\?$/],
    ['no id', { physicalId: true }, /^--physical-id is about one resource: name it\.$/],
    [
      'what is no machine',
      { words: ['Jobs'], userData: true },
      /^"Jobs" runs no script: its type is AWS::SQS::Queue\.$/,
    ],
    [
      'what is cut off',
      { words: ['Server'], userData: true },
      /^CloudFormation does not tell the script of "Server"\. EC2 does: aws ec2 .* --instance-id i-1 /,
      'IyEvYm…',
    ],
    ['a machine without a script', { words: ['Server'], userData: true }, /^"Server" has no user data\.$/, null],
    ['two ids', { words: ['Server', 'Jobs'] }, /^"Jobs" is one word too many/],
  ];
  for (const [what, more, message, script] of mistakes) {
    it(`refuses ${what}`, async () => {
      const error = await printed(more, script).catch((thrown) => thrown);
      expect(error.message).to.match(message);
    });
  }
});
