import { expect } from 'chai';
import { Secret } from '../../../deploy/inputs/secret.js';
import { again, change, detail, lines, type Reviewed, resources, review } from './reviewed.js';

const TOPIC = 'AWS::SNS::Topic';
const shown = (name: string) => resources({ T: [TOPIC, { DisplayName: name }] });
const chain = (name: string) =>
  resources({
    T: [TOPIC, { TopicName: name }],
    S: ['AWS::SNS::Subscription', { TopicArn: { Ref: 'T' }, Protocol: 'sqs' }],
  });
const param = (value: string) => ({
  Parameters: { P: { Type: 'String' } },
  Resources: { T: { Type: TOPIC, Properties: { TopicName: { Ref: 'P' } } } },
  Metadata: value,
});

const cases: Readonly<Record<string, Reviewed & { readonly gives: readonly string[] }>> = {
  'the chain that CloudFormation tells': {
    before: chain('a'),
    after: chain('b'),
    listed: [
      change('Modify', 'T', {
        Replacement: 'True',
        PolicyAction: 'ReplaceAndDelete',
        Details: [detail('/Properties/TopicName', again)],
      }),
      change('Modify', 'S', {
        Replacement: 'True',
        Details: [detail('/Properties/TopicArn', { ...again, ChangeSource: 'ResourceReference', CausingEntity: 'T' })],
      }),
    ],
    gives: [
      'modify S true dynamic because S.TopicArn < T.TopicName',
      '  Properties.TopicArn true, through T',
      'modify T true because T.TopicName',
      '  Properties.TopicName: "a" -> "b" true',
    ],
  },
  'a chain that goes round': {
    before: chain('a'),
    after: chain('b'),
    listed: [
      change('Modify', 'T', {
        Replacement: 'True',
        Details: [detail('/Properties/X', { ...again, ChangeSource: 'ResourceAttribute', CausingEntity: 'S.Arn' })],
      }),
      change('Modify', 'S', {
        Replacement: 'True',
        Details: [detail('/Properties/TopicArn', { ...again, ChangeSource: 'ResourceReference', CausingEntity: 'T' })],
      }),
    ],
    gives: [
      'modify S true dynamic because S.TopicArn < T.X',
      '  Properties.TopicArn true, through T',
      'modify T true because T.X < S.TopicArn',
      '  Properties.TopicName: "a" -> "b" true',
      '  Properties.X true, through S',
    ],
  },
  'what is only possible': {
    before: chain('a'),
    after: chain('b'),
    listed: [
      change('Modify', 'S', {
        Replacement: 'Conditional',
        Details: [
          detail('/Properties/TopicArn', {
            ...again,
            Evaluation: 'Dynamic',
            ChangeSource: 'ResourceReference',
            CausingEntity: 'T',
          }),
        ],
      }),
    ],
    gives: ['modify S conditional dynamic because S.TopicArn', '  Properties.TopicArn conditional, through T'],
  },
  'values that only CloudFormation knows': {
    before: param('x'),
    after: param('x'),
    listed: [
      change('Modify', 'T', {
        Replacement: 'True',
        Details: [
          detail('/Properties/TopicName', {
            ChangeSource: 'ParameterReference',
            CausingEntity: 'P',
            target: { RequiresRecreation: 'Always', BeforeValue: 'a', AfterValue: 'b' },
          }),
        ],
      }),
    ],
    gives: ['modify T true because T.TopicName', '  Properties.TopicName: "a" -> "b" true, through P'],
  },
  'values of a secret': {
    before: param('x'),
    after: param('x'),
    parameters: [{ name: 'P', source: 'given', value: new Secret('hunter2'), key: false }],
    listed: [
      change('Modify', 'T', {
        Replacement: 'False',
        Details: [
          detail('/Properties/TopicName', {
            ChangeSource: 'ParameterReference',
            CausingEntity: 'P',
            target: { BeforeValue: 'hunter1', AfterValue: 'hunter2' },
          }),
        ],
      }),
    ],
    gives: ['modify T false', '  Properties.TopicName: "****" -> "****" through P'],
  },
  'values that hold a secret': {
    before: param('x'),
    after: param('x'),
    parameters: [{ name: 'P', source: 'given', value: new Secret('hunter2'), key: false }],
    listed: [
      change('Modify', 'T', {
        Replacement: 'False',
        Details: [
          detail('/Properties/DisplayName', { target: { BeforeValue: 'x', AfterValue: '{"a":"-hunter2-"}' } }),
          detail('/Properties/TopicName/a', { target: { BeforeValue: 'hunter1', Name: 'TopicName' } }),
          detail('/Properties/TopicName/b', { ChangeSource: 'ParameterReference', CausingEntity: 'P' }),
        ],
      }),
    ],
    gives: [
      'modify T false',
      '  Properties.DisplayName: "x" -> "****"',
      '  Properties.TopicName.a: "****" -> undefined',
      '  Properties.TopicName.b through P',
    ],
  },
  'values of properties that are secrets': {
    before: resources({ D: ['AWS::RDS::DBInstance', {}] }),
    after: resources({ D: ['AWS::RDS::DBInstance', {}] }),
    listed: [
      change('Modify', 'D', {
        Replacement: 'False',
        Details: [
          detail('/Properties/MasterUserPassword', { target: { BeforeValue: 'hunter1', AfterValue: 'hunter2' } }),
        ],
      }),
    ],
    gives: ['modify D false', '  Properties.MasterUserPassword: "****" -> "****"'],
  },
  'values that are lists, cut, or known later': {
    before: shown('a'),
    after: shown('a'),
    listed: [
      change('Modify', 'T', {
        Replacement: 'False',
        Details: [
          detail('/Properties/Tags', { target: { BeforeValue: '[{"Key":"a"}]', AfterValue: '[{"Key":' } }),
          detail('/Properties/a~1b/0', { target: { AfterValue: 'x {{changeSet:KNOWN_AFTER_APPLY}}' } }),
        ],
      }),
    ],
    gives: [
      'modify T false',
      '  Properties.Tags: [{"Key":"a"}] -> "[{\\"Key\\":"',
      '  Properties.a/b.0: undefined -> "(known after deploying)"',
    ],
  },
  'the same place several times': {
    before: shown('a'),
    after: shown('a'),
    listed: [
      change('Modify', 'T', {
        Replacement: 'Conditional',
        Details: [
          detail('/Properties/X'),
          detail('/Properties/X', { Evaluation: 'Dynamic', ...again }),
          detail('/Properties/X'),
        ],
      }),
    ],
    gives: ['modify T conditional because T.X', '  Properties.X conditional'],
  },
  'details without anything': {
    before: shown('a'),
    after: shown('a'),
    listed: [change('Modify', 'T', { Details: [{}, { Target: {} }] })],
    gives: ['modify T false', '  Properties'],
  },
  'a place within one that is known': {
    before: resources({ T: [TOPIC, { Tags: [{ Key: 'a', Value: '1' }] }] }),
    after: resources({ T: [TOPIC, { Tags: [{ Key: 'a', Value: '2' }] }] }),
    listed: [
      change('Modify', 'T', {
        Replacement: 'False',
        Scope: ['Tags'],
        Details: [detail('/Properties/Tags'), detail('/Properties/Tags/0/Value/x')],
      }),
    ],
    gives: ['modify T false', '  Properties.Tags.0.Value: "1" -> "2"'],
  },
  'three values of one property': {
    before: shown('a'),
    after: shown('b'),
    listed: [
      change('Modify', 'T', {
        Replacement: 'False',
        ResourceDriftStatus: 'MODIFIED',
        Details: [
          detail('/Properties/DisplayName', { target: { Drift: { PreviousValue: 'a', ActualValue: 'c' } } }),
          detail('/Properties/FifoTopic', {
            target: { BeforeValue: 'x', AfterValue: 'y', Drift: { PreviousValue: 'y', ActualValue: 'x' } },
          }),
        ],
      }),
    ],
    gives: [
      'modify T false drift modified',
      '  Properties.DisplayName: "a" -> "b" is "c"',
      '  Properties.FifoTopic: "y" -> "y" is "x"',
    ],
  },
  'drift that is none': {
    before: shown('a'),
    after: shown('b'),
    listed: [
      change('Modify', 'T', {
        ResourceDriftStatus: 'IN_SYNC',
        ResourceDriftIgnoredAttributes: [{ Path: '/Properties/DisplayName', Reason: 'MANAGED_BY_AWS' }],
        Details: [detail('/Properties/DisplayName', { target: { Drift: { PreviousValue: 'a', ActualValue: 'c' } } })],
      }),
    ],
    gives: ['modify T false', '  Properties.DisplayName: "a" -> "b"'],
  },
};

describe('what CloudFormation says of properties', () => {
  for (const [name, { gives, ...said }] of Object.entries(cases))
    it(name, () => expect(lines(review(said))).to.deep.equal(gives));
});
