import { expect } from 'chai';
import { parse } from 'yaml';
import { difference } from './sides.js';

/** Resources that refer to each other, each with a policy and a script; some of them differ with the version. */
function template(count: number, version: number): object {
  const Resources: Record<string, object> = {};
  for (let at = 0; at < count; at++) {
    const before = at % 10 === 0 ? { Ref: 'AWS::Region' } : { 'Fn::GetAtt': [`Queue${at - 1}`, 'Arn'] };
    const Statement = [
      { Effect: 'Allow', Action: ['sqs:SendMessage', 'sqs:GetQueueUrl'], Resource: before },
      { Effect: 'Allow', Action: 's3:GetObject', Resource: { 'Fn::Sub': `arn:aws:s3:::\${AWS::AccountId}-${at}/*` } },
    ];
    const script = { 'Fn::Base64': { 'Fn::Join': ['', ['#!/bin/bash\n', 'echo ', before, '\n']] } };
    Resources[`Queue${at}`] = {
      Type: 'AWS::SQS::Queue',
      Properties: {
        QueueName: { 'Fn::Sub': `q-\${AWS::StackName}-${at % 7 === 0 ? version : 0}-${at}` },
        Tags: [
          { Key: 'script', Value: script },
          { Key: 'at', Value: String(at) },
        ],
        RedriveAllowPolicy: { Version: '2012-10-17', Statement },
      },
    };
  }
  return { Resources };
}

/** The shortest of some runs, in milliseconds. */
function timeOf(work: () => unknown): number {
  const times = Array.from({ length: 3 }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return Math.min(...times);
}

describe('the speed of a difference', () => {
  const [before, after] = [template(500, 1), template(500, 2)];

  it('of 500 resources is at most three times that of reading both', () => {
    const texts = [JSON.stringify(before, undefined, 2), JSON.stringify(after, undefined, 2)];
    const reading = timeOf(() => texts.map((text) => parse(text)));
    expect(timeOf(() => difference(before, after))).to.be.below(3 * reading);
  });

  it('grows with the number of resources and no faster', () => {
    const small = timeOf(() => difference(before, after));
    const [large, other] = [template(5000, 1), template(5000, 2)];
    expect(timeOf(() => difference(large, other))).to.be.below(25 * Math.max(small, 10));
  });

  it('is not lost on a chain of replacements', () => {
    const chain = (name: string) => ({
      Resources: Object.fromEntries(
        Array.from({ length: 5000 }, (_, at) => {
          const TopicName = at === 0 ? name : { Ref: `T${at - 1}` };
          return [`T${at}`, { Type: 'AWS::SNS::Topic', Properties: { TopicName } }];
        }),
      ),
    });
    const { resources } = difference(chain('a'), chain('b'));
    expect(resources.length).to.equal(5000);
    const last = resources.find(({ id }) => id === 'T4999');
    expect(last?.replacement).to.equal('true');
    expect(last?.because[0]?.id).to.equal('T4999');
    expect(last?.because.at(-1)).to.deep.equal({ id: 'T0', path: ['Properties', 'TopicName'], replacement: 'true' });
  });
});
