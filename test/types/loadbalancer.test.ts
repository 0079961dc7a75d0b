import { expect } from 'chai';
import { compiled, idsOf, resources, waits } from './compiled.js';

/** A load balancer called LB with the config, two servers A and B beside it. */
function balancer(config: string) {
  return resources(`
- { type: loadbalancer, id: LB, config: ${config} }
- { type: server, id: A }
- { type: server, id: B, config: { zone: 1 } }`);
}

function attributes(config: string): Readonly<Record<string, unknown>> {
  const { Properties } = balancer(config).resources.LB ?? {};
  const pairs: readonly { Key: string; Value: unknown }[] = Properties?.LoadBalancerAttributes ?? [];
  return Object.fromEntries(pairs.map(({ Key, Value }) => [Key, Value]));
}

describe('a load balancer', () => {
  const protocols = [
    { config: '{ targets: $A }', shown: 'application 80 HTTP → 80 HTTP /' },
    { config: '{ targets: $A, certificate: arn }', shown: 'application 443 HTTPS → 80 HTTP /' },
    {
      config: '{ targets: $A, certificate: arn, encrypted: true, port: 8443 }',
      shown: 'application 443 HTTPS → 8443 HTTPS /',
    },
    { config: '{ targets: $A, protocol: tcp, port: 7000 }', shown: 'network 7000 TCP → 7000 TCP TCP' },
    {
      config: '{ targets: $A, protocol: tls, certificate: arn, listen: 8883, port: 1883 }',
      shown: 'network 8883 TLS → 1883 TCP TCP',
    },
    { config: '{ targets: $A, protocol: udp, port: 53, healthCheck: /up }', shown: 'network 53 UDP → 53 UDP /up' },
  ];
  for (const { config, shown } of protocols) {
    it(`speaks ${shown}`, () => {
      const { resources: all, messages } = balancer(config);
      const [listener, group] = [all.LBListener?.Properties ?? {}, all.LBTargets?.Properties ?? {}];
      const check = group.HealthCheckPath ?? group.HealthCheckProtocol;
      const found = `${all.LB?.Properties.Type} ${listener.Port} ${listener.Protocol} → ${group.Port} ${group.Protocol} ${check}`;
      expect(found).to.equal(shown);
      expect(messages).to.deep.equal([]);
    });
  }

  it('lets UDP in as UDP', () => {
    const { resources: all } = balancer('{ targets: $A, protocol: udp, port: 53 }');
    const rules = idsOf(all, 'AWS::EC2::SecurityGroupIngress').map((id) => all[id]?.Properties.IpProtocol);
    expect(rules).to.deep.equal(['udp', 'udp']);
  });

  it('sends certain requests elsewhere, and is let in there', () => {
    const { resources: all } = balancer('{ targets: $A, routes: [{ paths: /api/*, targets: [$B], port: 8080 }] }');
    expect(all.LBTargets?.Properties.Targets).to.deep.equal([{ Id: { Ref: 'A' } }]);
    expect(all.LBRouteTargetsApi?.Properties.Targets).to.deep.equal([{ Id: { Ref: 'B' } }]);
    expect(all.BFirewallAllowTcp8080FromLBFirewall?.Properties.GroupId).to.deep.equal({ Ref: 'BFirewall' });
    expect(all.BFirewallAllowTcp80FromLBFirewall).to.equal(undefined);
  });

  it('leaves groups of servers to register their servers themselves', () => {
    const { resources: all } = resources(`
- { type: loadbalancer, id: LB, config: { targets: $G, routes: [{ hosts: b.example.com, targets: $G, port: 81 }] } }
- { type: servers, id: G }`);
    expect(all.LBTargets?.Properties).not.to.have.property('Targets');
    const groups = all.G?.Properties.TargetGroupARNs;
    expect(groups).to.have.deep.members([{ Ref: 'LBTargets' }, { Ref: 'LBRouteTargetsBExampleCom' }]);
  });

  it('writes its logs into a bucket that lets it, and waits for that', () => {
    const { resources: all } = resources(`
- { type: loadbalancer, id: LB, config: { otherwise: { answer: { status: 404 } }, accessLogs: $Logs } }
- { type: bucket, id: Logs }`);
    expect(waits(all.LB)).to.include('LogsPolicy');
    const statements = all.LogsPolicy?.Properties.PolicyDocument.Statement;
    expect(JSON.stringify(statements)).to.include('logdelivery.elasticloadbalancing.amazonaws.com');
  });

  it('has a bucket of its own for them where it is told so', () => {
    expect(attributes('{ targets: $A, accessLogs: true }')).to.include({ 'access_logs.s3.enabled': 'true' });
    expect(attributes('{ targets: $A, accessLogs: false }')).not.to.have.property('access_logs.s3.enabled');
  });

  it('spreads requests over zones by default, whatever it speaks', () => {
    const key = 'load_balancing.cross_zone.enabled';
    expect(attributes('{ targets: $A }')).not.to.have.property(key);
    expect(attributes('{ targets: $A, protocol: tcp }')).to.include({ [key]: 'true' });
    const { resources: all } = balancer('{ targets: $A, crossZone: false }');
    expect(all.LBTargets?.Properties.TargetGroupAttributes).to.deep.equal([{ Key: key, Value: 'false' }]);
  });

  it('stands in a network that is given by parameters', () => {
    const { resources: all, messages } = compiled(`
parameters:
  Vpc: { type: AWS::EC2::VPC::Id }
  Subnets: { type: List<AWS::EC2::Subnet::Id> }
resources:
  - id: LB
    type: loadbalancer
    config: { network: { vpc: $Vpc, public: $Subnets }, server: { os: ubuntu }, servers: 2 }`);
    expect(messages).to.deep.equal([]);
    expect(all.LB?.Properties.Subnets).to.deep.equal({ Ref: 'Subnets' });
    expect(all.LBServer2?.Properties.SubnetId).to.deep.equal({ 'Fn::Select': ['1', { Ref: 'Subnets' }] });
    expect(idsOf(all, 'AWS::EC2::Subnet')).to.deep.equal([]);
  });
});
