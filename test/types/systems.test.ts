import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { compiledFile, idsOf, root, waits } from './compiled.js';

/** What changes from one step of the firewall to the next: ids that come, ids that go. */
function steps(from: string, to: string): { readonly added: readonly string[]; readonly removed: readonly string[] } {
  const [before, after] = [from, to].map((name) => Object.keys(compiledFile(`blueprints/${name}.yaml`).resources));
  return {
    added: (after ?? []).filter((id) => !before?.includes(id)).sort(),
    removed: (before ?? []).filter((id) => !after?.includes(id)).sort(),
  };
}

describe('the firewall that grows', () => {
  const cases = [
    { from: 'firewall1', to: 'firewall2', added: ['FirewallAllowIcmpFromAnywhere'], removed: [] },
    { from: 'firewall2', to: 'firewall3', added: ['FirewallAllowTcp22FromAnywhere'], removed: [] },
    {
      from: 'firewall3',
      to: 'firewall4',
      added: ['FirewallAllowTcp22FromIpForSSH'],
      removed: ['FirewallAllowTcp22FromAnywhere'],
    },
    {
      from: 'firewall4',
      to: 'firewall5',
      added: ['BastionHost', 'Inner', 'InnerAllowTcp22FromFirewall', 'Server1', 'Server2'],
      removed: ['Server'],
    },
  ];
  for (const { from, to, ...changes } of cases) {
    it(`${from} → ${to}`, () => expect(steps(from, to)).to.deep.equal(changes));
  }

  it('starts with nothing that can get in', () => {
    const { resources } = compiledFile('blueprints/firewall1.yaml');
    expect(Object.keys(resources)).to.have.members(['Firewall', 'Server']);
  });

  it('ends with servers that are reached from the bastion host alone', () => {
    const { resources } = compiledFile('blueprints/firewall5.yaml');
    const rules = idsOf(resources, 'AWS::EC2::SecurityGroupIngress').map((id) => resources[id]?.Properties ?? {});
    expect(rules.filter((rule) => rule.GroupId.Ref === 'Inner')).to.deep.equal([
      {
        FromPort: 22,
        ToPort: 22,
        IpProtocol: 'tcp',
        GroupId: { Ref: 'Inner' },
        SourceSecurityGroupId: { Ref: 'Firewall' },
      },
    ]);
    expect(resources.Server1?.Properties.SecurityGroupIds).to.deep.equal([{ Ref: 'Inner' }]);
  });
});

describe('blueprints/vpc.yaml', () => {
  const { resources } = compiledFile('blueprints/vpc.yaml');

  it('makes some 55 logical resources from about 50 lines', () => {
    const lines = readFileSync(join(root, 'blueprints/vpc.yaml'), 'utf8').split('\n').length;
    expect(Object.keys(resources)).to.have.length.within(50, 60);
    expect(lines).to.be.within(40, 60);
  });

  it('has the entries of the access-control lists, answers among them', () => {
    const entries = idsOf(resources, 'AWS::EC2::NetworkAclEntry').map((id) => resources[id]?.Properties ?? {});
    expect(entries).to.have.length(24);
    const shown = entries
      .filter((entry) => entry.NetworkAclId.Ref === 'ApacheAcl')
      .map(
        ({ Egress, PortRange: { From, To }, CidrBlock, RuleNumber }) =>
          `${RuleNumber} ${Egress ? 'out' : 'in'} ${From}-${To} ${CidrBlock}`,
      );
    expect(shown).to.have.members([
      '100 in 22-22 10.0.1.0/24',
      '110 in 80-80 10.0.2.0/24',
      '1000 in 1024-65535 0.0.0.0/0',
      '100 out 80-80 0.0.0.0/0',
      '110 out 443-443 0.0.0.0/0',
      '1000 out 1024-65535 10.0.1.0/24',
      '1010 out 1024-65535 10.0.2.0/24',
    ]);
  });

  it('sends what Apache sends through the NAT server, which has to be ready before', () => {
    expect(resources.ApacheRoute?.Properties.InstanceId).to.deep.equal({ Ref: 'NatServer' });
    expect(resources.NatServer?.Properties.SourceDestCheck).to.equal(false);
    expect(waits(resources.ApacheServer)).to.deep.equal(['ApacheAclAssociation', 'ApacheAssociation']);
    expect(waits(resources.ApacheAssociation)).to.deep.equal(['ApacheRoute']);
  });

  it('puts no list around a subnet before all its rules are there', () => {
    expect(waits(resources.NatAclAssociation)).to.have.members(
      idsOf(resources, 'AWS::EC2::NetworkAclEntry').filter((id) => id.startsWith('Nat')),
    );
  });

  it('waits for the scripts', () => {
    const timeouts = { NatServer: 'PT300S', VarnishServer: 'PT600S', ApacheServer: 'PT600S' };
    for (const [id, Timeout] of Object.entries(timeouts)) {
      expect(resources[id]?.CreationPolicy).to.deep.equal({ ResourceSignal: { Timeout } });
      expect(JSON.stringify(resources[id]?.Properties.UserData)).to.include(`--resource ${id} `);
    }
    expect(resources.BastionHost).not.to.have.property('CreationPolicy');
  });
});

