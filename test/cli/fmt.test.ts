import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { jiml, project } from './jiml.js';

const tidy = 'resources:\n  # the one\n  - type: AWS::SQS::Queue\n    id: Jobs\n';
const untidy = 'resources:\n    # the one\n    -   id:   "Jobs"\n        type: AWS::SQS::Queue\n';
const broken = 'resources:\n  - id: [Jobs\n';

describe('jiml fmt', () => {
  let folder = '';
  let remove = () => {};

  beforeEach(() => {
    ({ folder, remove } = project({
      'tidy.yaml': tidy,
      'untidy.yaml': untidy,
      'broken.yaml': broken,
      'all/a.yaml': untidy,
    }));
  });
  afterEach(() => remove());

  const read = (file: string) => readFileSync(join(folder, file), 'utf8');

  it('formats in place, and says nothing', async () => {
    const ended = await jiml(['fmt', 'tidy.yaml', 'untidy.yaml', 'all'], { cwd: folder });
    expect(ended).to.include({ code: 0, stdout: '', stderr: '' });
    expect([read('tidy.yaml'), read('untidy.yaml'), read('all/a.yaml')]).to.deep.equal([tidy, tidy, tidy]);
  });

  it('--check names what would change, and changes nothing', async () => {
    const ended = await jiml(['fmt', '--check', 'tidy.yaml', 'untidy.yaml', 'all'], { cwd: folder });
    expect(ended).to.include({ code: 1, stdout: 'untidy.yaml\nall/a.yaml\n', stderr: '' });
    expect(read('untidy.yaml')).to.equal(untidy);
  });

  it('--check of what is formatted is content', async () => {
    expect(await jiml(['fmt', '--check', 'tidy.yaml'], { cwd: folder })).to.include({
      code: 0,
      stdout: '',
      stderr: '',
    });
  });

  it('- prints what standard input becomes', async () => {
    expect(await jiml(['fmt', '-'], { stdin: untidy })).to.include({ code: 0, stdout: tidy, stderr: '' });
  });

  it('leaves a file with errors alone, reports it, and formats the others', async () => {
    const ended = await jiml(['fmt', 'broken.yaml', 'untidy.yaml'], { cwd: folder });
    expect(ended).to.include({ code: 1, stdout: '' });
    expect(ended.stderr).to.match(/^broken\.yaml:2:9: error: .*\[unclosed-bracket\]/);
    expect([read('broken.yaml'), read('untidy.yaml')]).to.deep.equal([broken, tidy]);
  });

  it('reports to a machine on standard error', async () => {
    const { code, stdout, stderr } = await jiml(['fmt', '--format', 'json', 'broken.yaml'], { cwd: folder });
    expect({ code, stdout }).to.deep.equal({ code: 1, stdout: '' });
    expect(JSON.parse(stderr).diagnostics[0]).to.include({ code: 'unclosed-bracket', file: 'broken.yaml' });
  });

  it('colours when it is told to', async () => {
    const { stderr } = await jiml(['fmt', '--color', 'broken.yaml'], { cwd: folder, env: { NO_COLOR: '1' } });
    expect(stderr).to.include('\x1b[1;31merror:');
  });

  for (const [name, args, env] of [
    ['elsewhere than in a terminal', [], {}],
    ['with --no-color', ['--no-color'], {}],
  ] as const) {
    it(`does not colour ${name}`, async () => {
      const { stderr } = await jiml(['fmt', ...args, 'broken.yaml'], { cwd: folder, env });
      expect(stderr).to.include('error:').and.not.include('\x1b');
    });
  }
});
