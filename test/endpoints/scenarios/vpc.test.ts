import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { instanceOf, surroundingsOf, userDataOf } from '../harness/ec2.js';
import { projectIn } from '../harness/project.js';
import { query, textsOf } from '../harness/query.js';
import { scenario } from '../harness/scenario.js';
import { expectScript } from '../harness/script.js';
import { resourcesOf } from '../harness/stack.js';
import { servers } from './known.js';

const stack = 'vpc';

scenario(stack, ({ endpoint, folder, step, check }) => {
  const deploy = async () => {
    projectIn(folder, servers[endpoint.name].config);
    await surroundingsOf(endpoint);
    return ['deploy', 'vpc.yaml', '--yes', '--format', 'json'];
  };

  step('create', deploy, {
    code: 0,
    status: 'CREATE_COMPLETE',
    outputs: { VarnishServerAddress: /^10\.0\.2\.\d+$/, BastionHostPublicName: /\.amazonaws\.com$/ },
  });
  check('the subnets that EC2 has', async () => {
    const network = (await resourcesOf(endpoint, stack)).get('Network') ?? '';
    const xml = await query(endpoint, 'ec2', 'DescribeSubnets', {
      'Filter.1.Name': 'vpc-id',
      'Filter.1.Value.1': network,
    });
    const ranges = textsOf(xml, 'cidrBlock').toSorted();
    expect(ranges).to.deep.equal(['10.0.0.0/24', '10.0.1.0/24', '10.0.2.0/24', '10.0.3.0/24']);
  });
  check('the scripts that EC2 gives the machines', async () => {
    const ids = await resourcesOf(endpoint, stack);
    const apache = await instanceOf(endpoint, ids.get('ApacheServer') ?? '');
    const backend = textsOf(apache, 'privateIpAddress')[0] ?? '';
    for (const [id, script, variables] of [
      ['NatServer', 'nat.sh', {}],
      ['ApacheServer', 'apache.sh', {}],
      ['VarnishServer', 'varnish.sh', { BACKEND: backend }],
    ] as const) {
      const file = join(folder, 'scripts', script);
      expectScript(await userDataOf(endpoint, ids.get(id) ?? ''), { file, variables, stack, id });
    }
    expect(await userDataOf(endpoint, ids.get('BastionHost') ?? '')).to.equal('');
  });
  step('no change', deploy, { code: 0, left: 0, changes: [], status: 'CREATE_COMPLETE' });
  const larger = async () => {
    const file = join(folder, 'vpc.yaml');
    const spare = '  - { type: subnet, id: Spare, config: { cidr: 10.0.9.0/24 } }\n';
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^resources:\n/m, `$&${spare}`));
    return ['deploy', 'vpc.yaml', '--yes', '--format', 'json', '--allow', 'widen:*'];
  };
  step('update', larger, {
    code: 0,
    left: 0,
    changes: ['add Spare', 'add SpareAssociation', 'add SpareRoute', 'add SpareRoutes'],
    status: 'UPDATE_COMPLETE',
  });
  step('destroy', ['destroy', 'vpc.yaml', '--yes', '--allow', 'delete:*'], { code: 0, status: 'none' });
});
