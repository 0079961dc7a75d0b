import { expect } from 'chai';
import { template, withAccount } from './account.js';

/** A launch template, and a group that starts what its newest version says. */
function group(size: string): string {
  return template(
    {
      Pattern: { Type: 'AWS::EC2::LaunchTemplate', Properties: { LaunchTemplateData: { InstanceType: size } } },
      Group: {
        Type: 'AWS::AutoScaling::AutoScalingGroup',
        Properties: {
          MinSize: '1',
          MaxSize: '1',
          AvailabilityZones: ['us-east-1a'],
          LaunchTemplate: {
            LaunchTemplateId: { Ref: 'Pattern' },
            Version: { 'Fn::GetAtt': ['Pattern', 'LatestVersionNumber'] },
          },
        },
      },
    },
    { Outputs: { Version: { Value: { 'Fn::GetAtt': ['Pattern', 'LatestVersionNumber'] } } } },
  );
}

describe('versions on the local CloudFormation', () => {
  it('go up with each change in place, and what uses them changes', () =>
    withAccount(async (account) => {
      const versions: (string | undefined)[] = [];
      for (const size of ['t3.micro', 't3.small', 't3.large']) {
        await account.deploy('s', group(size));
        const { Stacks = [] } = await account.call('DescribeStacks', { StackName: 's' });
        versions.push(Stacks[0]?.Outputs?.[0]?.OutputValue);
      }
      expect(versions).to.deep.equal(['1', '2', '3']);
      const { StackEvents = [] } = await account.call('DescribeStackEvents', { StackName: 's' });
      const updated = StackEvents.filter(({ ResourceStatus }) => ResourceStatus === 'UPDATE_COMPLETE');
      expect(updated.filter(({ LogicalResourceId }) => LogicalResourceId === 'Group')).to.have.length(2);
    }));
});
