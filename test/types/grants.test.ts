import { expect } from 'chai';
import { type Compiled, idsOf, resources } from './compiled.js';

/** What is granted: `s3:GetObject …` of each statement, by the policy that it stands in. */
function granted({ resources: all }: Compiled, id: string): readonly string[] {
  const { Statement = [] } = all[id]?.Properties.PolicyDocument ?? {};
  return Statement.map(({ Action }: { Action: string | readonly string[] }) => [Action].flat().join(' '));
}

/** The ids that a part of a template refers to. */
function targets(value: unknown): readonly string[] {
  const text = JSON.stringify(value);
  const found = [...text.matchAll(/"(?:Ref":"|Fn::GetAtt":\[")(\w+)"/g)].map(([, id = '']) => id);
  return [...new Set(found)].sort();
}

const things: Readonly<Record<string, string>> = {
  bucket: '{ type: bucket, id: Thing }',
  queue: '{ type: queue, id: Thing }',
  topic: '{ type: topic, id: Thing }',
  table: '{ type: table, id: Thing, config: { key: id, stream: new } }',
  secret: '{ type: secret, id: Thing }',
  function: '{ type: function, id: Thing, config: { code: x } }',
};

const verbs: readonly (readonly [type: string, verb: string, action: string])[] = [
  ['bucket', 'list', 's3:ListBucket'],
  ['bucket', 'read', 's3:GetObject'],
  ['bucket', 'write', 's3:PutObject'],
  ['bucket', 'delete', 's3:DeleteObject'],
  ['queue', 'send', 'sqs:SendMessage'],
  ['queue', 'receive', 'sqs:ReceiveMessage'],
  ['queue', 'purge', 'sqs:PurgeQueue'],
  ['topic', 'publish', 'sns:Publish'],
  ['table', 'read', 'dynamodb:Query'],
  ['table', 'write', 'dynamodb:PutItem'],
  ['table', 'stream', 'dynamodb:GetRecords'],
  ['secret', 'read', 'secretsmanager:GetSecretValue'],
  ['secret', 'write', 'secretsmanager:PutSecretValue'],
  ['function', 'invoke', 'lambda:InvokeFunction'],
];

const role = (config: string, more: string) =>
  resources(`
- { type: role, id: R, config: { for: ec2.amazonaws.com, ${config} } }
${more}`);

describe('grants', () => {
  for (const [type, verb, action] of verbs) {
    it(`let ${verb} a ${type}, and nothing else`, () => {
      const result = role(`grants: { ${verb}: $Thing }`, `- ${things[type]}`);
      expect(result.messages).to.deep.equal([]);
      expect(granted(result, 'RPolicy').join(' ')).to.include(action);
      expect(targets(result.resources.RPolicy?.Properties.PolicyDocument)).to.deep.equal(['Thing']);
    });
  }

  it('are for one thing, several, or all of a group', () => {
    const result = role(
      'grants: { send: [$A, $All] }',
      '- { type: queue, id: A }\n- { type: queue, id: All, forEach: [x, y] }',
    );
    expect(targets(result.resources.RPolicy?.Properties.PolicyDocument)).to.deep.equal(['A', 'AllX', 'AllY']);
  });

  it('stand beside statements', () => {
    const result = role(
      'grants: { send: $A }, statements: [{ Effect: Deny, Action: "ec2:*", Resource: "*" }]',
      '- { type: queue, id: A }',
    );
    expect(granted(result, 'RPolicy')[0]).to.equal('ec2:*');
    expect(granted(result, 'RPolicy')).to.have.length(2);
  });

  const withKey: readonly (readonly [string, string])[] = [
    ['{ type: queue, id: T, config: { key: $K } }', 'send'],
    ['{ type: queue, id: T, config: { key: $K } }', 'receive'],
    ['{ type: topic, id: T, config: { key: $K } }', 'publish'],
    ['{ type: table, id: T, config: { key: id, encryptionKey: $K } }', 'read'],
    ['{ type: secret, id: T, config: { key: $K } }', 'read'],
    ['{ type: bucket, id: T, config: { key: $K } }', 'write'],
  ];
  for (const [thing, verb] of withKey) {
    it(`let ${verb} with the key of ${thing}`, () => {
      const key = '- { type: "AWS::KMS::Key", id: K, config: { KeyPolicy: { Version: 2012-10-17, Statement: [] } } }';
      const result = role(`grants: { ${verb}: $T }`, `- ${thing}\n${key}`);
      expect(granted(result, 'RPolicy').join(' ')).to.include('kms:');
      expect(targets(result.resources.RPolicy?.Properties.PolicyDocument)).to.deep.equal(['K', 'T']);
    });
  }

  it('of a function go to its role', () => {
    const result = resources(`
- { type: function, id: F, config: { code: x, grants: { read: $B } } }
- { type: bucket, id: B }`);
    expect(idsOf(result.resources, 'AWS::IAM::Policy')).to.deep.equal(['FRolePolicy']);
    expect(granted(result, 'FRolePolicy').join(' ')).to.include('s3:GetObject');
  });

  const mistakes: readonly (readonly [string, string])[] = [
    ['{ raed: $B }', '"raed" is not among the grants of bucket "B".'],
    ['{ send: [$Q, $B] }', '"send" is not among the grants of bucket "B".'],
    ['{ read: $N }', 'network "N" offers no "grants", which is needed here.'],
    ['{ read: [$N] }', 'network "N" offers no "grants", which is needed here.'],
  ];
  const others = '- { type: bucket, id: B }\n- { type: queue, id: Q }\n- { type: network, id: N }';
  for (const [grants, message] of mistakes) {
    it(`are not ${grants}`, () => {
      expect(role(`grants: ${grants}`, others).messages.join('\n')).to.include(message);
      const inFunction = resources(`- { type: function, id: F, config: { code: x, grants: ${grants} } }\n${others}`);
      expect(inFunction.messages.join('\n')).to.include(`2: error: ${message}`);
    });
  }
});
