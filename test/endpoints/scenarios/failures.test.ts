import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { edited } from '../harness/blueprints.js';
import { scenario } from '../harness/scenario.js';
import { resourcesOf } from '../harness/stack.js';

/** The names that somebody else has. */
const first = `name: first
resources:
  - { id: Taken, type: AWS::SSM::Parameter, config: { Name: /taken, Type: String, Value: x } }
  - { id: Held, type: AWS::SSM::Parameter, config: { Name: /held, Type: String, Value: x } }
`;
const failing = edited('taken.yaml');
const well = failing.replace('/taken', '/free');
const worse = well
  .replace('Name: one', 'Name: two')
  .concat(
    '  - { id: Second, type: AWS::SSM::Parameter, waitFor: News, config: { Name: /held, Type: String, Value: x } }\n',
  );

scenario('taken', ({ endpoint, folder, step, check }) => {
  const deploy =
    (text: string, ...more: readonly string[]) =>
    async () => {
      const file = text === first ? 'first.yaml' : 'taken.yaml';
      writeFileSync(join(folder, file), text);
      return ['deploy', file, '--yes', '--format', 'json', ...more];
    };
  const destroy = ['destroy', '--stack', 'taken', '--yes', '--allow', 'delete:*'];

  step('somebody has the name', deploy(first), { code: 0, stack: 'first', status: 'CREATE_COMPLETE' });
  step('create that fails', deploy(failing), {
    code: 7,
    says: /already exists/,
    changes: ['add Address', 'add News'],
    status: 'none',
  });
  step('destroy what is left', destroy, { code: 0, status: 'none' });
  step('create that goes well', deploy(well), { code: 0, status: 'CREATE_COMPLETE' });
  let before: ReadonlyMap<string, string>;
  check('resources before', async () => {
    before = await resourcesOf(endpoint, 'taken');
    expect([...before.keys()].sort()).to.deep.equal(['Address', 'News']);
  });
  step('update that fails', deploy(worse), {
    code: 7,
    changes: ['modify News', 'add Second'],
    says: /already exists/,
    status: 'UPDATE_ROLLBACK_COMPLETE',
  });
  check('the same resources afterwards', async () => {
    expect(await resourcesOf(endpoint, 'taken')).to.deep.equal(before);
  });
  step('no change after the failure', deploy(well), { code: 0, changes: [], status: 'UPDATE_ROLLBACK_COMPLETE' });
  step('destroy', destroy, { code: 0, status: 'none' });
});
