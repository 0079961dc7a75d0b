import { expect } from 'chai';
import { resources } from './compiled.js';

const network = '{ vpc: vpc-1, private: [subnet-1, subnet-2], public: [subnet-3, subnet-4] }';

/** A resource of the type with the config, and the message that it gets. */
const cases: readonly (readonly [type: string, config: string, message: string])[] = [
  ['server', '{ subnet: subnet-1, publicAddress: false }', 'error: Whether a server in a subnet of your own has'],
  ['server', '{ role: admin, permissions: [{ Effect: Allow }] }', 'error: A server has either a role or permissions'],
  [
    'server',
    '{ os: windows, volumes: [{ size: 8, at: /data }] }',
    'error: On Windows disks are not mounted in folders.',
  ],
  [
    'server',
    '{ os: windows, script: "<powershell>ls</powershell>" }',
    'error: A script on Windows is PowerShell without',
  ],
  ['server', '{ maxPrice: "0.1", spot: false }', 'error: A highest price is said of spot capacity only.'],
  ['server', '{ grants: { read: $Other } }', 'error: firewall "Other" offers no "grants", which is needed here.'],
  ['servers', '{ server: { address: fixed } }', 'error: Servers of a group have no addresses and interfaces'],
  ['servers', '{ max: 3, scale: [{ metric: cpu }] }', 'error: A rule of scaling has one of target, above and below.'],
  ['servers', '{ min: 3, scale: [{ metric: cpu, target: 50 }] }', 'warning: The number of servers cannot change where'],
  ['servers', '{ max: 3, scale: [{ metric: pressure, target: 50 }] }', 'error: "pressure" is not in'],
  ['volume', '{ zone: eu-west-1a }', 'error: It is not said how large "R" is.'],
  ['volume', '{ size: 5 }', 'error: It is not said in which availability zone "R" is.'],
  ['server', '{ cpu: 2, ram: 5 }', 'error: "5" is not in the table "sizes(cpu)".'],
  ['server', '{ os: beos }', 'error: "beos" is not one of amazon-linux, debian, ubuntu, windows.'],
  ['server', '{ ready: soon }', 'error: "soon" is not a duration.'],
  ['server', '{ allow: [{ from: anywhere }] }', 'error: "allow.0" of server "R" needs "ports".'],
  ['server', '{ allow: [{ ports: 22 }] }', 'error: "allow.0" of server "R" needs "from".'],
  ['firewall', '{ allow: [{ ports: 22, from: 10.0.0.1/8 }] }', 'error: "10.0.0.1/8" has bits beyond its prefix.'],
  ['firewall', '{ allow: [{ ports: 99999, from: anywhere }] }', 'error: "99999" is above the highest port'],
  ['network', '{ nat: gatway }', 'error: "gatway" is not one of none, gateway, gatewayPerZone.'],
  ['network', '{ cidr: 10.0.0.0/24 }', 'error: Fn::Cidr cannot make 4 blocks of 8 bits from 10.0.0.0/24.'],
  ['network', '{ internet: false, nat: gateway }', 'error: A NAT gateway needs the internet gateway'],
  ['network', '{ zones: 0, endpoints: [ssm] }', 'error: Only s3 and dynamodb are reached without subnets'],
  ['firewall', '{ allow: [{ ports: [80, 99999], from: anywhere }] }', 'error: "99999" is above the highest port'],
  ['subnet', '{}', 'error: Subnet "R" needs "cidr".'],
  ['subnet', '{ cidr: 10.0.9.0/24, nat: $Other }', 'error: firewall "Other" offers no "route", which is needed here.'],
  [
    'subnet',
    `{ cidr: 10.0.9.0/24, allow: [{ from: anywhere, ports: [${Array.from({ length: 21 }, (_, at) => at + 1)}] }] }`,
    'error: More than 20 entries of one kind are more than a list has room for.',
  ],
  ['loadbalancer', '{}', 'warning: A load balancer without servers answers every request with an error.'],
  ['loadbalancer', `{ internal: true, servers: 1, network: ${network} }`, 'error: An internal load balancer lets in'],
  ['loadbalancer', '{ protocol: tls, targets: $Other }', 'error: What is encrypted needs a certificate.'],
  ['loadbalancer', '{ protocol: tcp, routes: [{ paths: /a, targets: $Other }] }', 'error: Only a load balancer that'],
  ['loadbalancer', '{ routes: [{ paths: /a }] }', 'error: Such requests go to servers, are answered at once'],
  ['loadbalancer', '{ routes: [{ answer: { status: 200 } }] }', 'error: It is not said for which requests this is.'],
  ['loadbalancer', '{ otherwise: {} }', 'error: All other requests are either answered at once'],
  [
    'certificate',
    '{ names: a.example.com, by: email, zone: Z1 }',
    'error: What is proved by mail needs no hosted zone.',
  ],
  ['database', '{}', 'error: Database "R" needs "engine".'],
  ['database', '{ engine: mysql, replicas: 1, backupRetentionPeriod: 0 }', 'error: A database without backups cannot'],
  ['database', '{ engine: mysql, parameters: { max_connections: 9 } }', 'error: Which settings there are depends on'],
  ['database', '{ engine: mysql, storageType: io2 }', 'error: A disk of this kind needs to know how many reads'],
  ['database', '{ engine: mysql, cpu: 2, ram: 3 }', 'error: "3" is not in the table "sizes(cpu)".'],
  ['database', '{ engine: mysql, alarms: {} }', 'error: "alarms" of database "R" needs "notify".'],
  ['aurora', '{ engine: postgres, backtrack: 24h }', 'error: Only Aurora for MySQL can be wound back.'],
  ['aurora', '{ engine: mysql, parameters: { x: 1 } }', 'error: Which settings there are depends on the version'],
  ['bucket', '{ notifications: [{ to: $Other }] }', 'error: firewall "Other" offers no "arn", which is needed here.'],
  ['bucket', '{ lifecycle: [{ move: { COLD: 30 } }] }', 'error: "COLD" is not a property of'],
  ['dns', '{ from: a.example.com }', 'error: Dns "R" needs "to".'],
  [
    'dns',
    '{ from: a.example.com, type: A, values: 192.0.2.7, zone: Z1, zoneName: b }',
    'error: A record is in one zone.',
  ],
  ['webapp', '{ platform: p, uses: $Other }', 'error: What it uses lets in what is in its network'],
  ['webapp', '{ platform: p, tier: web, queue: { url: u } }', 'error: Only a worker is sent messages.'],
  ['database', '{ engine: mysql, password: hunter2 }', 'error: A secret stands here as text.'],
  ['database', `{ engine: mysql, network: ${network} }`, 'warning: Nobody can connect to this database.'],
  ['cdn', '{ defaultSource: $Other }', 'error: firewall "Other" offers no "origin", which is needed here.'],
  ['bucket', '{ name: Big_Bucket }', 'error: "Big_Bucket" does not have the form'],
  ['bucket', '{ readers: [$Other] }', 'error: firewall "Other" offers no "reader", which is needed here.'],
  ['dns', '{ from: nowhere, to: $Other }', 'error: "nowhere" does not have the form'],
];

describe('a mistake in the config of', () => {
  for (const [type, config, message] of cases) {
    it(`${type} ${config}`, () => {
      const { messages } = resources(
        `- { type: ${type}, id: R, config: ${config} }\n- { type: firewall, id: Other, config: { network: { vpc: vpc-2 } } }`,
      );
      const found = messages.filter((one) => one.startsWith(`2: ${message}`));
      expect(found, messages.join('\n')).to.have.length(1);
    });
  }
});
