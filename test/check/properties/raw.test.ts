import { expect } from 'chai';
import { found, template } from '../../expand/compiling.js';
import { findings } from './holding.js';

/** The resource `X` is in line 5; what it says begins in line 6, column 7. */
function raw(content: string, head = ''): string {
  const lines = content.split('\n').map((line) => `      ${line}\n`);
  return `${head}resources: [{ id: Topic, type: AWS::SNS::Topic }]\nraw:\n  Resources:\n    # as it stands\n    X:\n${lines.join('')}`;
}

describe('resources in raw', () => {
  const table: [name: string, content: string, expected: string[]][] = [
    ['pass', 'Type: AWS::SQS::Queue\nProperties: { DelaySeconds: "1" }\nDeletionPolicy: Retain', []],
    [
      'are held to their type',
      'Type: AWS::SQS::Queue\nProperties: { DelaySecond: 1, QueueName: [a] }',
      [
        '7:21 unlisted-property "DelaySecond" is not a property of AWS::SQS::Queue "X". (Did you mean "DelaySeconds"?)',
        '7:48 wrong-kind A list stands where a text belongs.',
      ],
    ],
    [
      'have a type',
      'Type: AWS::SQS::Queu',
      ['6:13 unlisted-type There is no CloudFormation type "AWS::SQS::Queu". (Did you mean "AWS::SQS::Queue"?)'],
    ],
    [
      'have a type of today',
      'Type: AWS::SDB::Domain',
      ['6:13 superseded-type AWS::SDB::Domain should not be used any more.'],
    ],
    [
      'take some attributes only',
      'Type: AWS::SNS::Topic\nParameters: {}\nCreationPolicy: {}\nDeletionPolicy: Snapshot',
      [
        '7:7 unknown-key "Parameters" is not a key of resource "X".',
        '8:7 attribute-not-taken A resource of type AWS::SNS::Topic does not take "creationPolicy".',
        '9:23 attribute-not-taken A resource of type AWS::SNS::Topic does not take "deletionPolicy: Snapshot".',
      ],
    ],
    ['may say of what version they are, where they are custom', 'Type: Custom::Shoes\nVersion: "1.0"', []],
    [
      'have policies that are texts',
      'Type: AWS::SNS::Topic\nDeletionPolicy: [Retain]\nUpdateReplacePolicy: Keep',
      [
        '7:23 wrong-kind A list stands where a text belongs.',
        '8:28 unknown-policy "Keep" is no UpdateReplacePolicy, which is one of Delete, Retain, Snapshot.',
      ],
    ],
    [
      'refer to others',
      'Type: AWS::CloudWatch::Alarm\nProperties: { ComparisonOperator: GreaterThanThreshold, EvaluationPeriods: 1, AlarmActions: !Ref Topic }',
      ['7:99 text-for-list "Topic" is one text, and a list belongs here.'],
    ],
    ['may be what another tool puts in its place', 'Type: { Rain::Module: a }', []],
  ];
  for (const [name, content, expected] of table) {
    it(name, () => {
      const said = findings(raw(content)).map((finding) =>
        finding.replace(/ \((?:Write|No snapshot|Amazon|.*SimpleDB).*\)$/, ''),
      );
      expect(said).to.deep.equal(expected);
    });
  }

  it('have ids of letters and digits', () => {
    expect(found(raw('Type: AWS::SNS::Topic').replace('    X:', '    my.X:'))).to.deep.equal([
      '5:5 bad-logical-id "my.X" cannot be the name of a resource: it needs letters and digits only, at most 255 of them.',
    ]);
  });

  it('are not looked at where there is a macro', () => {
    expect(findings(raw('Type: AWS::SNS::Topic\nShoes: 1', 'transform: Ours\n'))).to.deep.equal([]);
  });

  it('stay as they are', () => {
    const content = 'Type: AWS::SQS::Queue\nProperties: { DelaySeconds: "1" }';
    expect(template(raw(content)).Resources.X).to.deep.equal({
      Type: 'AWS::SQS::Queue',
      Properties: { DelaySeconds: '1' },
    });
  });
});
