import { expect } from 'chai';
import { Specifications } from '../../../../compiler/specification/read.js';
import type { JsonMap } from '../../../../compiler/template/template.js';
import { earlyFindings } from '../../../../deploy/local/template/early.js';

const specifications = new Specifications();

describe('finding wrong properties early', () => {
  const table: readonly (readonly [string, string, JsonMap, readonly string[]])[] = [
    ['nothing wrong', 'AWS::SQS::Queue', { QueueName: 'a', DelaySeconds: '5', FifoQueue: 'true' }, []],
    ['a type that nobody knows', 'Custom::Thing', { Any: 1 }, []],
    [
      'a property that there is not',
      'AWS::SQS::Queue',
      { Nam: 'a' },
      ['/Resources/R/Properties/Nam Unsupported property [Nam]'],
    ],
    [
      'one that is missing',
      'AWS::SQS::QueuePolicy',
      { Queues: [] },
      ['/Resources/R/Properties required key [PolicyDocument] not found'],
    ],
    [
      'one deep inside',
      'AWS::EC2::SecurityGroup',
      { GroupDescription: 'x', SecurityGroupIngress: [{ IpProtocol: 'tcp', Cidr: '0.0.0.0/0' }] },
      ['/Resources/R/Properties/SecurityGroupIngress/0/Cidr Unsupported property [Cidr]'],
    ],
    [
      'one missing deep inside',
      'AWS::EC2::SecurityGroup',
      { GroupDescription: 'x', SecurityGroupIngress: [{}] },
      ['/Resources/R/Properties/SecurityGroupIngress/0 required key [IpProtocol] not found'],
    ],
    [
      'a text for a number',
      'AWS::SQS::Queue',
      { DelaySeconds: 'x' },
      ['/Resources/R/Properties/DelaySeconds expected type: Integer, found: String'],
    ],
    [
      'a text for a truth',
      'AWS::SQS::Queue',
      { FifoQueue: 'maybe' },
      ['/Resources/R/Properties/FifoQueue expected type: Boolean, found: String'],
    ],
    [
      'a map for a text',
      'AWS::SQS::Queue',
      { QueueName: {} },
      ['/Resources/R/Properties/QueueName expected type: String, found: JSONObject'],
    ],
    [
      'a list for a text',
      'AWS::SQS::Queue',
      { QueueName: [] },
      ['/Resources/R/Properties/QueueName expected type: String, found: JSONArray'],
    ],
    [
      'a text for a map',
      'AWS::EC2::LaunchTemplate',
      { LaunchTemplateData: 'x' },
      ['/Resources/R/Properties/LaunchTemplateData expected type: JSONObject, found: String'],
    ],
    ['a dynamic reference', 'AWS::SQS::Queue', { DelaySeconds: '{{resolve:ssm:/x}}' }, []],
    ['a lone item for a list', 'AWS::EC2::Instance', { SecurityGroupIds: 'sg-1' }, []],
  ];
  for (const [name, type, properties, expected] of table) {
    it(name, () => {
      const found = earlyFindings({ id: 'R', type }, properties, specifications);
      expect(found.map(({ path, message }) => `${path} ${message}`)).to.deep.equal(expected);
    });
  }

  it('says only so much of one resource', () => {
    const strange = Object.fromEntries(Array.from({ length: 100 }, (_, at) => [`X${at}`, 1]));
    expect(earlyFindings({ id: 'R', type: 'AWS::SQS::Queue' }, strange, specifications)).to.have.lengthOf(20);
  });
});
