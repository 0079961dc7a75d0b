import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { edited } from '../harness/blueprints.js';
import { scenario } from '../harness/scenario.js';

scenario('files', ({ folder, step }) => {
  const deploy =
    (...replacement: readonly (readonly [string, string])[]) =>
    async () => {
      writeFileSync(join(folder, 'files.yaml'), edited('files.yaml', ...replacement));
      return ['deploy', 'files.yaml', '--yes', '--format', 'json'];
    };
  const destroy = ['destroy', '--stack', 'files', '--yes'];
  const done = { code: 0, left: 0 } as const;

  step('create', deploy(), {
    ...done,
    changes: ['add Files', 'add Rules'],
    status: 'CREATE_COMPLETE',
    outputs: { Arn: /^arn:aws:s3:::files-/ },
  });
  step('no change', deploy(), { ...done, changes: [], status: 'CREATE_COMPLETE' });
  step('update in place', deploy(['Value: test', 'Value: tests']), {
    ...done,
    changes: ['modify Files'],
    status: 'UPDATE_COMPLETE',
  });
  step('destroy without what must be allowed', destroy, { code: 6, status: 'UPDATE_COMPLETE' });
  step('destroy', [...destroy, '--allow', 'delete:Files'], { code: 0, status: 'none' });
});
