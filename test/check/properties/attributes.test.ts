import { expect } from 'chai';
import { template } from '../../expand/compiling.js';
import { findings } from './holding.js';

const GROUP = 'AWS::AutoScaling::AutoScalingGroup, config: { MinSize: "1", MaxSize: "2" }';

function beside(type: string, said: string): string {
  return `resources:\n  - { id: X, type: ${type},\n      ${said} }\n`;
}

describe('what is said beside the properties', () => {
  const table: [name: string, type: string, said: string, expected: string[]][] = [
    [
      'a creation policy of a bucket',
      'AWS::S3::Bucket',
      'creationPolicy: { ResourceSignal: { Count: 1 } }',
      ['3:7 attribute-not-taken A resource of type AWS::S3::Bucket does not take "creationPolicy".'],
    ],
    [
      'an update policy of a queue',
      'AWS::SQS::Queue',
      'updatePolicy: { AutoScalingRollingUpdate: { MaxBatchSize: 1 } }',
      ['3:7 attribute-not-taken A resource of type AWS::SQS::Queue does not take "updatePolicy".'],
    ],
    [
      'a policy of a module',
      'Our::Shoes::Shoe::MODULE',
      'updatePolicy: { EnableVersionUpgrade: false }',
      ['3:7 attribute-not-taken A resource of type Our::Shoes::Shoe::MODULE does not take "updatePolicy".'],
    ],
    ['a policy of what is not known', 'Our::Shoes::Shoe', 'updatePolicy: { EnableVersionUpgrade: false }', []],
    [
      'a misspelt key',
      GROUP,
      'updatePolicy: { AutoScalingRollingUpdate: { MaxBatch: 1 } }',
      [
        '3:51 unlisted-property "MaxBatch" is not a property of "AutoScalingRollingUpdate" of "updatePolicy" of AWS::AutoScaling::AutoScalingGroup "X". (Did you mean "MaxBatchSize"?)',
      ],
    ],
    [
      'a key that is not known',
      'AWS::EC2::Instance',
      'creationPolicy: { ResourceSignals: { Count: 1 } }',
      [
        '3:25 unlisted-property "ResourceSignals" is not a property of "creationPolicy" of AWS::EC2::Instance "X". (Did you mean "ResourceSignal"?)',
      ],
    ],
    [
      'a wrong kind',
      'AWS::EC2::Instance',
      'creationPolicy: { ResourceSignal: { Count: many } }',
      ['3:50 wrong-kind "many" stands where a whole number belongs.'],
    ],
    ['what is right', GROUP, 'creationPolicy: { ResourceSignal: { Count: "1", Timeout: PT5M } }', []],
    [
      'a snapshot of what has none',
      'AWS::SQS::Queue',
      'deletionPolicy: Snapshot',
      [
        '3:23 attribute-not-taken A resource of type AWS::SQS::Queue does not take "deletionPolicy: Snapshot". (No snapshot can be taken of it. Say Retain to keep it.)',
      ],
    ],
    [
      'a snapshot before what has none is replaced',
      'AWS::SQS::Queue',
      'updateReplacePolicy: Snapshot',
      [
        '3:28 attribute-not-taken A resource of type AWS::SQS::Queue does not take "updateReplacePolicy: Snapshot". (No snapshot can be taken of it. Say Retain to keep it.)',
      ],
    ],
    [
      'a snapshot of a volume',
      'AWS::EC2::Volume, config: { AvailabilityZone: a, Size: 1 }',
      'deletionPolicy: Snapshot',
      [],
    ],
    ['a snapshot of what is not known', 'Our::Shoes::Shoe', 'deletionPolicy: Snapshot', []],
  ];
  for (const [name, type, said, expected] of table) {
    it(name, () => expect(findings(beside(type, said))).to.deep.equal(expected));
  }

  it('passes as it was written', () => {
    const { CreationPolicy } = template(
      beside(GROUP, 'creationPolicy: { ResourceSignal: { Count: "1", Timeout: PT5M } }'),
    ).Resources.X;
    expect(CreationPolicy).to.deep.equal({ ResourceSignal: { Count: '1', Timeout: 'PT5M' } });
  });
});