describe('blueprints/vpn.yaml', () => {
  const { resources, sections } = compiledFile('blueprints/vpn.yaml');

  it('shows its secrets nowhere', () => {
    const secret = (name: string) => (sections.Parameters?.[name] as { NoEcho?: boolean } | undefined)?.NoEcho;
    expect([secret('IPSecSharedSecret'), secret('VPNPassword')]).to.deep.equal([true, true]);
    expect(JSON.stringify(sections.Outputs)).not.to.match(/Secret|Password/);
    expect(readFileSync(join(root, 'blueprints/scripts/vpn.sh'), 'utf8')).not.to.match(/^#!.* -\w*x|^set -\w*x/m);
  });

  it('is reached by IPsec', () => {
    const rules = idsOf(resources, 'AWS::EC2::SecurityGroupIngress').map((id) => resources[id]?.Properties ?? {});
    const shown = rules.map(({ IpProtocol, FromPort, ToPort }) => `${IpProtocol} ${FromPort}-${ToPort}`);
    expect(shown).to.have.members(['tcp 22-22', 'udp 500-500', 'udp 1701-1701', 'udp 4500-4500']);
  });
});

describe('blueprints/self-stopping-server.yaml', () => {
  it('may stop servers of its own stack and no others', () => {
    const { resources } = compiledFile('blueprints/self-stopping-server.yaml');
    expect(resources.ServerRolePolicy?.Properties.PolicyDocument.Statement).to.deep.equal([
      {
        Effect: 'Allow',
        Action: 'ec2:StopInstances',
        Resource: '*',
        Condition: { StringEquals: { 'ec2:ResourceTag/aws:cloudformation:stack-id': { Ref: 'AWS::StackId' } } },
      },
    ]);
    expect(resources.Server?.Properties.IamInstanceProfile).to.deep.equal({ Ref: 'ServerProfile' });
  });
});

describe('blueprints/gallery.yaml', () => {
  const { resources } = compiledFile('blueprints/gallery.yaml');

  it('uses a built-in type, another component and raw types, one for each size', () => {
    const ids = Object.keys(resources);
    expect(ids).to.include.members([
      'Photos',
      'PhotosJobs200',
      'PhotosJobs1024',
      'PhotosWorker200',
      'PhotosWorker1024',
    ]);
    expect(resources.PhotosUploads?.Properties.Targets).to.have.length(2);
    expect(resources.PhotosWorker200?.Properties.InstanceType).to.equal('t3.small');
  });

  it('offers the CDN an origin, and passes on that the CDN reads it', () => {
    const { Origins } = resources.CDN?.Properties.DistributionConfig ?? {};
    const domains = Origins.map((origin: { DomainName: object }) => origin.DomainName);
    expect(domains[1]).to.deep.equal({ 'Fn::GetAtt': ['Photos', 'RegionalDomainName'] });
    const readers = resources.PhotosPolicy?.Properties.PolicyDocument.Statement.filter(
      (statement: { Effect: string }) => statement.Effect === 'Allow',
    );
    expect(readers).to.have.length(1);
  });

  it('has alarms only when somebody is to be told', () => {
    expect(idsOf(resources, 'AWS::CloudWatch::Alarm')).to.have.members(['PhotosWaiting200', 'PhotosWaiting1024']);
    const small = compiledFile('blueprints/components/gallery/examples/small.yaml').resources;
    expect(idsOf(small, 'AWS::CloudWatch::Alarm')).to.deep.equal([]);
    expect(idsOf(small, 'AWS::SNS::Topic')).to.deep.equal([]);
  });
});
