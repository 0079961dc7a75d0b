import { expect } from 'chai';
import { compiled, idsOf, resources } from './compiled.js';

/** What a group of the config becomes, beside a database, a queue and a load balancer that sends it requests. */
function group(config: string) {
  return resources(`- { type: database, id: DB, config: { engine: mysql, password: "****" } }
- { type: AWS::SQS::Queue, id: Q }
- { type: servers, id: Web, config: ${config} }
- { type: loadbalancer, id: LB, config: { targets: [$Web] } }`).resources;
}

describe('a group of servers', () => {
  it('waits for what its servers need', () => {
    for (const wait of ['Q', '$Q', '[Q]', '[$Q]']) {
      expect(group(`{ server: { waitFor: ${wait}, uses: $DB } }`).Web?.DependsOn).to.include.members(['DB', 'Q']);
    }
  });

  it('is let in by what its servers use, and lets in its load balancer', () => {
    const all = group('{ server: { uses: $DB } }');
    const rules = idsOf(all, 'AWS::EC2::SecurityGroupIngress');
    expect(rules).to.include.members([
      'DBFirewallAllowTcp3306FromWebServerFirewall',
      'WebServerFirewallAllowTcp80FromLBFirewall',
    ]);
  });

  it('registers its servers by itself, and asks the load balancer how they are', () => {
    const all = group('{ min: 2 }');
    expect(all.Web?.Properties.TargetGroupARNs).to.deep.equal([{ Ref: 'LBTargets' }]);
    expect(all.Web?.Properties.HealthCheckType).to.equal('ELB');
    expect(all.LBTargets?.Properties).not.to.have.property('Targets');
    expect(idsOf(all, 'AWS::EC2::Instance')).to.deep.equal([]);
  });

  it('keeps as many at work while it is updated as it can', () => {
    const kept = (config: string) => group(config).Web?.UpdatePolicy?.AutoScalingRollingUpdate.MinInstancesInService;
    expect(kept('{}')).to.equal(0);
    expect(kept('{ min: 2, max: 4 }')).to.equal(2);
    expect(kept('{ min: 2, max: 4, inService: 1 }')).to.equal(1);
  });

  it('waits for the signal of each server, which names the group', () => {
    const all = group('{ server: { ready: 5m, script: "#!/bin/sh" }, min: 2 }');
    expect(all.Web?.CreationPolicy).to.deep.equal({ ResourceSignal: { Count: 2, Timeout: 'PT300S' } });
    expect(all.Web?.UpdatePolicy?.AutoScalingRollingUpdate).to.include({
      WaitOnResourceSignals: true,
      PauseTime: 'PT300S',
    });
    const { UserData } = all.WebServerTemplate?.Properties.LaunchTemplateData ?? {};
    expect(JSON.stringify(UserData)).to.include('--resource Web ');
  });

  it('is not called after where a rule of scaling stands', () => {
    const rule = (metric: string) => `{ metric: ${metric}, target: 50 }`;
    const ids = (scale: string) => idsOf(group(`{ max: 2, scale: [${scale}] }`), 'AWS::AutoScaling::ScalingPolicy');
    expect(ids(`${rule('sent')}, ${rule('cpu')}`)).to.have.members(['WebKeepCpuTarget', 'WebKeepSentTarget']);
    expect(ids(rule('cpu'))).to.deep.equal(['WebKeepCpuTarget']);
  });
});

describe('a volume of a server that waits for its script', () => {
  const text = (more: string) => `resources:
  - { type: server, id: S, config: { ready: 5m } }
  - { type: volume, id: V, config: { size: 5, server: $S${more} } }
  - { type: AWS::SQS::Queue, id: After, waitFor: $S }
`;

  it('leaves the server to itself, and what waits for it to a wait condition', () => {
    const { text: template } = compiled(text(', at: /data'));
    const { Resources } = JSON.parse(template);
    expect(Resources.S).not.to.have.property('CreationPolicy');
    expect(Resources.SReady.DependsOn).to.have.members(['S', 'VAttachment']);
    expect(Resources.After.DependsOn).to.have.members(['S', 'SReady']);
  });

  it('can come and go', () => {
    const { text: template } = compiled(
      `parameters: { On: { allowedValues: ["yes", "no"] } }\n${text(', attached: $On')}`,
    );
    const { Resources } = JSON.parse(template);
    expect(Resources.VAttachment.Condition).to.equal('OnIsYes');
    expect(Resources.V).not.to.have.property('Condition');
  });
});
