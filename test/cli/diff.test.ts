import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { expect } from 'chai';
import { type Circumstances, type Ended, jiml, project } from './jiml.js';

const shop = (delay: number) => `resources:
  - id: Jobs
    type: AWS::SQS::Queue
    config: { DelaySeconds: ${delay} }
`;
const template = (delay: number, queue = 'Jobs') =>
  JSON.stringify({ Resources: { [queue]: { Type: 'AWS::SQS::Queue', Properties: { DelaySeconds: delay } } } });
const conditional = `Parameters: { Big: { Type: String, Default: 'no' }, Secret: { Type: String, NoEcho: true, Default: hunter22 } }
Conditions: { IsBig: !Equals [!Ref Big, 'yes'] }
Resources:
  Always: { Type: AWS::SQS::Queue, Properties: { QueueName: !Ref Secret } }
  More: { Type: AWS::SQS::Queue, Condition: IsBig }
`;

let folder = '';
let remove = () => {};

const diff = (args: readonly string[], more: Circumstances = {}): Promise<Ended> =>
  jiml(['diff', ...args], { cwd: folder, ...more });
const put = (file: string, text: string) => writeFileSync(join(folder, file), text);

describe('jiml diff', () => {
  before(() => {
    ({ folder, remove } = project({
      'old.yaml': shop(5),
      'new.yaml': shop(30),
      'same.yaml': `# another comment\n${shop(5)}`,
      'bad.yaml': 'resources: [{ type: buket }]\n',
      'old.json': template(5),
      'new.json': template(5, 'Work'),
      'one/a.json': template(1),
      'one/b.json': template(2),
      'two/b.json': template(3),
      'two/c.json': template(4),
      'conditional.yaml': conditional,
      'yes.json': '[{"ParameterKey":"Big","ParameterValue":"yes"}]',
      'map.yaml': 'Big: yes\n',
      'other.yaml': 'Small: 1\n',
    }));
  });
  after(() => remove());

  it('says what is different between two blueprints', async () => {
    expect(await diff(['old.yaml', 'new.yaml'])).to.include({
      code: 0,
      stderr: '',
      stdout: `From old.yaml to new.yaml

~ Jobs (AWS::SQS::Queue) changes in place new.yaml:2
    ~ DelaySeconds: 5 → 30

0 to add, 1 to change, 0 to replace, 0 to delete.
`,
    });
  });

  it('compares with what is called the same in a folder', async () => {
    const { stdout } = await diff(['--against', 'two', 'one/b.json']);
    expect(stdout)
      .to.match(/^From two\/b\.json to one\/b\.json\n/)
      .and.include('3 → 2');
  });

  it('takes a template for a side, and standard input', async () => {
    const { stdout } = await diff(['old.json', '-'], { stdin: shop(5) });
    expect(stdout).to.match(/^From old\.json to -\n\n(?:.*\n\n)?Nothing would change\.\n$/);
  });

  it('says that a rename deletes and creates', async () => {
    const { stdout } = await diff(['old.json', 'new.json']);
    expect(stdout).to.include('It has the same content as Jobs, which goes away');
    expect(stdout).to.match(/\n1 to add, 0 to change, 0 to replace, 1 to delete\.\n$/);
  });

  it('compares folders of templates by their names', async () => {
    const { stdout } = await diff(['one', 'two']);
    expect(stdout).to.match(/^From one\/a\.json to two\/a\.json\n[^+]*\n- Jobs/);
    expect(stdout).to.include('From one/b.json to two/b.json\n');
    expect(stdout).to.include('From one/c.json to two/c.json\n\n+ Jobs');
    expect(stdout).to.match(/\n\n1 to add, 1 to change, 0 to replace, 1 to delete\.\n$/);
  });

  const values: readonly (readonly [readonly string[], RegExp])[] = [
    [['-P', 'Big=yes'], /Nothing would change/],
    [['--params-before', 'yes.json'], /- More \(.*\n0 to add, 0 to change, 0 to replace, 1 to delete/s],
    [['--params', 'map.yaml', '--params-before', 'map.yaml'], /Nothing would change/],
    [['--params', 'yes.json', '-P', 'Big=no', '--params-before', 'map.yaml'], /- More/],
  ];
  for (const [flags, expected] of values) {
    it(`evaluates conditions with ${flags.join(' ')}`, async () => {
      const { code, stdout } = await diff([...flags, 'conditional.yaml', 'conditional.yaml']);
      expect(code).to.equal(0);
      expect(stdout).to.match(expected);
    });
  }

  it('never shows what is not echoed', async () => {
    put('changed.yaml', conditional.replace('!Ref Secret', '!Sub "${Secret}-x"'));
    const { stdout } = await diff(['--full', '-P', 'Secret=opensesame', 'conditional.yaml', 'changed.yaml']);
    expect(stdout)
      .to.include('QueueName')
      .and.not.match(/hunter22|opensesame/);
  });

  const codes: readonly (readonly [string, string, number])[] = [
    ['old.yaml', 'same.yaml', 0],
    ['old.yaml', 'new.yaml', 4],
    ['old.json', 'new.json', 5],
    ['old.yaml', 'bad.yaml', 1],
  ];
  for (const [before, after, code] of codes) {
    it(`--exit-code ends with ${code} for ${before} and ${after}`, async () => {
      expect((await diff(['--exit-code', before, after])).code).to.equal(code);
    });
  }

  it('reports what is wrong with a blueprint, in the form that is asked for', async () => {
    const { code, stdout, stderr } = await diff(['--report', 'json', 'bad.yaml', 'old.yaml']);
    expect({ code, stdout }).to.deep.equal({ code: 1, stdout: '' });
    expect(JSON.parse(stderr).diagnostics[0]).to.include({ code: 'unknown-type', file: 'bad.yaml' });
  });

  it('prints JSON as its schema says', async () => {
    const schema = JSON.parse(
      readFileSync(new URL('../../../schemas/output/diff.schema.json', import.meta.url), 'utf8'),
    );
    const validate = new Ajv({ allowUnionTypes: true }).compile(schema);
    for (const sides of [
      ['old.yaml', 'new.yaml'],
      ['old.json', 'new.json'],
      ['one', 'two'],
      ['conditional.yaml', 'old.yaml'],
    ]) {
      const { stdout } = await diff(['--format', 'json', ...sides]);
      expect(validate(JSON.parse(stdout)), JSON.stringify(validate.errors)).to.equal(true);
    }
  });

  for (const form of ['text', 'json', 'markdown', 'github', 'sarif', 'html']) {
    it(`--format ${form} is the same twice, and has no colours`, async () => {
      const sides = ['--format', form, 'old.yaml', 'new.yaml'];
      const { code, stdout } = await diff(sides);
      expect(code).to.equal(0);
      expect(stdout).not.to.include('\x1b');
      expect((await diff(sides)).stdout).to.equal(stdout);
    });
  }

  it('uses colours where it is told to', async () => {
    expect((await diff(['--color', 'old.yaml', 'new.yaml'])).stdout).to.include(
      '\x1b[33m~ DelaySeconds: 5 → 30\x1b[0m',
    );
  });

  const misuses: readonly (readonly [readonly string[], RegExp])[] = [
    [['old.yaml', 'new.yaml', 'same.yaml'], /add --against git:HEAD/],
    [['--against', 'stack:', '-'], /does not say its stack: write stack:NAME/],
    [['nowhere.yaml', 'old.yaml'], /There is no file or folder "nowhere.yaml"/],
    [['-', '-'], /Standard input can be one side only/],
    [['git:HEAD', '-'], /no name that a commit could have/],
    [['git:HEAD', 'git:main'], /name no file/],
    [['git:', 'old.yaml'], /"git:" names no commit/],
    [['git:--output=x', 'old.yaml'], /names no commit/],
    [['git:HEAD:', 'old.yaml'], /names no file/],
    [['old.yaml'], /is in no git repository/],
    [['-P', 'Big', 'old.yaml', 'new.yaml'], /"Big" is no value of a parameter: write it as Key=Value/],
    [['-P', 'Bg=1', 'conditional.yaml', 'conditional.yaml'], /No side has a parameter "Bg"/],
    [['--params', 'other.yaml', 'conditional.yaml', 'conditional.yaml'], /No side has a parameter "Small"/],
    [['--params', 'one', 'old.yaml', 'new.yaml'], /"one" cannot be read/],
    [['--params', 'missing.json', 'old.yaml', 'new.yaml'], /There is no file or folder "missing.json"/],
    [['old.yaml', 'one'], /not both folders of templates/],
    [['--against', 'old.yaml', 'new.yaml', 'same.yaml'], /is one side for several/],
  ];
  for (const [args, message] of misuses) {
    it(`jiml diff ${args.join(' ')} is wrong usage`, async () => {
      const { code, stdout, stderr } = await diff(args, { env: { GIT_CEILING_DIRECTORIES: tmpdir() } });
      expect({ code, stdout }).to.deep.equal({ code: 2, stdout: '' });
      expect(stderr)
        .to.match(/^jiml: /)
        .and.match(message);
    });
  }
});
