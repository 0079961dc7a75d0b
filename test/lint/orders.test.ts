import { expect } from 'chai';
import { blueprint, diagnosticsOf, findings, resource } from './findings.js';

const NETWORK = {
  Network: resource('AWS::EC2::VPC', { CidrBlock: '10.0.0.0/16' }),
  Gateway: resource('AWS::EC2::InternetGateway'),
  Attached: resource('AWS::EC2::VPCGatewayAttachment', { VpcId: '$Network', InternetGatewayId: '$Gateway' }),
  Private: resource('AWS::EC2::Subnet', { VpcId: '$Network', CidrBlock: '10.0.0.0/24' }),
  Public: resource('AWS::EC2::Subnet', { VpcId: '$Network', CidrBlock: '10.0.1.0/24', MapPublicIpOnLaunch: true }),
};
const route = { RouteTableId: 'rtb-1', DestinationCidrBlock: '0.0.0.0/0', GatewayId: '$Gateway' };
const server = (SubnetId: unknown) => resource('AWS::EC2::Instance', { SubnetId });
const interfaces = (AssociatePublicIpAddress: unknown) =>
  resource('AWS::EC2::Instance', {
    NetworkInterfaces: [{ DeviceIndex: '0', SubnetId: '$Private', AssociatePublicIpAddress }],
  });
const balancer = (config: object) => resource('AWS::ElasticLoadBalancingV2::LoadBalancer', config);
const nat = (config: object) => resource('AWS::EC2::NatGateway', { SubnetId: '$Public', ...config });

const SECTIONS = {
  conditions: { Big: { 'Fn::Equals': ['a', 'b'] } },
  parameters: { Scheme: { type: 'String' } },
};

function late(tested: object, more: Record<string, object> = {}): boolean {
  const text = blueprint({ ...NETWORK, ...more, Tested: tested }, SECTIONS);
  return diagnosticsOf(text).some(
    ({ code, path }) => code === 'hidden-order' && path[1] === Object.keys({ ...NETWORK, ...more }).length,
  );
}

describe('lint: orders that CloudFormation does not know', () => {
  const wrong: Record<string, object> = {
    'a route through the gateway': resource('AWS::EC2::Route', route),
    'a route that waits for something else': resource('AWS::EC2::Route', route, { dependsOn: 'Public' }),
    'a server in a public subnet': server('$Public'),
    'a server in one of two subnets': server({ 'Fn::If': ['Big', '$Private', '$Public'] }),
    'a server with a public address': interfaces(true),
    'the same, as text': interfaces('true'),
    'a public load balancer': balancer({ Subnets: ['$Private'] }),
    'one with subnet mappings': balancer({ SubnetMappings: [{ SubnetId: '$Public', AllocationId: 'a' }] }),
    'a NAT gateway': nat({ AllocationId: 'a' }),
    'an address for a server': resource('AWS::EC2::EIP', { InstanceId: '$Inside' }),
    'a group of servers': resource('AWS::AutoScaling::AutoScalingGroup', {
      MinSize: '1',
      MaxSize: '1',
      VPCZoneIdentifier: ['$Public'],
    }),
  };
  for (const [name, tested] of Object.entries(wrong))
    it(`reports ${name}`, () => expect(late(tested, { Inside: server('$Private') })).to.equal(true));

  const right: Record<string, object> = {
    'a route that waits': resource('AWS::EC2::Route', route, { dependsOn: 'Attached' }),
    'a route that waits for who waits': resource('AWS::EC2::Route', route, { dependsOn: 'Waits' }),
    'a route through another gateway': resource('AWS::EC2::Route', { ...route, GatewayId: 'igw-1' }),
    'a server in a private subnet': server('$Private'),
    'a server in another network': server('subnet-1'),
    'a server without a public address': interfaces(false),
    'an internal load balancer': balancer({ Scheme: 'internal', Subnets: ['$Public'] }),
    'a load balancer that a parameter makes public': balancer({ Scheme: '$Scheme', Subnets: ['$Public'] }),
    'a private NAT gateway': nat({ ConnectivityType: 'private' }),
    'an address for nobody yet': resource('AWS::EC2::EIP', { Domain: 'vpc' }),
  };
  for (const [name, tested] of Object.entries(right))
    it(`leaves alone ${name}`, () =>
      expect(late(tested, { Waits: resource('AWS::SNS::Topic', {}, { dependsOn: 'Attached' }) })).to.equal(false));

  it('says what to wait for, at the type', () => {
    const text = blueprint({ ...NETWORK, Route: resource('AWS::EC2::Route', route) });
    expect(findings(text)).to.deep.equal(['hidden-order: "AWS::EC2::Route"']);
    expect(diagnosticsOf(text)[0]?.hint).to.equal('Say "dependsOn: Attached" there.');
  });
});
