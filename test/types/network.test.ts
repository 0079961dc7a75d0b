import { expect } from 'chai';
import { compiled, idsOf, resources, waits } from './compiled.js';

describe('a network', () => {
  it('gives each zone a public and a private subnet, and leaves them alone when there is another zone', () => {
    const cidrs = (zones: number) => {
      const { resources: all } = resources(`- { type: network, id: N, config: { zones: ${zones} } }`);
      return Object.fromEntries(idsOf(all, 'AWS::EC2::Subnet').map((id) => [id, all[id]?.Properties.CidrBlock]));
    };
    const two = {
      NPublic1: '10.0.0.0/24',
      NPrivate1: '10.0.1.0/24',
      NPublic2: '10.0.2.0/24',
      NPrivate2: '10.0.3.0/24',
    };
    expect(cidrs(2)).to.deep.equal(two);
    expect(cidrs(3)).to.deep.equal({ ...two, NPublic3: '10.0.4.0/24', NPrivate3: '10.0.5.0/24' });
    expect(cidrs(0)).to.deep.equal({});
  });

  it('lets answers through both lists, unless that is said otherwise', () => {
    const entries = (more: string) => {
      const config = `{ cidr: 10.0.9.0/24, allow: [{ ports: [22, 80], from: [10.1.0.0/16, ::/0] }]${more} }`;
      const { resources: all } = resources(`- { type: network, id: N }\n- { type: subnet, id: S, config: ${config} }`);
      return idsOf(all, 'AWS::EC2::NetworkAclEntry').map((id) => {
        const { CidrBlock, Ipv6CidrBlock, PortRange, Egress } = all[id]?.Properties ?? {};
        return `${id} ${Egress ? 'out' : 'in'} ${PortRange.From} ${CidrBlock ?? Ipv6CidrBlock}`;
      });
    };
    const rules = ['100 in 22 10.1.0.0/16', '110 in 80 10.1.0.0/16', '120 in 22 ::/0', '130 in 80 ::/0'];
    const answers = ['1000 out 1024 10.1.0.0/16', '1010 out 1024 ::/0'];
    expect(entries(', answers: false')).to.have.members(rules.map((rule) => `SIn${rule}`));
    expect(entries('')).to.have.members([...rules.map((rule) => `SIn${rule}`), ...answers.map((one) => `SOut${one}`)]);
  });

  it('reaches services by the routes of all its subnets, or by addresses in the private ones', () => {
    const { resources: all, messages } = resources(`
- { type: network, id: N, config: { zones: 1, endpoints: [s3, ssm] } }
- { type: subnet, id: S, config: { cidr: 10.0.9.0/24 } }`);
    expect(messages).to.deep.equal([]);
    const tables = all.NEndpointS3?.Properties.RouteTableIds;
    expect(tables).to.have.deep.members(['NPrivate1Routes', 'NPublic1Routes', 'SRoutes'].map((Ref) => ({ Ref })));
    expect(all.NInterfaceSsm?.Properties.SubnetIds).to.deep.equal([{ Ref: 'NPrivate1' }]);
  });

  it('is carved as finely as it is told', () => {
    const { resources: all } = resources(
      '- { type: network, id: N, config: { cidr: 192.168.0.0/24, zones: 1, subnetBits: 5 } }',
    );
    expect(all.NPrivate1?.Properties.CidrBlock).to.equal('192.168.0.32/27');
  });

  const ways = [
    { nat: 'none', gateways: 0, routes: [] },
    { nat: 'gateway', gateways: 1, routes: ['NNat1', 'NNat1', 'NNat1'] },
    { nat: 'gatewayPerZone', gateways: 3, routes: ['NNat1', 'NNat2', 'NNat3'] },
  ];
  for (const { nat, gateways, routes } of ways) {
    it(`with nat: ${nat} has ${gateways} NAT gateways`, () => {
      const { resources: all } = resources(`- { type: network, id: N, config: { nat: ${nat}, zones: 3 } }`);
      expect(idsOf(all, 'AWS::EC2::NatGateway')).to.have.length(gateways);
      expect(idsOf(all, 'AWS::EC2::EIP')).to.have.length(gateways);
      for (const id of idsOf(all, 'AWS::EC2::EIP')) expect(waits(all[id])).to.include('NAttachment');
      const used = [1, 2, 3].flatMap((zone) => all[`NPrivate${zone}Route`]?.Properties.NatGatewayId.Ref ?? []);
      expect(used).to.deep.equal(routes);
    });
  }

  it('can send its private traffic through a server that stands in it', () => {
    const { resources: all, messages } = resources(`
- { type: network, id: N, config: { nat: $Nat } }
- { type: server, id: Nat, config: { publicAddress: true, sourceDestCheck: false } }
- { type: server, id: Inside }`);
    expect(messages).to.deep.equal([]);
    expect(all.NPrivate2Route?.Properties.InstanceId).to.deep.equal({ Ref: 'Nat' });
    expect(all.Nat?.Properties.SubnetId).to.deep.equal({ Ref: 'NPublic1' });
    expect(all.Inside?.Properties.SubnetId).to.deep.equal({ Ref: 'NPrivate1' });
    expect(waits(all.Inside)).to.deep.equal(['NPrivate1Association']);
  });

  it('puts servers into private subnets only where these reach the internet', () => {
    const subnet = (nat: string) =>
      resources(`- { type: network, id: N, config: { nat: ${nat} } }\n- { type: server, id: S, config: { zone: 3 } }`)
        .resources.S?.Properties.SubnetId.Ref;
    expect([subnet('none'), subnet('gateway')]).to.deep.equal(['NPublic2', 'NPrivate2']);
  });

  it('is made when it is needed, whatever needs it, and once', () => {
    const { resources: all } = resources(
      '- { type: server, id: S }\n- { type: database, id: D, config: { engine: mysql } }',
    );
    expect(idsOf(all, 'AWS::EC2::VPC')).to.deep.equal(['Network']);
  });

  it('is not made when everything has its place', () => {
    const { resources: all } = resources(
      '- { type: server, id: S, config: { subnet: subnet-1, firewall: sg-1 } }\n- { type: bucket, id: B }',
    );
    expect(Object.keys(all)).to.have.members(['S', 'B', 'BPolicy']);
  });

  it('can be one that exists, given by its parts', () => {
    const { resources: all, messages } = compiled(`
parameters: { VPC: { type: AWS::EC2::VPC::Id }, A: { type: AWS::EC2::Subnet::Id }, B: { type: AWS::EC2::Subnet::Id } }
resources:
  - { type: server, id: S, config: { network: { vpc: $VPC, public: [$A, $B] }, zone: 1 } }
  - { type: loadbalancer, id: L, config: { network: { vpc: $VPC, public: [$A, $B] }, targets: [$S] } }
  - type: database
    id: D
    config: { engine: mysql, network: { vpc: $VPC, cidr: 10.9.0.0/16, private: [$A, $B] } }
`);
    expect(messages).to.deep.equal([]);
    expect(idsOf(all, 'AWS::EC2::VPC')).to.deep.equal([]);
    expect(all.S?.Properties.SubnetId).to.deep.equal({ Ref: 'B' });
    expect(waits(all.S)).to.deep.equal([]);
    expect(all.L?.Properties.Subnets).to.deep.equal([{ Ref: 'A' }, { Ref: 'B' }]);
    expect(all.DSubnets?.Properties.SubnetIds).to.deep.equal([{ Ref: 'A' }, { Ref: 'B' }]);
    const [rule] = idsOf(all, 'AWS::EC2::SecurityGroupIngress').filter((id) => id.startsWith('DFirewall'));
    expect(all[rule ?? '']?.Properties.CidrIp).to.equal('10.9.0.0/16');
    for (const id of ['SFirewall', 'LFirewall', 'DFirewall']) {
      expect(all[id]?.Properties.VpcId, id).to.deep.equal({ Ref: 'VPC' });
    }
  });
});

