import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectIn, without } from '../harness/project.js';
import { scenario } from '../harness/scenario.js';
import { servers } from './known.js';

const destroy = ['--yes', '--allow', 'delete:*'];

scenario('shop', ({ endpoint, folder, step }) => {
  const deploy = async () => {
    projectIn(folder, servers[endpoint.name].config);
    return ['deploy', 'shop.yaml', '--yes', '--format', 'json'];
  };
  step('create', deploy, { code: 0, status: 'CREATE_COMPLETE' });
  step('no change', deploy, { code: 0, left: 0, changes: [], status: 'CREATE_COMPLETE' });
  step('destroy', ['destroy', 'shop.yaml', ...destroy], { code: 0, status: 'none' });
});

scenario('counter', ({ endpoint, folder, step }) => {
  const deploy = async () => {
    projectIn(folder, servers[endpoint.name].config);
    const shop = readFileSync(join(folder, 'shop.yaml'), 'utf8');
    writeFileSync(join(folder, 'counter.yaml'), `name: counter\n${without(shop, 'cdn', 'dns')}`);
    return ['deploy', 'counter.yaml', '--yes', '--format', 'json'];
  };
  step('create', deploy, { code: 0, status: 'CREATE_COMPLETE' });
  step('no change', deploy, { code: 0, left: 0, changes: [], status: 'CREATE_COMPLETE' });
  step('destroy', ['destroy', 'counter.yaml', ...destroy], { code: 0, status: 'none' });
});
