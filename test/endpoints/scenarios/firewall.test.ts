import { expect } from 'chai';
import { groupOf, surroundingsOf } from '../harness/ec2.js';
import { projectIn } from '../harness/project.js';
import { textsOf } from '../harness/query.js';
import { scenario } from '../harness/scenario.js';
import { resourcesOf } from '../harness/stack.js';
import { servers } from './known.js';

scenario('firewall', ({ endpoint, folder, step, check }) => {
  const deploy =
    (number: number, ...more: readonly string[]) =>
    async () => {
      projectIn(folder, servers[endpoint.name].config);
      const { network, subnet, key } = await surroundingsOf(endpoint);
      const given = number > 1 ? [] : ['-P', `VPC=${network}`, '-P', `Subnet=${subnet}`, '-P', `KeyName=${key}`];
      return ['deploy', `firewall${number}.yaml`, '--yes', '--format', 'json', ...given, ...more];
    };
  /** Where the rules of the firewall let in from, as EC2 has them. */
  const sources = async () => {
    const xml = await groupOf(endpoint, (await resourcesOf(endpoint, 'firewall')).get('Firewall') ?? '');
    const incoming = /<ipPermissions>.*<\/ipPermissions>/s.exec(xml)?.[0] ?? '';
    return textsOf(incoming, 'cidrIp').toSorted();
  };
  const done = { code: 0, left: 0, status: 'UPDATE_COMPLETE' } as const;

  step('1: closed', deploy(1), {
    ...done,
    changes: ['add Firewall', 'add Server'],
    status: 'CREATE_COMPLETE',
    outputs: { PublicName: /\.amazonaws\.com$/ },
  });
  step('2: wider without being allowed', deploy(2), { code: 6, left: 0, status: 'CREATE_COMPLETE' });
  step('2: ping', deploy(2, '--allow', 'widen:*'), { ...done, changes: ['add FirewallAllowIcmpFromAnywhere'] });
  step('3: SSH from anywhere', deploy(3, '--allow', 'widen:*'), {
    ...done,
    changes: ['add FirewallAllowTcp22FromAnywhere'],
  });
  check('3: the rules that EC2 has', async () => {
    expect(await sources()).to.deep.equal(['0.0.0.0/0', '0.0.0.0/0']);
  });
  step('4: SSH from one address', deploy(4, '-P', 'IpForSSH=1.2.3.4', '--allow', 'widen:*'), {
    ...done,
    changes: ['remove FirewallAllowTcp22FromAnywhere', 'add FirewallAllowTcp22FromIpForSSH'],
  });
  check('4: the rules that EC2 has', async () => {
    expect(await sources()).to.deep.equal(['0.0.0.0/0', '1.2.3.4/32']);
  });
  step('5: a bastion host', deploy(5, '--allow', 'widen:*', '--allow', 'delete:*'), {
    ...done,
    changes: [
      'add BastionHost',
      'add Inner',
      'add InnerAllowTcp22FromFirewall',
      'remove Server',
      'add Server1',
      'add Server2',
    ],
    outputs: { BastionHostPublicName: /\.amazonaws\.com$/ },
  });
  step('no change', deploy(5), { ...done, changes: [] });
  step('destroy', ['destroy', 'firewall5.yaml', '--yes', '--allow', 'delete:*'], { code: 0, status: 'none' });
});
