import { expect } from 'chai';
import { cli, jiml, run } from './jiml.js';

/** Prints on stderr what every import asks for. */
const tracing = `data:text/javascript,${encodeURIComponent(`import { register } from 'node:module';
register('data:text/javascript,' + encodeURIComponent(
  'export function resolve(name, context, next) { process._rawDebug("import " + name); return next(name, context); }'));`)}`;

/** Makes the import of a command's module fail, as a mistake of ours would. */
const breaking = `data:text/javascript,${encodeURIComponent(`import { register } from 'node:module';
register('data:text/javascript,' + encodeURIComponent(
  'export function resolve(name, context, next) { if (name.endsWith("/types.js")) throw new Error("gone"); return next(name, context); }'));`)}`;

const compiling = ['check', 'compile', 'diff', 'flow', 'graph', 'fmt', 'adopt', 'explain', 'types', 'schema', 'init'];
const changing = ['deploy', 'plan', 'destroy', 'rollback', 'continue', 'cancel', 'import', 'protect', 'rehearse'];
const looking = ['status', 'outputs', 'resources', 'events', 'drift', 'list'];
const commands = [...compiling, ...changing, ...looking, 'local'];

describe('jiml', () => {
  it('--version prints the version alone', async () => {
    const { code, stdout, stderr } = await jiml(['--version']);
    expect({ code, stderr }).to.deep.equal({ code: 0, stderr: '' });
    expect(stdout).to.match(/^\d+\.\d+\.\d+\n$/);
  });

  const starts: readonly (readonly [string, RegExp])[] = [
    ['--version', /commander|yaml|ajv|compiler/],
    ['--help', /yaml|ajv|graphlib|compiler/],
  ];
  for (const [flag, never] of starts) {
    it(`${flag} loads no more than it needs`, async () => {
      const { code, stderr } = await jiml([flag], { node: ['--import', tracing] });
      const imports = stderr.split('\n').filter((line) => line.startsWith('import '));
      expect(code).to.equal(0);
      expect(
        imports.some((line) => line.endsWith('cli.js')),
        stderr,
      ).to.equal(true);
      expect(imports.filter((line) => never.test(line.replace(/^.*\/cli\.js$/, '')))).to.deep.equal([]);
    });
  }

  for (const args of [[], ...commands.map((command) => [command])]) {
    it(`${[...args, '--help'].join(' ')} shows examples in 80 columns`, async () => {
      const { code, stdout, stderr } = await jiml([...args, '--help']);
      expect({ code, stderr }).to.deep.equal({ code: 0, stderr: '' });
      expect(stdout).to.include(`Examples:\n  jiml ${args.join(' ')}`);
      expect(stdout.split('\n').filter((line) => line.length > 80)).to.deep.equal([]);
    });
  }

  it('help lists every command', async () => {
    const { stdout } = await jiml(['--help']);
    const listed = stdout.split('\n').flatMap((line) => /^ {2}([a-z]+) (?:[[<]| )/.exec(line)?.[1] ?? []);
    expect(listed).to.deep.equal([...commands, 'help']);
  });

  const misuses: readonly (readonly [readonly string[], RegExp])[] = [
    [[], /^Usage: jiml/],
    [['chek', 'a.yaml'], /unknown command 'chek'\n\(Did you mean check\?\)/],
    [['check'], /missing required argument 'blueprint'/],
    [['check', '--strct', 'a.yaml'], /unknown option '--strct'\n\(Did you mean --strict\?\)/],
    [['check', '--format', 'xml', 'a.yaml'], /'xml' is invalid. Allowed choices are text, json, sarif, github/],
    [['compile', '--show', 'tree', 'a.yaml'], /'tree' is invalid/],
    [['check', 'nowhere.yaml'], /^jiml: There is no file or folder "nowhere.yaml"\.\n$/],
    [['check', '/dev/null/x.yaml'], /^jiml: There is no file or folder/],
    [['check', '/dev/zero'], /^jiml: "\/dev\/zero" is neither a file nor a folder\.\n$/],
    [['fmt', 'nowhere.yaml'], /There is no file or folder "nowhere.yaml"/],
    [['graph', '--open', '--format', 'dot', 'a.yaml'], /--open shows an SVG/],
    [['graph', '--open', 'a.yaml', 'b.yaml'], /--open shows one blueprint/],
    [['explain', 'unknown-proprety'], /There is no code and no type "unknown-proprety"/],
  ];
  for (const [args, message] of misuses) {
    it(`${['jiml', ...args].join(' ')} is wrong usage`, async () => {
      const { code, stdout, stderr } = await jiml(args);
      expect({ code, stdout }).to.deep.equal({ code: 2, stdout: '' });
      expect(stderr).to.match(message);
      expect(stderr).not.to.match(/\n\s+at /);
    });
  }

  it('says that a mistake of its own is one', async () => {
    const { code, stdout, stderr } = await jiml(['types'], { node: ['--import', breaking] });
    expect({ code, stdout }).to.deep.equal({ code: 70, stdout: '' });
    expect(stderr)
      .to.match(/^jiml: This is a bug in jiml, not in what you gave it: gone\n/)
      .and.not.match(/\n\s+at /);
  });

  it('shows where a mistake of its own happened when it is asked to', async () => {
    const { code, stderr } = await jiml(['types'], { node: ['--import', breaking], env: { JIML_DEBUG: '1' } });
    expect(code).to.equal(70);
    expect(stderr).to.match(/\n\s+at /);
  });

  it('says nothing about a reader that has seen enough', async () => {
    const script = '"$0" "$1" schema | true; echo "${PIPESTATUS[0]}"';
    const { stdout, stderr } = await run('bash', ['-c', script, process.execPath, cli], {});
    expect({ stdout, stderr }).to.deep.equal({ stdout: '0\n', stderr: '' });
  });

  it('says that the disk is full', async function () {
    if (process.platform !== 'linux') return this.skip();
    const { code, stderr } = await run('bash', ['-c', '"$0" "$1" schema > /dev/full', process.execPath, cli], {});
    expect(code).to.equal(3);
    expect(stderr).to.match(/^jiml: .*no space left on device/);
  });

  it('is interrupted as other programs are, which a shell tells as 130', async () => {
    const { signal, stdout, stderr } = await jiml(['check', '-'], { interruptAfter: 500 });
    expect({ signal, stdout, stderr }).to.deep.equal({ signal: 'SIGINT', stdout: '', stderr: '' });
  });
});
