import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { instanceOf, surroundingsOf, userDataOf } from '../harness/ec2.js';
import { jiml } from '../harness/jiml.js';
import { projectIn } from '../harness/project.js';
import { query, textsOf } from '../harness/query.js';
import { scenario } from '../harness/scenario.js';
import { expectScript } from '../harness/script.js';
import { resourcesOf } from '../harness/stack.js';
import { servers } from './known.js';

/** What a shell would make something of. */
const secret = `p"$(id)' \`id\` \\ \${HOME} !#`;
const password = 'a rather long password';

scenario('vpn', ({ endpoint, folder, step, check }) => {
  const deploy = async () => {
    projectIn(folder, servers[endpoint.name].config);
    writeFileSync(join(folder, 'psk'), secret);
    writeFileSync(join(folder, 'password'), password);
    const { network, subnet, key } = await surroundingsOf(endpoint);
    const given = { VPC: network, Subnet: subnet, KeyName: key, IPSecSharedSecret: '@psk', VPNPassword: '@password' };
    const parameters = Object.entries(given).flatMap(([name, value]) => ['-P', `${name}=${value}`]);
    return ['deploy', 'vpn.yaml', '--yes', '--format', 'json', ...parameters];
  };
  const server = async () => (await resourcesOf(endpoint, 'vpn')).get('VpnServer') ?? '';

  const expectWhole = async (instance: string) =>
    expectScript(await userDataOf(endpoint, instance), {
      file: join(folder, 'scripts', 'vpn.sh'),
      variables: { IPSEC_PSK: secret, VPN_USER: 'vpn', VPN_PASSWORD: password },
      stack: 'vpn',
      id: 'VpnServer',
    });

  step('create', deploy, {
    code: 0,
    changes: [
      'add VpnServer',
      'add VpnServerFirewall',
      'add VpnServerFirewallAllowTcp22FromAnywhere',
      'add VpnServerFirewallAllowUdp1701FromAnywhere',
      'add VpnServerFirewallAllowUdp4500FromAnywhere',
      'add VpnServerFirewallAllowUdp500FromAnywhere',
    ],
    status: 'CREATE_COMPLETE',
    outputs: { ServerIP: /^\d+\.\d+\.\d+\.\d+$/, User: /^vpn$/ },
    hides: [secret, password],
  });
  check('the script that EC2 gives the machine', async () => expectWhole(await server()));
  check('the machine that EC2 has', async () => {
    const { subnet, key } = await surroundingsOf(endpoint);
    const xml = await instanceOf(endpoint, await server());
    expect(textsOf(xml, 'subnetId')).to.include(subnet);
    expect(textsOf(xml, 'keyName')).to.deep.equal([key]);
  });
  check("the machine's firewall", async () => {
    const xml = await instanceOf(endpoint, await server());
    expect(textsOf(xml, 'groupId')).to.include((await resourcesOf(endpoint, 'vpn')).get('VpnServerFirewall'));
  });
  step('no change, with the secrets that it has', ['deploy', 'vpn.yaml', '--yes', '--format', 'json'], {
    code: 0,
    changes: [],
    status: 'CREATE_COMPLETE',
  });
  check('the address', async () => {
    const told = await jiml(endpoint, folder, ['outputs', 'ServerIP', '--stack', 'vpn']);
    expect(textsOf(await instanceOf(endpoint, await server()), 'ipAddress')).to.deep.equal(told.lines);
  });
  const again = (...more: readonly string[]) => ['deploy', 'vpn.yaml', '--yes', '--format', 'json', ...more];
  step('replacement', again('-P', 'KeyName=another'), {
    code: 0,
    changes: ['replace VpnServer'],
    status: 'UPDATE_COMPLETE',
    hides: [secret, password],
  });
  check('the script that EC2 gives the new machine', async () => {
    const filter = { 'Filter.1.Name': 'key-name', 'Filter.1.Value.1': 'another' };
    const found = textsOf(await query(endpoint, 'ec2', 'DescribeInstances', filter), 'instanceId');
    expect(found).to.have.length(1);
    await expectWhole(String(found[0]));
  });
  const forward = async () => {
    const file = join(folder, 'vpn.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('sourceDestCheck: false', 'sourceDestCheck: true'));
    return again();
  };
  step('update in place', forward, { code: 0, changes: ['modify VpnServer'], status: 'UPDATE_COMPLETE' });
  step('destroy', ['destroy', 'vpn.yaml', '--yes', '--allow', 'delete:*'], { code: 0, status: 'none' });
});
