import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { edited } from '../harness/blueprints.js';
import { query, textsOf } from '../harness/query.js';
import { scenario } from '../harness/scenario.js';
import { resourcesOf } from '../harness/stack.js';

const text = edited('messages.yaml');
const updated = edited('messages.yaml', ['DisplayName: one', 'DisplayName: two'], ['Timeout: 40', 'Timeout: 50']);
const renamed = updated.replace('DisplayName: two', 'DisplayName: two, TopicName: latest');
const done = { code: 0, left: 0 } as const;

scenario('messages', ({ endpoint, folder, step, check }) => {
  const written = (blueprint: string) => {
    const file = /^name: .*$/m.exec(blueprint)?.[0].slice('name: '.length) ?? '';
    writeFileSync(join(folder, `${file}.yaml`), blueprint);
    return `${file}.yaml`;
  };
  const deploy =
    (blueprint: string, ...more: readonly string[]) =>
    async () => {
      return ['deploy', written(blueprint), '--yes', '--format', 'json', ...more];
    };
  const destroy = (stack: string) => ['destroy', '--stack', stack, '--yes', '--allow', 'delete:*'];

  step('create', deploy(text, '--allow', 'capability:CAPABILITY_IAM'), {
    ...done,
    changes: ['add Address', 'add Inbox', 'add News', 'add Reader'],
    status: 'CREATE_COMPLETE',
    outputs: { Inbox: /Inbox/, Delay: /^5$/ },
  });
  check('exports', async () => {
    const xml = await query(endpoint, 'cloudformation', 'ListExports');
    expect(textsOf(xml, 'Name')).to.include('messages-inbox');
    expect(textsOf(xml, 'Value')).to.include((await resourcesOf(endpoint, 'messages')).get('Inbox'));
  });
  step('outputs', ['outputs', 'Delay', '--stack', 'messages'], { code: 0, says: /^5\n$/ });
  step('no change', deploy(text), { ...done, changes: [], status: 'CREATE_COMPLETE' });
  step('the same written differently', deploy(`# News.\n${text}`), { ...done, changes: [], status: 'CREATE_COMPLETE' });
  step('update in place', deploy(updated), {
    ...done,
    changes: ['modify Inbox', 'modify News'],
    status: 'UPDATE_COMPLETE',
  });
  step('update of a parameter', deploy(updated, '-P', 'Delay=7'), {
    ...done,
    changes: ['modify Inbox'],
    status: 'UPDATE_COMPLETE',
    outputs: { Delay: /^7$/ },
  });
  step('a condition that becomes true', deploy(updated, '-P', 'Archived=yes'), {
    ...done,
    changes: ['add Archive'],
    status: 'UPDATE_COMPLETE',
    outputs: { Delay: /^7$/ },
  });
  step('a condition that becomes false', deploy(updated, '-P', 'Archived=no', '--allow', 'delete:Archive'), {
    ...done,
    changes: ['remove Archive'],
    status: 'UPDATE_COMPLETE',
  });
  const plan = async () => ['plan', written(renamed), '--out', 'plan.json', '--format', 'json'];
  step('plan', plan, { code: 0, changes: ['replace News'], status: 'UPDATE_COMPLETE' });
  step('update with replacement, as planned', ['deploy', '--plan', 'plan.json', '--yes', '--format', 'json'], {
    ...done,
    status: 'UPDATE_COMPLETE',
  });
  check('the new topic', async () => {
    expect((await resourcesOf(endpoint, 'messages')).get('News')).to.match(/:latest$/);
  });
  step('a tag', deploy(renamed, '--tag', 'team=news'), {
    ...done,
    changes: ['modify Address', 'modify Inbox', 'modify News', 'modify Reader'],
    status: 'UPDATE_COMPLETE',
  });
  step('events', ['events', '--stack', 'messages'], { code: 0, says: /UPDATE_COMPLETE/ });
  step('resources', ['resources', '--stack', 'messages'], { code: 0, says: /Inbox/ });
  step('status', ['status', '--stack', 'messages'], { code: 0, says: /UPDATE_COMPLETE/ });
  step('create from an import', deploy(edited('reader.yaml')), {
    ...done,
    stack: 'reader',
    changes: ['add Copy'],
    status: 'CREATE_COMPLETE',
  });
  step('destroy what is imported', destroy('messages'), { code: 6, says: /reader/, status: 'UPDATE_COMPLETE' });
  step('destroy the importer', destroy('reader'), { code: 0, stack: 'reader', status: 'none' });
  step('destroy', destroy('messages'), { code: 0, status: 'none' });
  step('destroy again', destroy('messages'), { code: 0, status: 'none' });
});

scenario('declined', ({ folder, step }) => {
  const deploy = async () => {
    writeFileSync(join(folder, 'declined.yaml'), edited('messages.yaml', ['name: messages', 'name: declined']));
    return ['deploy', 'declined.yaml', '--yes', '--format', 'json'];
  };
  step('create without what must be allowed', deploy, { code: 6, says: /CAPABILITY_IAM/, status: 'none' });
});
