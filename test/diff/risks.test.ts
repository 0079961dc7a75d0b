import { expect } from 'chai';
import { globCovers } from '../../compiler/diff/risks/glob.js';
import { difference, only, resources } from './sides.js';

const allow = (Action: unknown, Resource: unknown = '*', rest: object = {}) => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...rest,
});
const policy = (...Statement: object[]) =>
  only('AWS::IAM::ManagedPolicy', { PolicyDocument: { Version: '2012-10-17', Statement } });
const rule = (from: number, to: number, CidrIp: string) => ({ IpProtocol: 'tcp', FromPort: from, ToPort: to, CidrIp });
const group = (...SecurityGroupIngress: object[]) => ({
  Type: 'AWS::EC2::SecurityGroup',
  Properties: { GroupDescription: 'g', SecurityGroupIngress },
});
const single = (one: object, GroupId: unknown) => ({
  Type: 'AWS::EC2::SecurityGroupIngress',
  Properties: { ...one, GroupId },
});
const database = (properties: Readonly<Record<string, unknown>>) => only('AWS::RDS::DBInstance', properties);
const bucket = (properties: Readonly<Record<string, unknown>>) => only('AWS::S3::Bucket', properties);
const output = (rest: object) => ({ Outputs: { O: { Value: 1, ...rest } } });
const role = (properties: object) => ({ Type: 'AWS::IAM::Role', Properties: properties });
const ssh = rule(22, 22, '10.0.0.0/8');

describe('the risks of a change', () => {
  const table: readonly (readonly [string, object, object, readonly string[]])[] = [
    [
      'another action',
      policy(allow('s3:GetObject')),
      policy(allow(['s3:GetObject', 's3:PutObject'])),
      ['wider-access "R" newly allows s3:PutObject on *.'],
    ],
    ['an action that was covered', policy(allow('s3:*')), policy(allow('s3:GetObject')), []],
    ['a wider action', policy(allow('s3:Get*')), policy(allow('s3:*')), ['wider-access "R" newly allows s3:* on *.']],
    ['a narrower resource', policy(allow('s3:GetObject')), policy(allow('s3:GetObject', 'arn:aws:s3:::a/*')), []],
    [
      'a condition that goes',
      policy(allow('a:b', '*', { Condition: { Bool: { x: 'true' } } })),
      policy(allow('a:b')),
      ['wider-access "R" newly allows a:b on *.'],
    ],
    [
      'a denial that goes',
      policy(allow('a:b'), { ...allow('a:c'), Effect: 'Deny' }),
      policy(allow('a:b')),
      ['wider-access "R" no longer denies a:c on * as it did.'],
    ],
    ['one statement in two', policy(allow(['a:b', 'a:c'])), policy(allow('a:b'), allow('a:c')), []],
    [
      'another managed policy',
      resources({ R: role({ ManagedPolicyArns: ['arn:a'] }) }),
      resources({ R: role({ ManagedPolicyArns: ['arn:b', 'arn:a'] }) }),
      ['wider-access "R" newly has the policy arn:b.'],
    ],
    [
      'another rule',
      resources({ G: group(ssh) }),
      resources({ G: group(ssh, rule(80, 80, '0.0.0.0/0')) }),
      ['wider-access "G" newly lets in tcp port 80 from 0.0.0.0/0.'],
    ],
    [
      'a narrower rule',
      resources({ G: group(rule(0, 99, '10.0.0.0/8')) }),
      resources({ G: group(rule(22, 22, '10.1.0.0/16')) }),
      [],
    ],
    [
      'a wider network',
      resources({ G: group(ssh) }),
      resources({ G: group(rule(22, 22, '10.0.0.0/7')) }),
      ['wider-access "G" newly lets in tcp port 22 from 10.0.0.0/7.'],
    ],
    [
      'a rule that moves out of its group',
      resources({ G: group(ssh) }),
      resources({ G: group(), I: single(ssh, { 'Fn::GetAtt': 'G.GroupId' }) }),
      [],
    ],
    [
      'a public database',
      database({ PubliclyAccessible: false }),
      database({ PubliclyAccessible: 'true' }),
      ['wider-access "R" is opened to the public: PubliclyAccessible is true.'],
    ],
    [
      'a lock that goes',
      bucket({ PublicAccessBlockConfiguration: { BlockPublicAcls: true } }),
      bucket({}),
      ['wider-access "R" is opened to the public: PublicAccessBlockConfiguration.BlockPublicAcls is no longer true.'],
    ],
    [
      'backups that go',
      database({ BackupRetentionPeriod: 3 }),
      database({}),
      ['backup-removed "R" loses its backups: BackupRetentionPeriod was 3 and is not said any more.'],
    ],
    [
      'backups that are turned off',
      database({ BackupRetentionPeriod: 3 }),
      database({ BackupRetentionPeriod: 0 }),
      ['backup-removed "R" loses its backups: BackupRetentionPeriod was 3 and is now 0.'],
    ],
    [
      'fewer backups',
      database({ BackupRetentionPeriod: 7 }),
      database({ BackupRetentionPeriod: 1 }),
      ['backup-removed "R" keeps its backups for a shorter time: BackupRetentionPeriod was 7 and is now 1.'],
    ],
    ['more backups', database({ BackupRetentionPeriod: 1 }), database({ BackupRetentionPeriod: 7 }), []],
    [
      'an export that goes',
      output({ Export: { Name: 'x' } }),
      output({}),
      ['export-removed The export "x" goes away, which other stacks may import.'],
    ],
    [
      'an export under another output',
      output({ Export: { Name: 'x' } }),
      { Outputs: { P: { Value: 1, Export: { Name: 'x' } } } },
      [],
    ],
  ];
  for (const [what, before, after, expected] of table) {
    it(what, () => {
      const risks = difference(before, after).risks.map(({ kind, message }) => `${kind} ${message}`);
      expect(risks.filter((risk) => !risk.startsWith('replacement'))).to.deep.equal(expected);
    });
  }

  it('are the worst first', () => {
    const table = { Type: 'AWS::DynamoDB::Table', Properties: {} };
    const before = { ...resources({ A: table, Z: table }), Outputs: { B: { Value: 1, Export: { Name: 'x' } } } };
    expect(difference(before, resources({})).risks.map(({ id }) => id)).to.deep.equal(['A', 'Z', 'B']);
  });
});

