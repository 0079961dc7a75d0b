import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scenario } from '../harness/scenario.js';

const text = 'name: protected\nresources:\n  - { id: News, type: AWS::SNS::Topic }\n';

scenario('protected', ({ folder, step }) => {
  const deploy = async () => {
    writeFileSync(join(folder, 'protected.yaml'), text);
    return ['deploy', 'protected.yaml', '--yes', '--format', 'json'];
  };
  const destroy = ['destroy', 'protected.yaml', '--yes'];

  step('create', deploy, { code: 0, changes: ['add News'], status: 'CREATE_COMPLETE' });
  step('protect', ['protect', 'protected.yaml'], { code: 0 });
  step('destroy what is protected', destroy, { code: 6, status: 'CREATE_COMPLETE' });
  step('unprotect', ['protect', 'protected.yaml', '--off'], { code: 0 });
  step('destroy', destroy, { code: 0, status: 'none' });
});
