import { expect } from 'chai';
import { blueprint, diagnosticsOf, findings, resource } from './findings.js';

const instance = (config: object) => resource('AWS::EC2::Instance', config);
const topic = (DisplayName: unknown) => resource('AWS::SNS::Topic', { DisplayName });
const role = (statement: object, more: object = {}) =>
  resource('AWS::IAM::Policy', {
    PolicyName: 'x',
    Roles: ['x'],
    PolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...statement }] },
    ...more,
  });
const group = (rule: object) =>
  resource('AWS::EC2::SecurityGroup', {
    GroupDescription: 'x',
    SecurityGroupIngress: [{ IpProtocol: 'tcp', FromPort: 22, ToPort: 22, CidrIp: '0.0.0.0/0', ...rule }],
  });
const database = (MasterUserPassword: unknown) =>
  resource('AWS::RDS::DBInstance', { DBInstanceClass: 'db.t3.micro', MasterUsername: 'x', MasterUserPassword });

/** The codes that one resource gives. */
function codes(tested: object, rest: object = {}): readonly string[] {
  return findings(blueprint({ Tested: tested }, rest)).map((one) => one.split(':')[0] ?? '');
}

const parameters = { Secret: { type: 'String', noEcho: true }, From: { type: 'String', default: '0.0.0.0/0' } };

describe('lint: constants', () => {
  const table: [string, object, string | undefined][] = [
    ['an image', instance({ ImageId: 'ami-12345678' }), 'hard-coded-image'],
    ['a long image', instance({ ImageId: 'ami-0123456789abcdef0' }), 'hard-coded-image'],
    ['an l for a 1', instance({ ImageId: 'ami-lecae776' }), 'malformed-image'],
    ['a zone', instance({ AvailabilityZone: 'us-east-1a' }), 'hard-coded-zone'],
    ['a region', topic('us-gov-west-1'), 'hard-coded-region'],
    ['the region of an ARN', topic('arn:aws:sqs:eu-west-1::x'), 'hard-coded-region'],
    ['an account', topic('arn:aws:iam::123456789012:role/x'), 'hard-coded-account'],
    ['both in an ARN, once', topic('arn:aws:sqs:eu-west-1:123456789012:x'), 'hard-coded-account'],
    ['in Fn::Sub', topic({ 'Fn::Sub': 'arn:aws:sqs:${AWS::Region}:123456789012:x' }), 'hard-coded-account'],
    ["AWS's own policies", topic('arn:aws:iam::aws:policy/ReadOnlyAccess'), undefined],
    ['twelve digits that are none', topic('123456789012'), undefined],
    ['an address in the web', topic('https://s3.us-east-1.amazonaws.com/x'), undefined],
    ['the name of a word', topic('ami-go'), 'malformed-image'],
    [
      'a region that is asked for',
      resource('AWS::CloudFormation::StackSet', {
        StackSetName: 'x',
        PermissionModel: 'SELF_MANAGED',
        StackInstancesGroup: [{ DeploymentTargets: {}, Regions: ['us-east-1'] }],
      }),
      undefined,
    ],
  ];
  for (const [name, tested, code] of table)
    it(`${name}: ${code ?? 'nothing'}`, () => expect(codes(tested)).to.deep.equal(code === undefined ? [] : [code]));

  it('says each constant once, and where else it is', () => {
    const text = blueprint({ A: topic('eu-west-1'), B: topic('eu-west-1'), C: topic('eu-west-2') });
    const found = diagnosticsOf(text);
    expect(found.map(({ message, related }) => [message, related.length])).to.deep.equal([
      ['The region "eu-west-1" is written out 2 times.', 1],
      ['The region "eu-west-2" is written out.', 0],
    ]);
  });

  it('marks the word', () => {
    const found = findings(blueprint({ A: topic('arn:aws:sqs:eu-west-1:123456789012:x') }));
    expect(found).to.deep.equal(['hard-coded-account: 123456789012']);
  });

  it('looks into mappings for images that cannot be, and for nothing else', () => {
    const mappings = { Images: { 'us-east-1': { x: 'ami-12345678', y: 'ami-lecae776' } } };
    expect(codes(topic('x'), { mappings })).to.deep.equal(['malformed-image']);
  });
});

