import { chmodSync, existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { expect } from 'chai';
import { type Circumstances, type Ended, jiml, jobs, project } from './jiml.js';

const good = 'resources:\n  - id: Jobs\n    type: AWS::SQS::Queue\n    config: { DelaySeconds: 5 }\n';
const bad = 'resources:\n  - id: Jobs\n    type: AWS::SQS::Queue\n    confg: { DelaySeconds: 5 }\n';
const doubtful = 'resources:\n  - id: Jobs\n    type: AWS::SQS::Queue\n    metadata: { Fast: yes }\n';
const template = { Resources: { Jobs: { Type: 'AWS::SQS::Queue', Properties: { DelaySeconds: 5 } } } };

let folder = '';
let remove = () => {};

function inProject(): void {
  beforeEach(() => {
    const files = { 'good.yaml': good, 'bad.yaml': bad, 'doubtful.yaml': doubtful, 'whole/a.yaml': good };
    ({ folder, remove } = project({
      ...files,
      ...jobs,
      'own.yaml': jobs['components/jobs/examples/simple.yaml'] ?? '',
    }));
  });
  afterEach(() => remove());
}

const run = (args: readonly string[], more: Circumstances = {}): Promise<Ended> => jiml(args, { cwd: folder, ...more });
const read = (file: string) => readFileSync(join(folder, file), 'utf8');

describe('jiml check', () => {
  inProject();

  it('is silent about what is right', async () => {
    expect(await run(['check', 'good.yaml', 'whole', 'own.yaml'])).to.include({ code: 0, stdout: '', stderr: '' });
  });

  it('reports on standard error', async () => {
    const { code, stdout, stderr } = await run(['check', 'bad.yaml', 'good.yaml']);
    expect({ code, stdout }).to.deep.equal({ code: 1, stdout: '' });
    expect(stderr).to.match(/^bad\.yaml:4:5: error: .*"confg".*\n {2}\|\n4 \| {5}confg: .*\n {2}\| {5}\^{5}\n/);
    expect(stderr).to.match(/\n1 error in bad\.yaml\n$/);
  });

  it('reads standard input', async () => {
    const { code, stderr } = await run(['check', '-'], { stdin: bad });
    expect(code).to.equal(1);
    expect(stderr).to.match(/^-:4:5: error: /);
  });

  it('makes warnings errors when it is strict', async () => {
    const lax = await run(['check', 'doubtful.yaml']);
    expect(lax.code).to.equal(0);
    expect(lax.stderr).to.match(/: warning: .*\n1 warning in doubtful\.yaml\n$/s);
    const strict = await run(['check', '--strict', 'doubtful.yaml']);
    expect(strict.code).to.equal(1);
    expect(strict.stderr).to.match(/: error: .*\n1 error in doubtful\.yaml\n$/s);
  });

  const machines: readonly (readonly [string, (printed: string) => unknown])[] = [
    ['json', (printed) => JSON.parse(printed).diagnostics[0].span.start.line],
    ['sarif', (printed) => JSON.parse(printed).runs[0].results[0].locations[0].physicalLocation.region.startLine],
    ['github', (printed) => Number(/^::error file=bad\.yaml,line=(\d+),/.exec(printed)?.[1])],
  ];
  for (const [format, line] of machines) {
    it(`--format ${format} goes to standard output`, async () => {
      const { code, stdout, stderr } = await run(['check', '--format', format, 'bad.yaml']);
      expect({ code, stderr }).to.deep.equal({ code: 1, stderr: '' });
      expect(line(stdout)).to.equal(4);
    });
  }

  it('prints a report for a machine also where there is nothing to report', async () => {
    const { stdout } = await run(['check', '--format', 'json', 'good.yaml']);
    expect(JSON.parse(stdout)).to.deep.equal({ version: 1, diagnostics: [] });
  });
});

describe('jiml compile', () => {
  inProject();

  it('prints the template', async () => {
    const { code, stdout, stderr } = await run(['compile', 'good.yaml']);
    expect({ code, stderr }).to.deep.equal({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).to.deep.include(template);
    expect(stdout.endsWith('}\n')).to.equal(true);
  });

  it('prints the same for a folder, for standard input, and for JSON', async () => {
    const json = JSON.stringify({ resources: [{ id: 'Jobs', type: 'AWS::SQS::Queue', config: { DelaySeconds: 5 } }] });
    const { stdout } = await run(['compile', 'good.yaml']);
    expect((await run(['compile', 'whole'])).stdout).to.equal(stdout);
    expect((await run(['compile', '-'], { stdin: good })).stdout).to.equal(stdout);
    expect((await run(['compile', '-'], { stdin: json })).stdout).to.equal(stdout);
  });

  it('--minify says the same in one line', async () => {
    const { stdout } = await run(['compile', '--minify', 'good.yaml']);
    expect(stdout.split('\n')).to.have.length(2);
    expect(JSON.parse(stdout)).to.deep.equal(JSON.parse((await run(['compile', 'good.yaml'])).stdout));
  });

  it('--assets writes what is packed', async () => {
    const runs = 'resources: [{ id: F, type: function, config: { code: { folder: whole } } }]';
    const { code, stdout } = await run(['compile', '-', '--assets', 'out'], { stdin: runs });
    expect(code).to.equal(0);
    const { S3Key } = JSON.parse(stdout).Resources.F.Properties.Code;
    expect(read(join('out', S3Key))).to.match(/^PK/);
  });

  it('-o writes a file, and folders on the way to it', async () => {
    expect(await run(['compile', 'good.yaml', '-o', 'a/b/c.json'])).to.include({ code: 0, stdout: '', stderr: '' });
    expect(JSON.parse(read('a/b/c.json'))).to.deep.include(template);
  });

  it('writes several blueprints to a folder', async () => {
    expect(await run(['compile', 'good.yaml', 'whole', '-o', 'out'])).to.include({ code: 0, stdout: '', stderr: '' });
    expect(read('out/good.template.json')).to.equal(read('out/whole.template.json'));
  });

  it('writes nothing where something is wrong', async () => {
    const { code, stdout } = await run(['compile', 'good.yaml', 'bad.yaml', '-o', 'out']);
    expect({ code, stdout }).to.deep.equal({ code: 1, stdout: '' });
    expect(existsSync(join(folder, 'out'))).to.equal(false);
  });

  it('reports beside its result', async () => {
    const { code, stdout, stderr } = await run(['compile', '--format', 'json', 'doubtful.yaml']);
    expect(code).to.equal(0);
    expect(JSON.parse(stdout).Resources).to.have.keys('Jobs');
    expect(JSON.parse(stderr).diagnostics[0].severity).to.equal('warning');
  });

  it('--components finds types elsewhere', async () => {
    const blueprint = { stdin: 'resources: [{ type: jobs, id: J, config: { delay: 1 } }]\n' };
    const { folder: other, remove: removeOther } = project({});
    const found = await run(['compile', '-', '--components', join(folder, 'components')], { ...blueprint, cwd: other });
    const missed = await run(['compile', '-'], { ...blueprint, cwd: other });
    removeOther();
    expect(found).to.include({ code: 0, stderr: '' });
    expect(missed.code).to.equal(1);
  });

  for (const phase of ['document', 'blueprint', 'graph', 'template']) {
    it(`--show ${phase} is JSON`, async () => {
      const { code, stdout, stderr } = await run(['compile', '--show', phase, 'good.yaml']);
      expect({ code, stderr }).to.deep.equal({ code: 0, stderr: '' });
      expect(JSON.stringify(JSON.parse(stdout))).to.include('"Jobs"');
    });
  }

  const refused: readonly (readonly [readonly string[], number, RegExp])[] = [
    [['compile', 'good.yaml', 'whole'], 2, /need a folder to be written to: add -o FOLDER/],
    [['compile', 'good.yaml', '-o', 'good.yaml'], 2, /"good\.yaml" would be overwritten/],
    [['compile', 'good.yaml', '-o', 'whole'], 3, /^jiml: Cannot open "whole": illegal operation on a directory\.\n$/],
    [
      ['compile', 'good.yaml', '-o', 'good.yaml/x.json'],
      3,
      /^jiml: Cannot mkdir "good\.yaml": file already exists\.\n$/,
    ],
  ];
  for (const [args, expected, message] of refused) {
    it(`refuses ${args.join(' ')}`, async () => {
      const { code, stdout, stderr } = await run(args);
      expect({ code, stdout }).to.deep.equal({ code: expected, stdout: '' });
      expect(stderr).to.match(message);
      expect(read('good.yaml')).to.equal(good);
    });
  }
});

describe('jiml flow and graph', () => {
  inProject();

  it('flow prints steps', async () => {
    const { code, stdout, stderr } = await run(['flow', 'good.yaml']);
    expect({ code, stderr }).to.deep.equal({ code: 0, stderr: '' });
    expect(stdout).to.match(/^create AWS::SQS::Queue Jobs\n/);
  });

  it('flow prints steps as data', async () => {
    const { stdout } = await run(['flow', '--json', 'good.yaml', 'whole']);
    const flows = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const schema = JSON.parse(
      readFileSync(new URL('../../../schemas/output/flow.schema.json', import.meta.url), 'utf8'),
    );
    const validate = new Ajv().compile(schema);
    expect(flows.map((one) => validate(one))).to.deep.equal([true, true]);
    expect(flows.map(({ name, steps }) => [name, steps.length])).to.deep.equal([
      ['good', 2],
      ['whole', 2],
    ]);
  });

  it('flow tells several blueprints apart', async () => {
    const { stdout } = await run(['flow', 'good.yaml', 'whole']);
    expect(stdout).to.match(/^# good\ncreate .*\n\n# whole\ncreate /s);
  });

  const pictures: readonly (readonly [string, RegExp])[] = [
    ['svg', /^<svg[\s>].*Jobs.*<\/svg>\n$/s],
    ['dot', /^digraph .*Jobs.*\}\n$/s],
    ['mermaid', /^(?:flowchart|graph) .*Jobs/s],
    ['json', /^\{.*"Jobs".*\}\n$/s],
  ];
  for (const [format, form] of pictures) {
    it(`graph --format ${format} draws`, async () => {
      const { code, stdout, stderr } = await run(['graph', '--format', format, 'good.yaml']);
      expect({ code, stderr }).to.deep.equal({ code: 0, stderr: '' });
      expect(stdout).to.match(form);
    });
  }

  it('graph --report says how problems are told', async () => {
    const { code, stdout, stderr } = await run(['graph', '--report', 'json', 'bad.yaml']);
    expect({ code, stdout }).to.deep.equal({ code: 1, stdout: '' });
    expect(JSON.parse(stderr).diagnostics).to.have.length(1);
  });

  it('graph --open hands the picture to the program that the platform has', async function () {
    if (process.platform !== 'linux') return this.skip();
    const { folder: bin, remove: removeBin } = project({ 'xdg-open': '#!/bin/sh\necho "$1" > "$OPENED"\n' });
    chmodSync(join(bin, 'xdg-open'), 0o755);
    const opened = join(folder, 'opened');
    const env = { PATH: `${bin}:${process.env.PATH}`, OPENED: opened };
    const { code, stdout, stderr } = await run(['graph', '--open', '-o', 'g.svg', 'good.yaml'], { env });
    for (let i = 0; i < 100 && !existsSync(opened); i++) await new Promise((resolve) => setTimeout(resolve, 50));
    removeBin();
    expect({ code, stdout, stderr }).to.deep.equal({ code: 0, stdout: '', stderr: '' });
    expect(readFileSync(opened, 'utf8')).to.equal('g.svg\n');
    expect(read('g.svg')).to.include('<svg');
  });

  it('graph --open says when there is no such program', async function () {
    if (process.platform !== 'linux') return this.skip();
    const { folder: bin, remove: removeBin } = project({});
    symlinkSync(process.execPath, join(bin, 'node'));
    const { code, stderr } = await run(['graph', '--open', '-o', 'g.svg', 'good.yaml'], { env: { PATH: bin } });
    removeBin();
    expect(code).to.equal(3);
    expect(stderr).to.match(/^jiml: spawn xdg-open ENOENT\.\n$/);
  });
});
