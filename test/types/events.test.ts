import { expect } from 'chai';
import { type Compiled, idsOf, type Resource, resources, waits } from './compiled.js';

/** A look at what a few resources become. */
interface Case {
  readonly title: string;
  readonly text: string;
  readonly look: (all: Compiled['resources'], sections: Compiled['sections']) => unknown;
  readonly sees: unknown;
}

const properties = (resource: Resource | undefined) => resource?.Properties ?? {};

const cases: readonly Case[] = [
  {
    title: 'a queue puts aside what failed five times, or as often as is said',
    text: '- { type: queue, id: A, config: { deadLetters: true } }\n- { type: queue, id: B, config: { deadLetters: 3 } }',
    look: ({ A, B }) => [properties(A).RedrivePolicy, properties(B).RedrivePolicy],
    sees: [
      { deadLetterTargetArn: { 'Fn::GetAtt': ['ADeadLetters', 'Arn'] }, maxReceiveCount: 5 },
      { deadLetterTargetArn: { 'Fn::GetAtt': ['BDeadLetters', 'Arn'] }, maxReceiveCount: 3 },
    ],
  },
  {
    title: 'a queue puts nothing aside where nothing is said',
    text: '- { type: queue, id: A }\n- { type: queue, id: B, config: { deadLetters: false } }',
    look: (all) => Object.keys(all),
    sees: ['A', 'B'],
  },
  {
    title: 'a queue puts aside into another one',
    text: '- { type: queue, id: A, config: { deadLetters: $B, receives: 9 } }\n- { type: queue, id: B }',
    look: ({ A }) => properties(A).RedrivePolicy,
    sees: { deadLetterTargetArn: { 'Fn::GetAtt': ['B', 'Arn'] }, maxReceiveCount: 9 },
  },
  {
    title: 'FIFO queues and topics end as they have to, dead letters too',
    text: `
- { type: queue, id: A, config: { name: a, fifo: true, deadLetters: true } }
- { type: topic, id: T, config: { name: t, fifo: true } }
- { type: queue, id: U, config: { fifo: true } }`,
    look: ({ A, ADeadLetters, T, U }) => [
      ...[A, ADeadLetters, U].map((queue) => [properties(queue).QueueName, properties(queue).FifoQueue]),
      [properties(T).TopicName, properties(T).FifoTopic],
    ],
    sees: [
      ['a.fifo', true],
      ['a-dead.fifo', true],
      [undefined, true],
      ['t.fifo', true],
    ],
  },
  {
    title: 'a queue lets in the topics that name it, and each once',
    text: `
- { type: topic, id: T, config: { subscriptions: [{ to: $A, filter: { a: [b] } }] } }
- { type: topic, id: U, config: { subscriptions: [$A] } }
- { type: queue, id: A }`,
    look: ({ APolicy }) =>
      properties(APolicy).PolicyDocument.Statement.map((one: { Condition: object }) => one.Condition),
    sees: ['T', 'U'].map((Ref) => ({ ArnEquals: { 'aws:SourceArn': { Ref } } })),
  },
  {
    title: 'a subscription is of its kind',
    text: `
- type: topic
  id: T
  config: { subscriptions: [$F, { email: a@example.com }, { sms: "+49151" }, { https: "https://example.com" }] }
- { type: function, id: F, config: { code: x } }`,
    look: (all) => idsOf(all, 'AWS::SNS::Subscription').map((id) => [id, properties(all[id]).Protocol]),
    sees: [
      ['TTo49151', 'sms'],
      ['TToAExampleCom', 'email'],
      ['TToF', 'lambda'],
      ['TToHttpsExampleCom', 'https'],
    ],
  },
  {
    title: 'a table has the types of its keys, each once, and of nothing else',
    text: `
- type: table
  id: T
  config:
    key: a
    sort: b
    types: { b: number, c: binary }
    indexes: { one: { key: b, sort: a }, two: { key: c }, three: { sort: c } }`,
    look: ({ T }) => [
      properties(T).AttributeDefinitions,
      properties(T).GlobalSecondaryIndexes.map((index: { IndexName: string }) => index.IndexName),
      properties(T).LocalSecondaryIndexes.map((index: { IndexName: string }) => index.IndexName),
    ],
    sees: [
      [
        { AttributeName: 'a', AttributeType: 'S' },
        { AttributeName: 'b', AttributeType: 'N' },
        { AttributeName: 'c', AttributeType: 'B' },
      ],
      ['one', 'two'],
      ['three'],
    ],
  },
  {
    title: 'a table is scaled with its global indexes, by what is said',
    text: `
- type: table
  id: T
  config: { key: a, indexes: { i: { key: b } }, capacity: { read: 1, write: 1 }, maximum: { read: 9 } }`,
    look: (all) => idsOf(all, 'AWS::ApplicationAutoScaling::ScalableTarget').toSorted(),
    sees: ['TScalingIRead', 'TScalingTableRead'],
  },
  {
    title: 'a secret is a text, or has a password among its fields',
    text: `
- { type: secret, id: A }
- { type: secret, id: B, config: { fields: { username: app, host: db }, field: pass } }
- { type: "AWS::SSM::Parameter", id: P, config: { Type: String, Value: $B.value } }`,
    look: ({ A, B, P }) => [
      properties(A).GenerateSecretString.SecretStringTemplate,
      properties(B).GenerateSecretString.SecretStringTemplate,
      properties(B).GenerateSecretString.GenerateStringKey,
      properties(P).Value,
    ],
    sees: [
      undefined,
      '{"host":"db","username":"app"}',
      'pass',
      { 'Fn::Join': ['', ['{{resolve:secretsmanager:', { Ref: 'B' }, ':SecretString:pass}}']] },
    ],
  },
  {
    title: 'an alarm asks its thing what the metric is called',
    text: `
- { type: queue, id: Q, config: { deadLetters: true } }
- { type: alarm, id: A, config: { of: $Q.deadLetters, metric: length, below: 1, statistic: Minimum } }
- { type: alarm, id: B, config: { namespace: N, metric: M, atMost: 2, percentile: 90, dimensions: { D: d } } }`,
    look: ({ A, B }) =>
      [A, B].map((alarm) => {
        const { MetricName, Statistic, ExtendedStatistic, ComparisonOperator, Dimensions } = properties(alarm);
        return [MetricName, Statistic, ExtendedStatistic, ComparisonOperator, Dimensions];
      }),
    sees: [
      [
        'ApproximateNumberOfMessagesVisible',
        'Minimum',
        undefined,
        'LessThanThreshold',
        [{ Name: 'QueueName', Value: { 'Fn::GetAtt': ['QDeadLetters', 'QueueName'] } }],
      ],
      ['M', undefined, 'p90', 'LessThanOrEqualToThreshold', [{ Name: 'D', Value: 'd' }]],
    ],
  },
  {
    title: 'a bucket that calls a function waits for that being allowed, though the function reads the bucket',
    text: `
- { type: bucket, id: B, config: { notifications: [{ to: $F }] } }
- { type: function, id: F, config: { code: x, grants: { read: $B }, deadLetters: $Q } }
- { type: queue, id: Q }`,
    look: ({ B, F }) => [waits(B), waits(F)],
    sees: [['F', 'FCallerB'], []],
  },
  {
    title: 'an API has one integration for a function, however many routes lead there',
    text: `
- { type: api, id: A, config: { routes: { GET /a: $F, POST /a: { to: $F }, $default: $G } } }
- { type: function, id: F, config: { code: x } }
- { type: function, id: G, config: { code: x } }`,
    look: (all) => [
      idsOf(all, 'AWS::ApiGatewayV2::Integration'),
      idsOf(all, 'AWS::ApiGatewayV2::Route'),
      idsOf(all, 'AWS::Lambda::Permission'),
    ],
    sees: [
      ['ACallsF', 'ACallsG'],
      ['ARouteDefault', 'ARouteGETA', 'ARoutePOSTA'],
      ['FCallerA', 'GCallerA'],
    ],
  },
  {
    title: 'a role for an account asks for what it says',
    text: '- { type: role, id: R, config: { accounts: ["012345678901"], externalId: it, for: ec2.amazonaws.com } }',
    look: ({ R }) =>
      properties(R).AssumeRolePolicyDocument.Statement.map(
        ({ Principal, Condition }: { Principal: object; Condition?: object }) => [Object.keys(Principal), Condition],
      ),
    sees: [
      [['Service'], undefined],
      [['AWS'], { StringEquals: { 'sts:ExternalId': 'it' } }],
    ],
  },
];

