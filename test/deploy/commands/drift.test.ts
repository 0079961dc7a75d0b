import { expect } from 'chai';
import type { StackResourceDrift } from '../../../deploy/api/cloudformation.js';
import { Fault } from '../../../deploy/api/fault.js';
import { type DriftOptions, drift } from '../../../deploy/commands/drift.js';
import { project } from '../../cli/jiml.js';
import { type Answers, minutesAgo, play, stackId } from '../queries/cloud.js';
import { validates } from '../queries/schema.js';

const BLUEPRINT = `name: shop
resources:
  - id: Jobs
    type: AWS::SQS::Queue
    config:
      DelaySeconds: 5
      Tags:
        - { Key: a, Value: b }
  - { id: Topic, type: AWS::SNS::Topic }
`;

function drifted(id: string, type: string, rest: Partial<StackResourceDrift>): StackResourceDrift {
  return {
    StackId: stackId('shop'),
    LogicalResourceId: id,
    PhysicalResourceId: `${id}-1`,
    ResourceType: type,
    StackResourceDriftStatus: 'MODIFIED',
    Timestamp: minutesAgo(0),
    ...rest,
  };
}

const jobs = drifted('Jobs', 'AWS::SQS::Queue', {
  ExpectedProperties:
    '{"DelaySeconds":5,"MaximumMessageSize":"1024","Tags":[{"Key":"a","Value":"b"},{"Key":"c","Value":"d"}]}',
  ActualProperties:
    '{"DelaySeconds":60,"MaximumMessageSize":1024,"Tags":[{"Key":"c","Value":"d"},{"Key":"a","Value":"b"}],"KmsMasterKeyId":"k"}',
  PropertyDifferences: [
    { PropertyPath: '/DelaySeconds', ExpectedValue: '5', ActualValue: '60', DifferenceType: 'NOT_EQUAL' },
    { PropertyPath: '/KmsMasterKeyId', ExpectedValue: 'null', ActualValue: 'k', DifferenceType: 'ADD' },
    { PropertyPath: '/MaximumMessageSize', ExpectedValue: '1024', ActualValue: '1024', DifferenceType: 'NOT_EQUAL' },
    { PropertyPath: '/Tags/0/Key', ExpectedValue: 'a', ActualValue: 'c', DifferenceType: 'NOT_EQUAL' },
  ],
});
const topic = drifted('Topic', 'AWS::SNS::Topic', { StackResourceDriftStatus: 'DELETED' });
const fine = drifted('Fine', 'AWS::SNS::Topic', { StackResourceDriftStatus: 'IN_SYNC' });

function answers(drifts: readonly StackResourceDrift[], more: Answers = {}): Answers {
  const resource = {
    ResourceType: 'x',
    LastUpdatedTimestamp: minutesAgo(1),
    ResourceStatus: 'CREATE_COMPLETE',
  } as const;
  return {
    DescribeStacks: [
      {
        Stacks: [
          { StackName: 'shop', StackId: stackId('shop'), StackStatus: 'CREATE_COMPLETE', CreationTime: minutesAgo(9) },
        ],
      },
    ],
    ListStackResources: [{ StackResourceSummaries: [{ ...resource, LogicalResourceId: 'Jobs' }] }],
    DetectStackDrift: [{ StackDriftDetectionId: 'd' }],
    DescribeStackDriftDetectionStatus: [
      { StackId: '', StackDriftDetectionId: 'd', DetectionStatus: 'DETECTION_IN_PROGRESS', Timestamp: minutesAgo(0) },
      { StackId: '', StackDriftDetectionId: 'd', DetectionStatus: 'DETECTION_COMPLETE', Timestamp: minutesAgo(0) },
    ],
    DescribeStackResourceDrifts: [{ StackResourceDrifts: [...drifts] }],
    ...more,
  };
}

const options: DriftOptions = { words: [], stack: 'shop', components: [], form: 'text', detect: true };

