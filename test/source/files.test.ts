import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import {
  componentFolder,
  componentNames,
  projectFolder,
  type Reading,
  readBlueprint,
  readIncluded,
} from '../../compiler/source/files.js';

const outcome = (reading: Reading | undefined): string | undefined => (reading?.ok ? reading.text : reading?.reason);

describe('files', () => {
  let root: string;
  let project: string;

  before(() => {
    root = mkdtempSync(join(tmpdir(), 'jiml-files-'));
    project = join(root, 'project');
    const folders = ['scripts', 'components/site', 'components/Bad_Name', 'components/notes', 'odd.yaml', 'queue'];
    for (const folder of folders) mkdirSync(join(project, folder), { recursive: true });
    mkdirSync(join(root, 'project-two'));
    const files: Record<string, string | Buffer> = {
      'project/b.yml': 'b',
      'project/a.yaml': 'a',
      'project/c.json': '{}',
      'project/notes.txt': 'no',
      'project/.hidden.yaml': 'no',
      'project/components/x.yaml': 'no',
      'project/components/site/schema.json': '{}',
      'project/components/Bad_Name/schema.json': '{}',
      'project/queue/template.yaml': '',
      'project/scripts/run.sh': 'echo',
      'project/scripts/bom.sh': '\ufeffecho',
      'project/scripts/latin1.sh': Buffer.from([0x61, 0xe9, 0x62]),
      'project/scripts/full.sh': 'x'.repeat(1024 * 1024),
      'project/scripts/large.sh': 'x'.repeat(1024 * 1024 + 1),
      secret: 'secret',
      'project-two/file': 'secret',
    };
    for (const [name, content] of Object.entries(files)) writeFileSync(join(root, name), content);
    symlinkSync(join(root, 'secret'), join(project, 'scripts/out'));
    symlinkSync(root, join(project, 'up'));
    symlinkSync('run.sh', join(project, 'scripts/in'));
    symlinkSync('loop', join(project, 'scripts/loop'));
    execFileSync('mkfifo', [join(project, 'scripts/fifo')]);
  });

  after(() => rmSync(root, { recursive: true }));

  describe('readIncluded', () => {
    const cases: [string, string][] = [
      ['scripts/run.sh', 'echo'],
      ['./scripts/../scripts/run.sh', 'echo'],
      ['scripts/bom.sh', 'echo'],
      ['scripts/in', 'echo'],
      ['scripts/none.sh', 'missing'],
      ['scripts/run.sh/x', 'missing'],
      ['', 'missing'],
      ['scripts/run.sh\0', 'missing'],
      ['/etc/hosts', 'outside'],
      ['C:/x', 'outside'],
      ['..\\secret', 'outside'],
      ['../secret', 'outside'],
      ['../project-two/file', 'outside'],
      ['scripts/../../secret', 'outside'],
      ['scripts/out', 'outside'],
      ['up/secret', 'outside'],
      ['up/project/scripts/run.sh', 'echo'],
      ['.', 'outside'],
      ['scripts', 'not-a-file'],
      ['scripts/fifo', 'not-a-file'],
      ['scripts/loop', 'unreadable'],
      ['scripts/large.sh', 'too-large'],
      ['scripts/latin1.sh', 'not-text'],
    ];
    for (const [name, expected] of cases) {
      it(`${JSON.stringify(name)}: ${expected}`, () => {
        expect(outcome(readIncluded(project, name))).to.equal(expected);
      });
    }

    it('as much as is allowed', () => {
      expect(outcome(readIncluded(project, 'scripts/full.sh'))).to.have.length(1024 * 1024);
    });
  });

  describe('readBlueprint', () => {
    it('a file', () => {
      const file = join(project, 'a.yaml');
      expect(readBlueprint(file)).to.deep.equal([{ ok: true, file, text: 'a' }]);
    });

    it('the blueprints of a folder, by name', () => {
      const readings = readBlueprint(project);
      expect(readings.map(outcome)).to.deep.equal(['a', 'b', '{}']);
      expect(readings[1]?.file).to.equal(join(project, 'b.yml'));
    });

    it('nothing in a folder without blueprints', () => {
      expect(readBlueprint(join(project, 'scripts'))).to.deep.equal([]);
    });

    for (const [name, expected] of [
      ['none.yaml', 'missing'],
      ['scripts/fifo', 'not-a-file'],
      ['scripts/latin1.sh', 'not-text'],
    ] as const) {
      it(`${name}: ${expected}`, () => {
        expect(readBlueprint(join(project, name)).map(outcome)).to.deep.equal([expected]);
      });
    }

    it('standard input', () => {
      const module = new URL('../../compiler/source/files.js', import.meta.url).href;
      const script = `import { readBlueprint } from ${JSON.stringify(module)}; console.log(JSON.stringify(readBlueprint('-')));`;
      const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], { input: 'a: é' });
      expect(JSON.parse(output.toString())).to.deep.equal([{ ok: true, file: '-', text: 'a: é' }]);
    });
  });

  it('the folder of a blueprint', () => {
    expect(projectFolder(join(project, 'a.yaml'))).to.equal(project);
    expect(projectFolder(project)).to.equal(project);
    expect(projectFolder('-')).to.equal('.');
  });

  describe('components', () => {
    it('the first root that has the name', () => {
      const roots = [join(project, 'none'), join(project, 'components'), project];
      expect(componentFolder('site', roots)).to.equal(join(project, 'components/site'));
      expect(componentFolder('queue', roots)).to.equal(join(project, 'queue'));
    });

    for (const name of [
      '../project-two',
      'site/',
      '.',
      '',
      'Site',
      'none',
      'Bad_Name',
      'notes',
      'x.yaml',
      '__proto__',
    ]) {
      it(`no ${JSON.stringify(name)}`, () => {
        expect(componentFolder(name, [join(project, 'components'), project])).to.equal(undefined);
      });
    }

    it('names', () => {
      expect(
        componentNames([join(project, 'components'), join(project, 'none'), join(project, 'components')]),
      ).to.deep.equal(['site']);
    });
  });
});
