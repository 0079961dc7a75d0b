import { expect } from 'chai';
import { validates } from '../deploy/queries/schema.js';
import { jiml, project } from './jiml.js';

const BLUEPRINT = `name: jobs
region: eu-central-1
resources:
  - { id: Jobs, type: AWS::SQS::Queue, config: { DelaySeconds: 5 } }
outputs:
  Jobs: $Jobs
`;

describe('the commands that look at stacks, as processes', () => {
  let made: ReturnType<typeof project>;
  before(async () => {
    made = project({ 'jobs.yaml': BLUEPRINT });
    const { code } = await jiml(['deploy', '--local', '--fast', '--yes'], { cwd: made.folder });
    expect(code).to.equal(0);
  });
  after(() => made.remove());

  const documents: readonly (readonly [string, readonly string[]])[] = [
    ['status', ['status']],
    ['outputs', ['outputs']],
    ['resources', ['resources', 'Jobs']],
    ['drift', ['drift']],
    ['list', ['list']],
    ['rehearsal', ['rehearse', '--deep', '--from', 'nothing']],
  ];
  for (const [name, args] of documents) {
    it(`print nothing but one document: jiml ${args.join(' ')} --format json`, async () => {
      const where = name === 'list' ? ['--region', 'eu-central-1'] : [];
      const local = name === 'rehearsal' ? [] : ['--local'];
      const { stdout, code } = await jiml([...args, ...local, ...where, '--format', 'json'], { cwd: made.folder });
      expect(code).to.equal(0);
      validates(name, JSON.parse(stdout));
    });
  }

  it('print the bare value of an output, whatever else is told', async () => {
    const { stdout, stderr } = await jiml(['outputs', 'Jobs', '--local'], { cwd: made.folder });
    expect(stdout).to.match(/^https:\/\/\S+\n$/);
    expect(stderr).to.equal('');
  });

  const failures: readonly (readonly [readonly string[], number, RegExp])[] = [
    [['status', '--stack', 'nothing', '--region', 'eu-central-1'], 3, /There is no stack "nothing" in eu-central-1/],
    [['outputs', 'Jods'], 2, /has no output "Jods"\. Did you mean "Jobs"\?/],
    [['resources', 'Jobs', '--user-data'], 2, /"Jobs" runs no script/],
    [['diff', 'jobs.yaml', '--against', 'stack:nothing'], 3, /There is no stack "nothing"/],
  ];
  for (const [args, expected, message] of failures) {
    it(`jiml ${args.join(' ')} --local ends with ${expected}`, async () => {
      const { stdout, stderr, code } = await jiml([...args, '--local'], { cwd: made.folder });
      expect({ stdout, code }).to.deep.equal({ stdout: '', code: expected });
      expect(stderr).to.match(message);
    });
  }
});
