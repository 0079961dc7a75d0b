import { expect } from 'chai';
import { type Compiled, idsOf, resources, waits } from './compiled.js';

/** Who gets in where: `Group tcp 22-22 from Other`. */
function openings({ resources: all }: Compiled): readonly string[] {
  return idsOf(all, 'AWS::EC2::SecurityGroupIngress').map((id) => {
    const { GroupId, IpProtocol, FromPort, ToPort, CidrIp, SourceSecurityGroupId } = all[id]?.Properties ?? {};
    const ports = FromPort === undefined ? '' : ` ${FromPort}-${ToPort}`;
    return `${GroupId.Ref} ${IpProtocol}${ports} from ${SourceSecurityGroupId?.Ref ?? CidrIp}`;
  });
}

const cases: readonly { readonly title: string; readonly text: string; readonly open: readonly string[] }[] = [
  {
    title: 'nothing is opened because it is mentioned',
    text: `
- { type: server, id: A }
- { type: server, id: B, waitFor: $A }`,
    open: [],
  },
  {
    title: 'a database that nobody uses by name answers its network',
    text: `
- { type: database, id: DB, config: { engine: postgres } }
- { type: server, id: A, waitFor: $DB }`,
    open: ['DBFirewall tcp 5432-5432 from 10.0.0.0/16'],
  },
  {
    title: 'what uses a database lets itself in, and nobody else',
    text: `
- { type: database, id: DB, config: { engine: mariadb } }
- { type: server, id: A, config: { uses: $DB } }
- { type: server, id: B }`,
    open: ['DBFirewall tcp 3306-3306 from AFirewall'],
  },
  {
    title: 'servers behind one firewall are let in once',
    text: `
- { type: database, id: DB, config: { engine: mysql } }
- { type: loadbalancer, id: LB, config: { servers: 3, server: { uses: [$DB] } } }`,
    open: [
      'DBFirewall tcp 3306-3306 from LBServerFirewall',
      'LBFirewall tcp 80-80 from 0.0.0.0/0',
      'LBServerFirewall tcp 80-80 from LBFirewall',
    ],
  },
  {
    title: 'targets of a load balancer let it in',
    text: `
- { type: server, id: A, config: { allow: [{ protocol: icmp, from: $Network }] } }
- { type: loadbalancer, id: LB, config: { targets: [$A], port: 8080 } }
- { type: network, id: Network }`,
    open: [
      'AFirewall icmp -1--1 from 10.0.0.0/16',
      'AFirewall tcp 8080-8080 from LBFirewall',
      'LBFirewall tcp 80-80 from 0.0.0.0/0',
    ],
  },
  {
    title: 'an internal load balancer answers its network only',
    text: `
- { type: loadbalancer, id: LB, config: { internal: true, servers: 1 } }`,
    open: ['LBFirewall tcp 80-80 from 10.0.0.0/16', 'LBServerFirewall tcp 80-80 from LBFirewall'],
  },
  {
    title: 'firewalls, and servers, that name each other',
    text: `
- { type: firewall, id: Red, config: { allow: [{ ports: 1, from: $Blue }] } }
- { type: firewall, id: Blue, config: { allow: [{ ports: 2, from: $Red }] } }
- { type: server, id: A, config: { allow: [{ ports: 3, from: $B }, { ports: 4, from: $A }] } }
- { type: server, id: B, config: { allow: [{ ports: 5, from: $A }], firewall: $Red } }`,
    open: [
      'AFirewall tcp 3-3 from Red',
      'AFirewall tcp 4-4 from AFirewall',
      'BFirewall tcp 5-5 from AFirewall',
      'Blue tcp 2-2 from Red',
      'Red tcp 1-1 from Blue',
    ],
  },
  {
    title: 'a repeated resource is a rule for each',
    text: `
- { type: server, id: Web, forEach: 2, config: { allow: [{ ports: 80, from: anywhere }] } }
- { type: firewall, id: Inner, config: { allow: [{ ports: 1024-65535, protocol: udp, from: $Web }] } }`,
    open: [
      'Inner udp 1024-65535 from Web1Firewall',
      'Inner udp 1024-65535 from Web2Firewall',
      'Web1Firewall tcp 80-80 from 0.0.0.0/0',
      'Web2Firewall tcp 80-80 from 0.0.0.0/0',
    ],
  },
];

describe('who reaches whom', () => {
  for (const { title, text, open } of cases) {
    it(title, () => {
      const result = resources(text.trim());
      expect(result.messages).to.deep.equal([]);
      expect(openings(result)).to.have.members(open).and.have.length(open.length);
    });
  }

  it('a server waits for what it uses', () => {
    const { resources: all } = resources(`
- { type: server, id: A, config: { uses: [$B, $Q] } }
- { type: server, id: B }
- { type: AWS::SQS::Queue, id: Q }`);
    expect(waits(all.A)).to.include.members(['B', 'Q']);
  });

  it('with rules for what goes out, nothing else does', () => {
    const { resources: all } = resources(
      '- { type: firewall, id: F, config: { allowOut: [{ ports: 443, to: anywhere }] } }',
    );
    expect(all.F?.Properties.SecurityGroupEgress).to.deep.equal([{ IpProtocol: '-1', CidrIp: '127.0.0.1/32' }]);
    expect(all.FAllowOutTcp443ToAnywhere?.Properties).to.include({ FromPort: 443, CidrIp: '0.0.0.0/0' });
  });
});