describe('events', () => {
  for (const { title, text, look, sees } of cases) {
    it(title, () => {
      const result = resources(text);
      expect(result.messages).to.deep.equal([]);
      expect(look(result.resources, result.sections)).to.deep.equal(sees);
    });
  }
});

/** A resource of the type with the config, and the message that it gets. */
const mistakes: readonly (readonly [type: string, config: string, message: string])[] = [
  ['queue', '{ name: a.fifo }', '"a.fifo" does not have the form'],
  ['queue', '{ deduplication: content }', 'Only a FIFO queue looks for what was sent twice.'],
  ['queue', '{ throughput: true }', 'Only a FIFO queue has groups of messages.'],
  ['queue', '{ deadLetters: 0 }', 'After 0 attempts there is nothing to put aside.'],
  ['queue', '{ deadLetters: $Net }', 'network "Net" offers no "arn", which is needed here.'],
  ['topic', '{ subscriptions: [{ email: a@b, smss: 1 }] }', '"smss" is not a property of'],
  ['table', '{}', 'Table "R" needs "key".'],
  ['table', '{ key: a, types: { b: number } }', '"b" is a key neither of the table nor of an index'],
  ['table', '{ key: a, indexes: { i: {} } }', 'The index "i" has neither a key nor a sort key of its own.'],
  ['table', '{ key: a, maximum: { read: 5 } }', 'A table without capacities follows what is asked of it by itself.'],
  ['secret', '{ value: geheim }', 'A secret stands here as text'],
  ['secret', "{ fields: { a: 'b\"c' } }", 'does not have the form'],
  ['alarm', '{ metric: length, above: 1 }', 'It is not said what "R" looks at.'],
  ['alarm', '{ of: $Jobs, metric: lenght, above: 1 }', '"lenght" is not among the metrics of queue "Jobs".'],
  ['alarm', '{ of: $Jobs, metric: length }', 'An alarm has one threshold.'],
  ['alarm', '{ of: $Jobs, metric: length, above: 1, below: 2 }', 'An alarm has one threshold.'],
  ['alarm', '{ of: $Net, metric: length, above: 1 }', 'network "Net" offers no "metrics", which is needed here.'],
  ['schedule', '{ every: often, to: $Jobs }', '"often" says no time.'],
  ['schedule', '{ every: 5m, to: $Net }', 'network "Net" offers no "delivery", which is needed here.'],
  ['function', '{}', 'It is not said what "R" runs.'],
  ['function', '{ code: { file: nowhere.js } }', 'The file "nowhere.js" cannot be found.'],
  ['function', '{ code: { folder: ../schemas } }', 'The file "../schemas" is outside'],
  ['function', '{ code: { folder: scripts, exclude: [a] } }', '"exclude" is not a key of code'],
  ['function', '{ code: {} }', 'Code needs "file" or a "folder".'],
  ['function', '{ code: x, uses: $Jobs }', 'this function is in none.'],
  ['function', '{ code: x, role: admin, grants: { send: $Jobs } }', 'A function has either a role or permissions'],
  ['function', '{ code: x, events: [{ from: $Net }] }', 'network "Net" offers no "source", which is needed here.'],
  ['api', '{ routes: {} }', 'A map must be at least 1.'],
  ['api', '{ routes: { tasks: $F } }', '"tasks" does not have the form'],
  ['api', '{ routes: { GET /: { to: $F, authorize: jwt } } }', 'is asked of an issuer that is not named.'],
  ['role', '{}', 'Nobody may have the role "R".'],
  ['role', '{ for: a.amazonaws.com, statements: [{ Action: "s3:*", Resource: "*" }] }', 'needs "Effect"'],
  ['role', '{ for: a.amazonaws.com, statements: [{ Effect: Allow, Resource: "*" }] }', 'needs "Action"'],
];

const around =
  '- { type: network, id: Net }\n- { type: queue, id: Jobs }\n- { type: function, id: F, config: { code: x } }';

describe('mistakes with events', () => {
  for (const [type, config, message] of mistakes) {
    it(`${type} ${config}`, () => {
      const { messages } = resources(`- { type: ${type}, id: R, config: ${config} }\n${around}`);
      expect(messages.join('\n')).to.include(message);
    });
  }
});
