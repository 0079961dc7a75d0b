import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scenario } from '../harness/scenario.js';

const text = `name: looking
resources:
  - { id: News, type: AWS::SNS::Topic }
  - { id: Address, type: AWS::SSM::Parameter, config: { Name: /looking, Type: String, Value: $News } }
`;

scenario('looking', ({ folder, step }) => {
  const file = 'looking.yaml';
  const begin = async () => {
    writeFileSync(join(folder, file), text);
    return ['deploy', file, '--yes', '--no-wait'];
  };
  const status = 'CREATE_COMPLETE';

  step('begin, and do not wait', begin, { code: 0, says: /jiml events looking\.yaml .*--follow/ });
  step('come back', ['deploy', file, '--yes', '--format', 'json'], { code: 0, changes: [], status });
  step('diff', ['diff', file, '--against', 'stack:looking', '--exit-code'], { code: 0, says: /Nothing would change/ });
  step('one resource', ['resources', file, 'News'], { code: 0, says: /arn:aws:sns:us-east-1:/ });
  step('list', ['list'], { code: 0, says: /looking +CREATE_COMPLETE/ });
  step('cancel nothing', ['cancel', file, '--yes'], { code: 6, status });
  step('roll nothing back', ['rollback', file, '--yes'], { code: 6, status });
  step('continue nothing', ['continue', file, '--yes'], { code: 6, status });
  step('drift', ['drift', file], { code: 0, says: /is as its template says/ });
  step('destroy', ['destroy', file, '--yes'], { code: 0, status: 'none' });
});
