import { expect } from 'chai';
import type { JsonMap } from '../../compiler/template/template.js';
import { difference, only, resources } from './sides.js';

const TOPIC = 'AWS::SNS::Topic';
const GROUP = 'AWS::EC2::SecurityGroup';
const name = (value: unknown) => only(TOPIC, { TopicName: value });
const ssh = { IpProtocol: 'tcp', FromPort: 22, ToPort: 22, CidrIp: '10.0.0.0/8' };
const web = { IpProtocol: 'tcp', FromPort: 443, ToPort: 443, CidrIp: '0.0.0.0/0' };
const group = (...rules: object[]) => only(GROUP, { GroupDescription: 'g', SecurityGroupIngress: rules });
const tags = (...pairs: string[]) => only(TOPIC, { Tags: pairs.map((Key) => ({ Key, Value: Key })) });
const policy = (...statements: object[]) =>
  only('AWS::IAM::ManagedPolicy', { PolicyDocument: { Version: '2012-10-17', Statement: statements } });
const get = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };
const send = { Effect: 'Allow', Action: ['sqs:SendMessage', 'sqs:GetQueueUrl'], Resource: '*' };
const script = (...parts: unknown[]) =>
  only('AWS::EC2::Instance', { ImageId: 'ami-1', UserData: { 'Fn::Base64': { 'Fn::Join': ['', parts] } } });
const queue = { Type: 'AWS::SQS::Queue', Properties: {} };
const user = (value: unknown, rest: object = {}) =>
  resources({ Q: queue, P: queue, R: { Type: TOPIC, Properties: { DisplayName: value }, ...rest } });
const parts = ['#!/bin/bash\n', 'echo ', { Ref: 'AWS::Region' }, '\n'];

describe('two templates that mean the same', () => {
  const table: readonly (readonly [string, JsonMap, JsonMap])[] = [
    ['a join and its text', name({ 'Fn::Join': ['', ['a', 'b']] }), name('ab')],
    [
      'a join and a sub',
      name({ 'Fn::Join': ['-', ['a', { Ref: 'AWS::Region' }]] }),
      name({ 'Fn::Sub': `a-\${AWS::Region}` }),
    ],
    ['a script cut differently', script(...parts), script('#!/bin/', 'bash\necho ', { Ref: 'AWS::Region' }, '\n')],
    ['rules in another order', group(ssh, web), group(web, ssh)],
    ['tags in another order', tags('a', 'b', 'c'), tags('c', 'a', 'b')],
    ['statements in another order', policy(get, send), policy(send, get)],
    ['an action and a list of it', policy(get), policy({ ...get, Action: ['s3:GetObject'] })],
    ['both spellings of GetAtt', user({ 'Fn::GetAtt': ['Q', 'Arn'] }), user({ 'Fn::GetAtt': 'Q.Arn' })],
    [
      'a number and its text',
      only('AWS::SQS::Queue', { DelaySeconds: 5 }),
      only('AWS::SQS::Queue', { DelaySeconds: '5' }),
    ],
    ['DependsOn in another order', user('x', { DependsOn: ['Q', 'P'] }), user('x', { DependsOn: ['P', 'Q'] })],
    ['a redundant DependsOn', user({ Ref: 'Q' }, { DependsOn: 'Q' }), user({ Ref: 'Q' })],
    ['true and its text', only(TOPIC, { FifoTopic: true }), only(TOPIC, { FifoTopic: 'true' })],
    ['keys in another order', only(TOPIC, { A: 1, B: { c: 1, d: 2 } }), only(TOPIC, { B: { d: 2, c: 1 }, A: 1 })],
    ['a sub with a variable', name({ 'Fn::Sub': [`\${x}-y`, { x: 'z' }] }), name('z-y')],
    ['a sub of nothing but a name', user({ 'Fn::Sub': `\${Q.Arn}` }), user({ 'Fn::GetAtt': ['Q', 'Arn'] })],
    ['an escaped variable', name({ 'Fn::Sub': `\${!x}` }), name(`\${x}`)],
    ['a chosen part', name({ 'Fn::Select': ['1', { 'Fn::Split': ['-', 'a-b'] }] }), name('b')],
    ['Base64 and its text', name({ 'Fn::Base64': 'HelloWorld' }), name('SGVsbG9Xb3JsZA==')],
    ['what is not set', name({ Ref: 'AWS::NoValue' }), only(TOPIC, {})],
    ['everyone in both spellings', policy({ ...get, Principal: '*' }), policy({ ...get, Principal: { AWS: ['*'] } })],
    [
      'a lone statement',
      policy(get),
      only('AWS::IAM::ManagedPolicy', { PolicyDocument: { Version: '2012-10-17', Statement: get } }),
    ],
    [
      'a condition by another name',
      { ...only(TOPIC, {}, { Condition: 'A' }), Conditions: { A: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'x'] } } },
      { ...only(TOPIC, {}, { Condition: 'B' }), Conditions: { B: { 'Fn::Equals': ['x', { Ref: 'AWS::Region' }] } } },
    ],
    [
      'a mapping and what it gives',
      { ...name({ 'Fn::FindInMap': ['M', 'a', 'b'] }), Mappings: { M: { a: { b: 'c' } } } },
      { ...name('c'), Mappings: { M: { a: { b: 'c' } } } },
    ],
  ];
  for (const [what, before, after] of table) {
    it(`have no changed resource: ${what}`, () => {
      expect(difference(before, after).resources).to.deep.equal([]);
      expect(difference(after, before).resources).to.deep.equal([]);
    });
  }

  it('are told where they are written differently', () => {
    const { same } = difference(name({ 'Fn::Join': ['', ['a', 'b']] }), name('ab'));
    expect(same).to.deep.equal([{ id: 'R', path: ['Properties', 'TopicName'] }]);
  });
});

describe('two templates that do not mean the same', () => {
  const table: readonly (readonly [string, JsonMap, JsonMap, string])[] = [
    ['other parts', script(...parts), script(...parts, 'x'), 'Properties.UserData'],
    ['a rule more', group(ssh), group(web, ssh), 'Properties.SecurityGroupIngress.0'],
    [
      'another action',
      policy(get),
      policy({ ...get, Action: ['s3:PutObject'] }),
      'Properties.PolicyDocument.Statement.0.Action',
    ],
    ['a list with an order', only(TOPIC, { X: ['a', 'b'] }), only(TOPIC, { X: ['b', 'a'] }), 'Properties.X.0'],
    [
      'another attribute',
      user({ 'Fn::GetAtt': 'Q.Arn' }),
      user({ 'Fn::GetAtt': 'Q.QueueName' }),
      'Properties.DisplayName',
    ],
    ['a reference and its text', user({ Ref: 'Q' }), user('Q'), 'Properties.DisplayName'],
    [
      'a tag by its key',
      tags('a', 'b'),
      only(TOPIC, {
        Tags: [
          { Key: 'b', Value: 'x' },
          { Key: 'a', Value: 'a' },
        ],
      }),
      'Properties.Tags.0.Value',
    ],
  ];
  for (const [what, before, after, path] of table) {
    it(`have a change where they differ: ${what}`, () => {
      const [change, ...more] = difference(before, after).resources;
      expect(more).to.deep.equal([]);
      expect(change?.properties[0]?.path.join('.')).to.equal(path);
    });
  }
});
