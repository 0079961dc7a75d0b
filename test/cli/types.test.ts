import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { expect } from 'chai';
import { init } from '../../compiler/commands/init.js';
import { type Ended, jiml, jobs, project } from './jiml.js';

describe('a component', () => {
  let folder = '';
  let remove = () => {};

  before(() => {
    ({ folder, remove } = project({
      ...jobs,
      'more/bin/schema.json': '{"description":"A bin."}',
      'bad/x/schema.json': '{',
    }));
  });
  after(() => remove());

  const run = (...args: string[]): Promise<Ended> => jiml(args, { cwd: folder });

  it('is listed by jiml types', async () => {
    const { code, stdout, stderr } = await run('types');
    expect({ code, stderr }).to.deep.equal({ code: 0, stderr: '' });
    expect(stdout).to.match(/^jobs +A queue of jobs\. \(component\)$/m);
    expect(stdout).not.to.include('bin');
  });

  it('is found in other folders, too', async () => {
    const { stdout } = await run('types', '--json', '--components', 'more');
    const { types } = JSON.parse(stdout);
    expect(types).to.deep.include({ name: 'bin', builtIn: false, description: 'A bin.' });
    expect(types).to.deep.include({ name: 'jobs', builtIn: false, description: 'A queue of jobs.' });
  });

  it('is explained from its folder', async () => {
    const { code, stdout, stderr } = await run('explain', 'jobs');
    expect({ code, stderr }).to.deep.equal({ code: 0, stderr: '' });
    expect(stdout).to.equal(`jobs: A queue of jobs.

Config

  delay: whole number, required
      How long a job waits before it is shown.
  fifo: boolean, default false
      Whether jobs keep their order.

Attributes

  url
      where jobs are sent

Example

  name: example
  resources:
    # the only one
    - id: Jobs
      type: jobs
      config: { delay: 5 }
`);
  });

  it('is suggested', async () => {
    const { code, stderr } = await run('explain', 'jbos');
    expect(code).to.equal(2);
    expect(stderr).to.equal('jiml: There is no code and no type "jbos". Did you mean "jobs"?\n');
  });

  it('that is no schema is said to be none', async () => {
    const { code, stderr } = await run('types', '--components', 'bad');
    expect(code).to.equal(2);
    expect(stderr).to.match(/^jiml: "bad\/x\/schema\.json" is not a JSON Schema/);
  });

  it('is in the schema for editors', async () => {
    const { code } = await run('schema', '-o', 'out/schema.json');
    expect(code).to.equal(0);
    const schema = JSON.parse(readFileSync(join(folder, 'out/schema.json'), 'utf8'));
    const validate = new Ajv({ strict: false }).compile(schema);
    expect(validate({ resources: [{ type: 'jobs', config: { delay: '$Delay' } }] })).to.equal(true);
    expect(validate({ resources: [{ type: 'jobs', config: { dealy: 1 } }] })).to.equal(false);
  });
});

describe('jiml init', () => {
  let folder = '';
  let remove = () => {};

  beforeEach(() => {
    ({ folder, remove } = project(jobs));
  });
  afterEach(() => remove());

  const flags = ['--name', 'shop', '--region', 'eu-west-1', '--type', 'jobs'];

  it('writes what its flags say, and says what to do next', async () => {
    const { code, stdout, stderr } = await jiml(['init', 'new/shop.yaml', ...flags], { cwd: folder });
    expect({ code, stderr }).to.deep.equal({ code: 0, stderr: '' });
    expect(stdout).to.include('jiml compile new/shop.yaml');
    expect(readFileSync(join(folder, 'new/shop.yaml'), 'utf8')).to.equal(
      'name: shop\nregion: eu-west-1\n\nresources:\n  # the only one\n  - id: Jobs\n    type: jobs\n    config: { delay: 5 }\n',
    );
  });

  it('refuses to overwrite', async () => {
    await jiml(['init', ...flags], { cwd: folder });
    const { code, stderr } = await jiml(['init', ...flags], { cwd: folder });
    expect(code).to.equal(2);
    expect(stderr).to.equal('jiml: "blueprint.yaml" exists already: name another file.\n');
  });

  const wrong: readonly (readonly [readonly string[], RegExp])[] = [
    [['--type', 'jbos'], /There is no type "jbos"\. Did you mean "jobs"\?/],
    [['--type', 'jobs', '--name', '1 shop'], /"1 shop" is no name/],
    [['--type', 'jobs', '--region', 'a\nb: c'], /is no region/],
  ];
  for (const [args, message] of wrong) {
    it(`refuses ${args.join(' ')}`, async () => {
      const { code, stderr } = await jiml(['init', ...args], { cwd: folder });
      expect(code).to.equal(2);
      expect(stderr).to.match(message);
      expect(existsSync(join(folder, 'blueprint.yaml'))).to.equal(false);
    });
  }

  it('asks for what is not said', async () => {
    const asked: string[] = [];
    const answers = ['', 'eu-west-1', 'jobs'];
    const before = process.cwd();
    process.chdir(folder);
    try {
      const ask = async (question: string) => {
        asked.push(question);
        return answers[asked.length - 1] ?? '';
      };
      const said = { file: 'My Shop/blueprint.yaml', name: undefined, region: undefined, type: undefined };
      const { files } = await init(said, ask);
      expect(asked.map((question) => question.replace(/[,:[].*$/s, ''))).to.deep.equal([
        'Name of the stack ',
        'Region',
        'Type of the first resource',
      ]);
      expect(files[0]?.text).to.match(/^name: My-Shop\nregion: eu-west-1\n\nresources:/);
    } finally {
      process.chdir(before);
    }
  });
});