describe('jiml drift', () => {
  it('shows what is not as the template says, at the lines of the blueprint', async () => {
    const { folder, remove } = project({ 'shop.yaml': BLUEPRINT });
    const { session } = play(answers([topic, fine, jobs]));
    const { output, verdict } = await drift({ ...options, words: [`${folder}/shop.yaml`], stack: undefined }, session);
    remove();
    expect(verdict).to.equal('drifted');
    expect(
      output.replaceAll(`${folder}/`, ''),
    ).to.equal(`2 of the 3 resources of "shop" are not as the template says (looked at 2026-11-21T12:00:00Z).

shop.yaml:3: Jobs (AWS::SQS::Queue) was changed.
  ~  DelaySeconds    5 → 60                              shop.yaml:6
  +  KmsMasterKeyId  "k" (the template does not say it)  shop.yaml:3

shop.yaml:9: Topic (AWS::SNS::Topic) was deleted.

2 differences mean the same, and are left out.

Next:
  jiml deploy shop.yaml --revert-drift
`);
  });

  it('waits for somebody else who looks for it, and looks again', async () => {
    let asked = 0;
    const detection = () => {
      if (++asked < 4)
        throw new Fault('refused', 'ValidationError', 'Drift detection is already in progress for stack [x]');
      return { StackDriftDetectionId: 'd' };
    };
    const { session } = play(answers([jobs], { DetectStackDrift: detection }));
    expect((await drift(options, session)).verdict).to.equal('drifted');
    expect(asked).to.equal(4);
  });

  it('does not wait for ever for somebody else', async () => {
    const detection = () => {
      throw new Fault('refused', 'ValidationError', 'Drift detection is already in progress for stack [x]');
    };
    const error = await drift(options, play(answers([jobs], { DetectStackDrift: detection })).session).catch(
      (one) => one,
    );
    expect(error.message).to.equal('Looking for drift has taken more than an hour.');
  });

  it('gives the same as data', async () => {
    const data = JSON.parse(
      (await drift({ ...options, form: 'json' }, play(answers([topic, fine, jobs])).session)).output,
    );
    validates('drift', data);
    expect(data).to.deep.include({ status: 'DRIFTED', phantoms: 2, counts: { DELETED: 1, IN_SYNC: 1, MODIFIED: 1 } });
  });

  it('takes a resource whose only differences mean the same for one that is as it should be', async () => {
    const same = { ...jobs, PropertyDifferences: jobs.PropertyDifferences?.slice(2) };
    const { output, verdict } = await drift(options, play(answers([same as StackResourceDrift])).session);
    expect(verdict).to.equal(undefined);
    expect(output).to.equal(
      '"shop" is as its template says (looked at 2026-11-21T12:00:00Z).\n\n2 differences mean the same, and are left out.\n',
    );
  });

  it('waits longer and longer', async () => {
    const running = {
      StackId: '',
      StackDriftDetectionId: 'd',
      DetectionStatus: 'DETECTION_IN_PROGRESS',
      Timestamp: minutesAgo(0),
    } as const;
    const done = { ...running, DetectionStatus: 'DETECTION_COMPLETE' } as const;
    const { session, asked, told } = play(
      answers([fine], { DescribeStackDriftDetectionStatus: [...Array(20).fill(running), done] }),
    );
    const begun = session.clock.now();
    expect((await drift(options, session)).verdict).to.equal(undefined);
    expect(asked.filter(([operation]) => operation === 'DescribeStackDriftDetectionStatus')).to.have.lengthOf(21);
    expect(session.clock.now() - begun).to.be.within(20_000, 100_000);
    expect(told).to.deep.equal([{ kind: 'step', text: 'looking for drift of "shop"' }]);
  });

  it('looks no further than what was found the last time where that is asked', async () => {
    const never = { ...fine, StackResourceDriftStatus: 'NOT_CHECKED', Timestamp: undefined } as const;
    const { session, asked } = play(answers([never]));
    const { output } = await drift({ ...options, detect: false }, session);
    expect(asked.map(([operation]) => operation)).not.to.include('DetectStackDrift');
    expect(output).to.match(/^Nobody has looked for drift of "shop" yet\.\n/);
  });

  it('says what could not be looked at', async () => {
    const failed = {
      StackId: '',
      StackDriftDetectionId: 'd',
      DetectionStatus: 'DETECTION_FAILED',
      DetectionStatusReason: 'No permission.',
      Timestamp: minutesAgo(0),
    } as const;
    const { session } = play(answers([fine], { DescribeStackDriftDetectionStatus: [failed] }));
    const { output } = await drift(options, session);
    expect(output).to.equal(
      'Whether "shop" has drifted is not known (looked at 2026-11-21T12:00:00Z).\n\nNo permission.\n',
    );
  });

  it('looks into nested stacks, too', async () => {
    const nested = {
      LogicalResourceId: 'Net',
      ResourceType: 'AWS::CloudFormation::Stack',
      PhysicalResourceId: stackId('net'),
      LastUpdatedTimestamp: minutesAgo(1),
      ResourceStatus: 'CREATE_COMPLETE',
    } as const;
    const { session } = play(
      answers([], {
        ListStackResources: ({ StackName }) => ({
          StackResourceSummaries: StackName === stackId('shop') ? [nested] : [],
        }),
        DescribeStackResourceDrifts: ({ StackName }) => ({
          StackResourceDrifts: StackName === stackId('net') ? [topic] : [fine],
        }),
      }),
    );
    const data = JSON.parse((await drift({ ...options, form: 'json' }, session)).output);
    expect(data.resources).to.deep.equal([
      { id: 'Net/Topic', type: 'AWS::SNS::Topic', physicalId: 'Topic-1', change: 'deleted', differences: [] },
    ]);
  });

  it('refuses where CloudFormation would', async () => {
    const stack = {
      StackName: 'shop',
      StackId: stackId('shop'),
      StackStatus: 'ROLLBACK_COMPLETE',
      CreationTime: minutesAgo(9),
    } as const;
    const { session } = play(answers([], { DescribeStacks: [{ Stacks: [stack] }] }));
    const error = await drift(options, session).catch((thrown) => thrown);
    expect(error).to.deep.include({ name: 'Declined', next: ['jiml status --stack shop'] });
    expect(error.message).to.equal(
      'The stack "shop" is in ROLLBACK_COMPLETE, in which CloudFormation does not look for drift.',
    );
  });

  it('waits for what goes on', async () => {
    const stack = { StackName: 'shop', StackId: stackId('shop'), CreationTime: minutesAgo(9) } as const;
    const states = ['UPDATE_IN_PROGRESS', 'UPDATE_IN_PROGRESS', 'UPDATE_COMPLETE'] as const;
    const described = states.map((StackStatus) => ({ Stacks: [{ ...stack, StackStatus }] }));
    const { session, told } = play(answers([fine], { DescribeStacks: described }));
    await drift(options, session);
    expect(told).to.deep.equal([
      { kind: 'step', text: 'waiting for what goes on (UPDATE_IN_PROGRESS)' },
      { kind: 'step', text: 'looking for drift of "shop"' },
    ]);
  });
});
