import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Engine } from './engine.js';
import { type Exception, remaining } from './exceptions.js';
import { type Finding, failure, findings, shown } from './findings.js';
import { type Subject, subjects } from './subjects.js';
import { table } from './table.js';

// A second opinion that is not ours: AWS's engine looks at what the blueprints and examples of this project compile to.
const project = join(import.meta.dirname, '..', '..', '..');
const all = process.argv.includes('--all');
const exceptions: readonly Exception[] = JSON.parse(
  readFileSync(join(project, 'conformance', 'validate', 'exceptions.json'), 'utf8'),
);

const asked = subjects(project);
const engine = new Engine();
const found: Finding[] = [];
for (const subject of asked) found.push(...(await opinion(subject)));
engine.end();

const files = asked.map(({ file }) => file);
process.stdout.write(table(files, found));
const others = found.filter(({ level }) => all && level !== 'error').map(shown);
const failed = remaining(found, exceptions);
for (const line of [...others, ...failed]) process.stdout.write(`${line}\n`);
process.stdout.write(`${files.length} templates, ${failed.length} findings that must not remain\n`);
process.exitCode = failed.length === 0 ? 0 : 1;

async function opinion(subject: Subject): Promise<readonly Finding[]> {
  const { text, blueprint, diagnostics } = subject.compilation;
  if (text === undefined) return [failure(subject, 'not-compiled', diagnostics[0]?.message ?? 'It does not compile.')];
  const answer = await engine.ask({ template: text, region: blueprint?.region });
  if ('failure' in answer) return [failure(subject, 'not-answered', `AWS's engine ${answer.failure}.`)];
  return findings(subject, answer.found);
}
