import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { StandardDiagnostic } from '@aws/cloudformation-validate';
import { expect } from 'chai';
import { compile } from '../../compiler/compile.js';
import { Engine } from '../../conformance/validate/engine.js';
import { type Exception, remaining } from '../../conformance/validate/exceptions.js';
import { type Finding, failure, findings } from '../../conformance/validate/findings.js';
import { type Subject, subjects } from '../../conformance/validate/subjects.js';
import { table } from '../../conformance/validate/table.js';
import { project } from '../cli/jiml.js';

const text = 'resources:\n  - type: AWS::S3::Bucket\n    id: Files\n    config: { BucketNme: files }\n';
const subject: Subject = { file: 'a/b.yaml', compilation: compile([{ file: 'a/b.yaml', text }], {}, '/nowhere') };

const error: Finding = {
  file: 'a/b.yaml',
  line: 2,
  path: 'Resources/Files/Properties/BucketNme',
  rule: 'F1001',
  level: 'error',
  message: 'No.',
};
const exception: Exception = { file: 'a/b.yaml', path: error.path, rule: 'F1001', reason: 'It is one.' };

describe("what AWS's engine says", () => {
  const entity = { logicalId: 'Files', entityType: 'Resource' } as const;
  const said: readonly (readonly [Partial<StandardDiagnostic>, Partial<Finding>])[] = [
    [
      { entity, severity: 'FATAL', propertyPath: 'Properties.A.0.B' },
      { line: 2, level: 'error', path: 'Resources/Files/Properties/A/0/B' },
    ],
    [
      { entity, severity: 'ERROR' },
      { line: 2, level: 'error', path: 'Resources/Files' },
    ],
    [
      {
        entity: { logicalId: 'Files', entityType: 'Parameter' },
        severity: 'WARN',
        propertyPath: 'Parameters/Files/Type',
      },
      { line: undefined, level: 'warning', path: 'Parameters/Files/Type' },
    ],
    [{ severity: 'INFO' }, { line: undefined, level: 'info', path: '' }],
    [
      { entity: { ...entity, logicalId: 'Nobody' }, severity: 'DEBUG' },
      { line: undefined, level: 'info' },
    ],
  ];
  for (const [given, expected] of said)
    it(`is mapped: ${JSON.stringify(given)}`, () => {
      const diagnostic = { ruleId: 'F1001', message: 'No.', source: 'SCHEMA', ...given } as StandardDiagnostic;
      const [found] = findings(subject, [diagnostic]);
      expect(found).to.include({ file: 'a/b.yaml', rule: 'F1001', message: 'No.', ...expected });
    });

  it('must not remain where it is an error and no exception', () => {
    const line = 'a/b.yaml:2: error: Resources/Files/Properties/BucketNme: No. [F1001]';
    expect(remaining([error, { ...error, level: 'warning' }], [])).to.deep.equal([line]);
    expect(remaining([error], [exception])).to.deep.equal([]);
    expect(remaining([error], [{ ...exception, file: 'c.yaml' }])).to.have.lengthOf(2);
    expect(remaining([failure(subject, 'not-answered', 'No.')], [])).to.deep.equal([
      'a/b.yaml: error: No. [not-answered]',
    ]);
  });

  it('makes exceptions that no longer occur errors', () => {
    const line = `a/b.yaml: error: ${error.path}: An exception for what no longer occurs. [F1001]`;
    expect(remaining([], [exception])).to.deep.equal([line]);
    expect(remaining([{ ...error, level: 'warning' }], [exception])).to.deep.equal([line]);
  });

  it('is counted by folder', () => {
    const found: readonly Finding[] = [error, { ...error, level: 'warning' }, { ...error, file: 'c/d.yaml' }];
    const lines = table(['a/b.yaml', 'a/c.yaml', 'c/d.yaml'], found).split('\n');
    expect(lines.map((line) => line.split(/ +/).join(' '))).to.deep.equal([
      'folder templates errors warnings info',
      'a 2 1 1 0',
      'c 1 1 0 0',
      'all 3 2 1 0',
      '',
    ]);
  });

  it('is about all blueprints and examples', () => {
    const files = subjects(join(import.meta.dirname, '..', '..', '..')).map(({ file }) => file);
    expect(files).to.include.members([
      'blueprints/shop.yaml',
      'blueprints/shop.json',
      'schemas/cdn/examples/bucket.yaml',
      'blueprints/components/jobs/examples/mails.yaml',
    ]);
    expect(files.filter((file) => file.endsWith('.template.json'))).to.deep.equal([]);
  });
});

describe("the process of AWS's engine", () => {
  it('finds a fault in what a blueprint compiles to', async () => {
    const engine = new Engine();
    const answer = await engine.ask({ template: subject.compilation.text ?? '' });
    engine.end();
    const found = 'found' in answer ? findings(subject, answer.found) : [];
    const errors = found.filter(({ level }) => level === 'error');
    expect(errors.map(({ line, path }) => [line, path])).to.deep.equal([[2, 'Resources/Files/Properties/BucketNme']]);
  });

  const workers: readonly (readonly [string, string, string])[] = [
    ['hangs', 'while (true);', 'takes longer than 1000 ms'],
    ['dies', 'process.exit(3)', 'ends with 3'],
    ['fails', 'process.send({ failure: "panics" })', 'panics'],
  ];
  for (const [what, code, expected] of workers)
    it(`is made anew after one that ${what}`, async () => {
      const answered = 'process.send({ found: [{ message: template }] })';
      const worker = `process.on('message', ({ template }) => { if (template === 'bad') { ${code}; } else ${answered}; });
        process.send({ found: [] });`;
      const { folder, remove } = project({});
      writeFileSync(join(folder, 'worker.mjs'), worker);
      const engine = new Engine({ start: 20_000, template: 1000 }, pathToFileURL(join(folder, 'worker.mjs')));
      const answers = [];
      for (const template of ['good', 'bad', 'good']) answers.push(await engine.ask({ template }));
      engine.end();
      remove();
      const good = { found: [{ message: 'good' }] };
      expect(answers).to.deep.equal([good, { failure: expected }, good]);
    });

  it('says so where it does not start', async () => {
    const engine = new Engine({ start: 20_000, template: 1000 }, pathToFileURL('/nowhere/worker.mjs'));
    expect(await engine.ask({ template: '{}' })).to.deep.equal({ failure: 'ends with 1' });
  });
});
