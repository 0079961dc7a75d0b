import { expect } from 'chai';
import { parse } from '../../compiler/source/parse.js';
import { Place } from '../../compiler/source/place.js';
import { Specifications } from '../../compiler/specification/read.js';
import { shapeOfSpecification } from '../../compiler/specification/shape.js';
import { read } from '../../compiler/text/read.js';

// A template says what the blueprint says: type by type what was written, and character by character where a text
// belongs and a number was meant as a text.

/** The type, its properties as YAML, what is read, what is reported. */
const cases: readonly (readonly [string, string, unknown, readonly string[]])[] = [
  ['AWS::RDS::DBInstance', 'AllocatedStorage: 22', { AllocatedStorage: 22 }, []],
  ['AWS::RDS::DBInstance', 'AllocatedStorage: "22"', { AllocatedStorage: '22' }, []],
  ['AWS::RDS::DBInstance', 'EngineVersion: 3.10', { EngineVersion: '3.10' }, []],
  ['AWS::RDS::DBInstance', 'EngineVersion: 8.0', { EngineVersion: '8.0' }, []],
  ['AWS::RDS::DBInstance', 'PreferredBackupWindow: 22:22', { PreferredBackupWindow: '22:22' }, []],
  ['AWS::Lambda::Permission', 'SourceAccount: 012345670123', { SourceAccount: '012345670123' }, []],
  ['AWS::Lambda::Permission', 'SourceAccount: 123456789012', { SourceAccount: 123456789012 }, []],
  ['AWS::SQS::Queue', 'QueueName: 1e3', { QueueName: '1e3' }, []],
  ['AWS::SQS::Queue', 'QueueName: yes', { QueueName: 'yes' }, []],
  ['AWS::SQS::Queue', 'QueueName: true', { QueueName: true }, []],
  ['AWS::SQS::Queue', 'QueueName: "true"', { QueueName: 'true' }, []],
  ['AWS::SQS::Queue', 'QueueName: ~', { QueueName: null }, []],
  ['AWS::SQS::Queue', 'DelaySeconds: 22', { DelaySeconds: 22 }, []],
  ['AWS::SQS::Queue', 'DelaySeconds: "22"', { DelaySeconds: '22' }, []],
  ['AWS::SQS::Queue', 'DelaySeconds: 022', { DelaySeconds: 22 }, ['ambiguous-number']],
  ['AWS::SQS::Queue', 'DelaySeconds: soon', { DelaySeconds: 'soon' }, []],
  ['AWS::SQS::Queue', 'DelaySeconds: true', { DelaySeconds: true }, []],
  ['AWS::SQS::Queue', 'FifoQueue: true', { FifoQueue: true }, []],
  ['AWS::SQS::Queue', 'FifoQueue: "true"', { FifoQueue: 'true' }, []],
  ['AWS::SQS::Queue', 'FifoQueue: yes', { FifoQueue: true }, ['boolean-word']],
  ['AWS::SQS::Queue', 'FifoQueue: 1', { FifoQueue: 1 }, []],
  ['AWS::CloudWatch::Alarm', 'Threshold: 1.0', { Threshold: 1 }, []],
  ['AWS::CloudWatch::Alarm', 'Threshold: "1.0"', { Threshold: '1.0' }, []],
  ['AWS::SQS::Queue', 'Tags: [{ Key: 010, Value: 2012-10-17 }]', { Tags: [{ Key: '010', Value: '2012-10-17' }] }, []],
  ['AWS::EC2::Instance', 'SecurityGroupIds: 010', { SecurityGroupIds: '010' }, []],
  ['AWS::EC2::Instance', 'SecurityGroupIds: [010, "1"]', { SecurityGroupIds: ['010', '1'] }, []],
  [
    'AWS::Lambda::Function',
    'Environment: { Variables: { A: 0644, B: 2 } }',
    { Environment: { Variables: { A: '0644', B: 2 } } },
    [],
  ],
  // Free JSON, and what nobody knows: nothing says what belongs there.
  [
    'AWS::IAM::Policy',
    'PolicyDocument: { Version: 2012-10-17, N: 010 }',
    { PolicyDocument: { Version: '2012-10-17', N: '010' } },
    ['ambiguous-number'],
  ],
  ['AWS::SQS::Queue', 'Unknown: { Deeper: [7, "7"] }', { Unknown: { Deeper: [7, '7'] } }, []],
  ['AWS::SQS::Queue', '__proto__: 7', JSON.parse('{"__proto__": 7}'), []],
  // One of several kinds.
  [
    'AWS::ApiGateway::Method',
    'RequestParameters: { a: true, b: 010 }',
    { RequestParameters: { a: true, b: '010' } },
    [],
  ],
];

describe('reading scalars by what is known about a type', () => {
  for (const [type, yaml, expected, codes] of cases) {
    it(`${type} ${yaml}`, () => {
      const { value, reported } = readAs(type, yaml);
      expect(value).to.deep.equal(expected);
      expect(reported).to.deep.equal(codes);
    });
  }
});

function readAs(type: string, yaml: string) {
  const spec = new Specifications().typeSpecification(type);
  if (spec === undefined) throw new Error(type);
  const reported: string[] = [];
  const report = (code: string) => void reported.push(code);
  const document = parse('test.yaml', yaml, report);
  if (document.root === undefined) throw new Error('No document.');
  const reading = { report, template: false, include: () => undefined };
  return { value: plain(read(document.root, Place.root(document), shapeOfSpecification(spec), reading)), reported };
}

function plain(expression: ReturnType<typeof read>): unknown {
  if (expression.kind === 'literal') return expression.value;
  if (expression.kind === 'list') return expression.items.map(plain);
  if (expression.kind !== 'map') throw new Error(expression.kind);
  return Object.fromEntries(expression.entries.map(({ key, value }) => [key, plain(value)]));
}