describe('a subnet', () => {
  it('of a network that exists has no route of its own', () => {
    const { resources: all } = resources(
      '- { type: subnet, id: S, config: { cidr: 10.0.9.0/24, network: { vpc: vpc-1 } } }',
    );
    expect(Object.keys(all)).to.deep.equal(['S']);
  });

  it('gives the rules of its list numbers, so that a rule can change in place', () => {
    const entries = (first: string) => {
      const { resources: all } = resources(
        `- { type: subnet, id: S, config: { cidr: 10.0.9.0/24, allow: [${first}, { protocol: icmp, from: $Network }] } }
- { type: network, id: Network }`,
      );
      return [all.SIn100?.Properties, all.SIn110?.Properties];
    };
    const [web, ping] = entries('{ ports: 80, from: anywhere }');
    expect(web).to.deep.include({ RuleNumber: 100, Protocol: 6, PortRange: { From: 80, To: 80 }, Egress: false });
    expect(ping).to.deep.include({ RuleNumber: 110, Protocol: 1, Icmp: { Code: -1, Type: -1 } });
    expect(ping).to.include({ CidrBlock: '10.0.0.0/16' }).and.not.to.have.property('PortRange');
    expect(entries('{ protocol: udp, ports: 53, from: 10.0.1.0/24 }')[1]).to.deep.equal(ping);
  });

  it('is the home of the servers in it, with its network', () => {
    const { resources: all } = resources(`
- { type: network, id: A, config: { zones: 0 } }
- { type: network, id: B, config: { zones: 0 } }
- { type: subnet, id: S, config: { cidr: 10.0.9.0/24, network: $B } }
- { type: server, id: X, config: { subnet: $S } }`);
    expect(all.XFirewall?.Properties.VpcId).to.deep.equal({ Ref: 'B' });
    expect(waits(all.X)).to.deep.equal(['SAssociation']);
  });
});
