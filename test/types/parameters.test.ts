import { expect } from 'chai';
import { compiled } from './compiled.js';

/** What a parameter becomes where it is given to a type: `path` leads into the template. */
const cases: readonly {
  readonly title: string;
  readonly parameter: string;
  readonly resource: string;
  readonly path: string;
  readonly value: unknown;
}[] = [
  {
    title: 'an operating system is looked up',
    parameter: 'allowedValues: [ubuntu, debian]',
    resource: 'type: server, config: { os: $P }',
    path: 'Resources.R.Properties.ImageId',
    value: {
      'Fn::Join': ['', ['{{resolve:ssm:', { 'Fn::FindInMap': ['ServerImages', { Ref: 'P' }, 'value'] }, '}}']],
    },
  },
  {
    title: 'a number of CPUs is looked up',
    parameter: 'type: Number, allowedValues: [4, 8]',
    resource: 'type: server, config: { cpu: $P, ram: 16 }',
    path: 'Resources.R.Properties.InstanceType',
    value: { 'Fn::FindInMap': ['ServerSizes', { Ref: 'P' }, '16'] },
  },
  {
    title: 'an engine is looked up',
    parameter: 'allowedValues: [mysql, postgres]',
    resource: 'type: database, config: { engine: $P }',
    path: 'Resources.R.Properties.Engine',
    value: { 'Fn::FindInMap': ['DatabaseEngines', { Ref: 'P' }, 'name'] },
  },
  {
    title: 'an instance type flows through',
    parameter: 'default: t3.large',
    resource: 'type: server, config: { instanceType: $P }',
    path: 'Resources.R.Properties.InstanceType',
    value: { Ref: 'P' },
  },
  {
    title: 'a boolean that decides nothing flows through',
    parameter: 'allowedValues: ["true", "false"]',
    resource: 'type: database, config: { engine: mysql, multiAZ: $P }',
    path: 'Resources.R.Properties.MultiAZ',
    value: { Ref: 'P' },
  },
  {
    title: 'a boolean that decides becomes a condition',
    parameter: 'allowedValues: ["true", "false"]',
    resource: 'type: loadbalancer, config: { internal: $P, servers: 1 }',
    path: 'Resources.R.Properties.Scheme',
    value: { 'Fn::If': ['PIsTrue', 'internal', 'internet-facing'] },
  },
  {
    title: 'the condition is said once',
    parameter: 'allowedValues: ["true", "false"]',
    resource: 'type: loadbalancer, config: { internal: $P, servers: 1 }',
    path: 'Conditions',
    value: { PIsTrue: { 'Fn::Equals': [{ Ref: 'P' }, 'true'] } },
  },
  {
    title: 'a boolean that decides on a part of a property',
    parameter: 'allowedValues: ["true", "false"]',
    resource: 'type: bucket, config: { versioning: $P }',
    path: 'Resources.R.Properties.VersioningConfiguration',
    value: { 'Fn::If': ['PIsTrue', { Status: 'Enabled' }, { Ref: 'AWS::NoValue' }] },
  },
  {
    title: 'a block of addresses is carved when the stack is deployed',
    parameter: 'default: 10.7.0.0/16',
    resource: 'type: network, config: { cidr: $P }',
    path: 'Resources.RPublic2.Properties.CidrBlock',
    value: { 'Fn::Select': ['2', { 'Fn::Cidr': [{ Ref: 'P' }, '4', '8'] }] },
  },
  {
    title: 'a rule is called after the parameter that it lets in',
    parameter: 'default: 203.0.113.7',
    resource: 'type: firewall, config: { allow: [{ ports: 22, from: "${{ P }}/32" }] }',
    path: 'Resources.RAllowTcp22FromP.Properties.CidrIp',
    value: { 'Fn::Join': ['', [{ Ref: 'P' }, '/32']] },
  },
  {
    title: 'a port of a rule is both of its ends',
    parameter: 'type: Number',
    resource: 'type: firewall, config: { allow: [{ ports: $P, from: anywhere }] }',
    path: 'Resources.RAllowTcpPFromAnywhere.Properties',
    value: {
      CidrIp: '0.0.0.0/0',
      FromPort: { Ref: 'P' },
      ToPort: { Ref: 'P' },
      GroupId: { Ref: 'R' },
      IpProtocol: 'tcp',
    },
  },
  {
    title: 'a certificate counts as given',
    parameter: 'type: String',
    resource: 'type: loadbalancer, config: { certificate: $P, servers: 1 }',
    path: 'Resources.RListener.Properties.Port',
    value: 443,
  },
  {
    title: 'a password is handed on',
    parameter: 'noEcho: true',
    resource: 'type: database, config: { engine: mysql, password: $P }',
    path: 'Resources.R.Properties.MasterUserPassword',
    value: { Ref: 'P' },
  },
];

describe('a parameter', () => {
  for (const { title, parameter, resource, path, value } of cases) {
    it(title, () => {
      const { sections, messages } = compiled(
        `parameters: { P: { ${parameter} } }\nresources:\n  - { id: R, ${resource} }\n`,
      );
      expect(messages).to.deep.equal([]);
      const found = path.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown>)?.[key], sections);
      expect(found).to.deep.equal(value);
    });
  }

  it('cannot say how many resources there are', () => {
    const { messages } = compiled(
      'parameters: { Count: { type: Number } }\nresources:\n  - { type: loadbalancer, id: LB, config: { servers: $Count } }\n',
    );
    expect(messages[0]).to.equal(
      '3: error: How many there are depends on "Count", which is not known until the stack is deployed.',
    );
  });

  it('must be known to be in the table', () => {
    const { messages } = compiled(
      'parameters: { Os: { allowedValues: [ubuntu, suse] } }\nresources:\n  - { type: server, id: S, config: { os: $Os } }\n',
    );
    expect(messages[0]).to.equal('3: error: "suse" is not in the table "images".');
  });
});