describe('capabilities', () => {
  const table: readonly (readonly [string, object, object, readonly object[]])[] = [
    ['a role', resources({}), resources({ R: role({}) }), [{ name: 'CAPABILITY_IAM', ids: ['R'] }]],
    [
      'a role with a name',
      resources({ R: role({}) }),
      resources({ R: role({ RoleName: 'r' }) }),
      [{ name: 'CAPABILITY_NAMED_IAM', ids: ['R'] }],
    ],
    ['a role more', resources({ R: role({}) }), resources({ R: role({}), S: role({}) }), []],
    [
      'a transform',
      resources({}),
      { ...resources({}), Transform: 'M' },
      [{ name: 'CAPABILITY_AUTO_EXPAND', ids: ['Transform'] }],
    ],
  ];
  for (const [what, before, after, expected] of table) {
    it(`that are newly needed: ${what}`, () => {
      expect(difference(before, after).capabilities).to.deep.equal(expected);
    });
  }
});

describe('patterns of actions and resources', () => {
  const table: readonly (readonly [string, string, boolean])[] = [
    ['*', 'a:b', true],
    ['a:*', 'A:Get*', true],
    ['a:Get*', 'a:*', false],
    ['a:?', 'a:b', true],
    ['a:?', 'a:*', false],
    ['a*c', 'abbc', true],
    ['a*c', 'abb', false],
    ['', 'a', false],
  ];
  for (const [pattern, text, expected] of table) {
    it(`"${pattern}" ${expected ? 'covers' : 'does not cover'} "${text}"`, () => {
      expect(globCovers(pattern, text)).to.equal(expected);
    });
  }
});
