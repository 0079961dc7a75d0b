import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { cli, type Ended, project, run } from './jiml.js';

const root = join(import.meta.dirname, '..', '..', '..');
const { bin } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const command = join(root, bin.jiml);

/** Runs a program, and says which files of code it loaded: node writes them down for measuring what is covered. */
async function loaded(program: string, ...args: readonly string[]): Promise<Ended & { readonly files: string[] }> {
  const { folder, remove } = project({});
  try {
    const ended = await run(process.execPath, [program, ...args], { cwd: root, env: { NODE_V8_COVERAGE: folder } });
    const reports = readdirSync(folder).map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')));
    const urls = reports.flatMap(({ result }) => result.map(({ url }: { readonly url: string }) => url));
    return { ...ended, files: urls.filter((url) => url.startsWith('file:')) };
  } finally {
    remove();
  }
}

/** The packages that files belong to. */
function packages(files: readonly string[]): readonly string[] {
  const names = files.flatMap((file) => /\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? []);
  return [...new Set(names)].sort();
}

/** What of the types a program reads for a blueprint: files of built-in types, and of what is known about AWS's own. */
async function typesRead(program: string, blueprint: string): Promise<readonly string[]> {
  const { folder, remove } = project({ 'blueprint.yaml': blueprint });
  const reads = join(folder, 'reads.json');
  const preload = new URL('./reads.js', import.meta.url).href;
  try {
    const args = ['--import', preload, program, 'check', '--strict', join(folder, 'blueprint.yaml')];
    const { code, stderr } = await run(process.execPath, args, { cwd: root, env: { READS: reads } });
    expect(stderr).to.equal('');
    expect(code).to.equal(0);
    const files: readonly string[] = JSON.parse(readFileSync(reads, 'utf8'));
    return files
      .flatMap((file) => /\/(schemas\/[^/]+\/.+|dist\/(?:schemas|types)\/.+)$/.exec(file)?.[1] ?? [])
      .filter((file, index, all) => all.indexOf(file) === index)
      .sort();
  } finally {
    remove();
  }
}

for (const program of [cli, command]) {
  describe(`what ${program.slice(root.length + 1)} reads of types`, () => {
    const table: readonly (readonly [what: string, blueprint: string, files: readonly string[]])[] = [
      [
        "of CloudFormation's own, what the blueprint has",
        'resources: [{ type: AWS::SQS::Queue, id: A }, { type: AWS::SQS::Queue, id: B }, { type: AWS::SNS::Topic, id: C }]',
        ['dist/types/AWS/SNS/Topic.json', 'dist/types/AWS/SQS/Queue.json'],
      ],
      ['nothing for types of others', 'resources: [{ type: Custom::Thing, id: A, config: { ServiceToken: x } }]', []],
      [
        'of the built-in ones, what the blueprint has and what it becomes',
        'resources: [{ type: bucket, id: A }]',
        [
          'dist/schemas/bucket.json',
          'dist/types/AWS/S3/Bucket.json',
          'dist/types/AWS/S3/BucketPolicy.json',
          'schemas/bucket/schema.json',
          'schemas/bucket/template.yaml',
        ],
      ],
    ];
    for (const [what, blueprint, files] of table)
      it(`is ${what}`, async () => expect(await typesRead(program, `${blueprint}\n`)).to.deep.equal(files));
  });

  describe(`what ${program.slice(root.length + 1)} loads`, () => {
    it('is no package for its version', async () => {
      const { stdout, files } = await loaded(program, '--version');
      expect(stdout).to.match(/^\d+\.\d+\.\d+\n$/);
      expect(files).to.have.lengthOf(1);
    });

    it('is no YAML and no validator for help', async () => {
      const { code, files } = await loaded(program, 'compile', '--help');
      expect(code).to.equal(0);
      expect(packages(files)).to.deep.equal(['commander']);
    });

    it('is no validator for a blueprint that is right', async () => {
      const { code, files } = await loaded(program, 'compile', 'blueprints/shop.yaml');
      expect(code).to.equal(0);
      expect(packages(files)).to.include('@dagrejs/graphlib').and.not.include('ajv');
    });

    it('is the validator for a blueprint that is wrong', async () => {
      const { folder, remove } = project({ 'bad.yaml': 'resources: [{ type: bucket, config: { nonsense: 1 } }]\n' });
      const { code, stderr, files } = await loaded(program, 'compile', join(folder, 'bad.yaml'));
      remove();
      expect(code).to.equal(1);
      expect(stderr).to.include('[unknown-property]');
      expect(packages(files)).to.include('ajv');
    });
  });
}

describe('the command that is installed', () => {
  // What several commands need is in files of its own, one for each set of commands: more commands make more of them.
  it('loads few files of our own', async () => {
    const { files } = await loaded(command, 'compile', 'blueprints/shop.yaml');
    expect(files.filter((file) => !file.includes('/node_modules/'))).to.have.lengthOf.below(50);
  });

  it('loads nothing of what only other commands need', async () => {
    const { files } = await loaded(command, 'compile', 'blueprints/shop.yaml');
    const ours = files
      .filter((file) => !file.includes('/node_modules/'))
      .map((file) => readFileSync(new URL(file), 'utf8'));
    // The bundle says above each module which it is.
    const modules = ours.flatMap((text) => [...text.matchAll(/^\/\/ (?:dist\/)?(\S+\.js)$/gm)].map(([, name]) => name));
    expect(modules).to.include('compiler/compile.js');
    expect(
      modules.filter((name) => /^deploy\/|^compiler\/(?:adopt|diff|language|layout)\//.test(name ?? '')),
    ).to.deep.equal([]);
  });
});