describe('lint: openings', () => {
  const wrong: [string, object, string][] = [
    ['SSH', {}, 'Port 22 (SSH) is open to everybody (0.0.0.0/0).'],
    ['IPv6', { CidrIp: undefined, CidrIpv6: '::/0' }, 'Port 22 (SSH) is open to everybody (::/0).'],
    ['texts', { FromPort: '3306', ToPort: '3306' }, 'Port 3306 (MySQL) is open to everybody (0.0.0.0/0).'],
    [
      'a range',
      { FromPort: 3000, ToPort: 4000 },
      'The ports 3306 (MySQL) and 3389 (remote desktop) are open to everybody (0.0.0.0/0).',
    ],
    ['all ports', { FromPort: 0, ToPort: 65535 }, 'The ports 0 to 65535 are open to everybody (0.0.0.0/0).'],
    ['all protocols', { IpProtocol: '-1' }, 'Everything is open to everybody (0.0.0.0/0).'],
    ['the number of all protocols', { IpProtocol: -1 }, 'Everything is open to everybody (0.0.0.0/0).'],
  ];
  for (const [name, rule, message] of wrong)
    it(`reports ${name}`, () => {
      const found = diagnosticsOf(blueprint({ Tested: group(rule) }));
      expect(found.map((one) => one.message)).to.deep.equal([message]);
    });

  const right: [string, object][] = [
    ['the web', { FromPort: 80, ToPort: 443 }],
    ['one address', { CidrIp: '192.0.2.1/32' }],
    ['what a parameter says', { CidrIp: '$From' }],
    ['a port that a parameter says', { FromPort: '$From' }],
    ['ping', { IpProtocol: 'icmp', FromPort: -1, ToPort: -1 }],
  ];
  for (const [name, rule] of right)
    it(`leaves alone ${name}`, () => expect(codes(group(rule), { parameters })).to.deep.equal([]));

  it('looks at rules that are resources, and into choices', () => {
    const rule = { GroupId: 'sg-1', IpProtocol: 'tcp', FromPort: 22, ToPort: 22 };
    const CidrIp = { 'Fn::If': ['Open', '0.0.0.0/0', '192.0.2.1/32'] };
    const text = blueprint(
      { A: resource('AWS::EC2::SecurityGroupIngress', { ...rule, CidrIp }) },
      { conditions: { Open: { 'Fn::Equals': ['a', 'b'] } } },
    );
    expect(findings(text)).to.deep.equal(['open-to-world: "0.0.0.0/0"']);
  });
});

describe('lint: permissions', () => {
  const wrong: [string, object][] = [
    ['everything', role({ Action: '*', Resource: '*' })],
    ['everything in lists', role({ Action: ['s3:Get*', '*'], Resource: ['*'] })],
    [
      'a policy within a role',
      resource('AWS::IAM::Role', {
        AssumeRolePolicyDocument: {},
        Policies: [{ PolicyName: 'x', PolicyDocument: { Statement: { Effect: 'Allow', Action: '*', Resource: '*' } } }],
      }),
    ],
    [
      'an administrator',
      resource('AWS::IAM::Role', {
        AssumeRolePolicyDocument: {},
        ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'],
      }),
    ],
    [
      'one of any partition',
      resource('AWS::IAM::Group', {
        ManagedPolicyArns: [{ 'Fn::Sub': 'arn:${AWS::Partition}:iam::aws:policy/AdministratorAccess' }],
      }),
    ],
  ];
  for (const [name, tested] of wrong)
    it(`reports ${name}`, () => expect(codes(tested)).to.deep.equal(['allows-everything']));

  const right: [string, object][] = [
    ['one action', role({ Action: 's3:GetObject', Resource: '*' })],
    ['one resource', role({ Action: '*', Resource: 'arn:aws:s3:::x' })],
    ['what is denied', role({ Effect: 'Deny', Action: '*', Resource: '*' })],
    [
      'what is bounded',
      role({ Action: '*', Resource: '*', Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } }),
    ],
  ];
  for (const [name, tested] of right) it(`leaves alone ${name}`, () => expect(codes(tested)).to.deep.equal([]));

  it('reports secret keys in scripts, metadata and outputs, and not where secrets are kept', () => {
    const key = '$Key.SecretAccessKey';
    const text = blueprint(
      {
        Key: resource('AWS::IAM::AccessKey', { UserName: 'x' }),
        Server: instance({ UserData: { 'Fn::Base64': 'export KEY=${{ Key.SecretAccessKey }}' } }),
        Files: resource('AWS::SNS::Topic', {}, { metadata: { key } }),
        Kept: resource('AWS::SecretsManager::Secret', { SecretString: key }),
      },
      { outputs: { Key: key } },
    );
    const found = diagnosticsOf(text).filter(({ code }) => code === 'readable-access-key');
    expect(found.map(({ message }) => message.split(' ').at(-1)).sort()).to.deep.equal([
      'metadata.',
      'output.',
      'script.',
    ]);
  });
});

describe('lint: secrets', () => {
  it('reports a password as text', () => {
    expect(findings(blueprint({ A: database('wordpress') }))).to.deep.equal(['readable-secret: "wordpress"']);
  });

  const right = ['$Secret', '{{resolve:secretsmanager:x}}', { 'Fn::Sub': '{{resolve:ssm-secure:${AWS::StackName}}}' }];
  for (const password of right)
    it(`leaves alone ${JSON.stringify(password)}`, () =>
      expect(codes(database(password), { parameters })).to.deep.equal([]));

  it('looks at both sides of a choice', () => {
    const conditions = { Known: { 'Fn::Equals': ['a', 'b'] } };
    const tested = database({ 'Fn::If': ['Known', 'hunter2', '$Secret'] });
    expect(findings(blueprint({ A: tested }, { parameters, conditions }))).to.deep.equal([
      'readable-secret: "hunter2"',
    ]);
  });
});
