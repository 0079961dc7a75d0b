import { type ChildProcess, fork } from 'node:child_process';
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { failures } from './exceptions.js';
import { table } from './table.js';
import type { Result } from './trial.js';

/** How long one file may take, in milliseconds. */
const LIMIT = Number(process.env.CONFORMANCE_TIMEOUT ?? 20_000);

const folders = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const report = process.argv.find((argument) => argument.startsWith('--report='))?.slice('--report='.length);
if (folders.length === 0) {
  process.stderr.write('Usage: npm run conformance -- FOLDER... [--report=FILE]\n');
  process.exitCode = 2;
} else {
  const results = await runAll(folders.flatMap(templatesIn));
  process.stdout.write(table(folders, results));
  if (report !== undefined) writeFileSync(report, `${JSON.stringify(results, undefined, 2)}\n`);
  const failed = failures(results);
  for (const { file, why } of failed) process.stdout.write(`${file}: ${why}\n`);
  process.stdout.write(`${results.length} files, ${failed.length} not as they must be\n`);
  process.exitCode = failed.length === 0 ? 0 : 1;
}

function templatesIn(folder: string): readonly string[] {
  if (statSync(folder).isFile()) return [folder];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:ya?ml|json|template)$/.test(name))
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .sort();
}

/** Each in a child process, so that one that hangs or dies takes nothing else with it. */
async function runAll(files: readonly string[]): Promise<readonly Result[]> {
  const pending = [...files].reverse();
  const results: Result[] = [];
  const work = async (): Promise<void> => {
    let child: ChildProcess | undefined;
    for (let file = pending.pop(); file !== undefined; file = pending.pop()) {
      child ??= fork(new URL('./worker.js', import.meta.url), { execArgv: ['--max-old-space-size=1024'] });
      const result = await ask(child, file);
      results.push(result);
      if (child.exitCode !== null || child.killed) child = undefined;
    }
    child?.kill();
  };
  await Promise.all(Array.from({ length: Math.min(2, cpus().length) }, work));
  return results.toSorted((a, b) => (a.file < b.file ? -1 : 1));
}

function ask(child: ChildProcess, file: string): Promise<Result> {
  return new Promise((resolve) => {
    const lost = (crash: string, milliseconds: number) => {
      const none = { template: true, adopted: false, compiled: false, equal: false, errors: [], warnings: [] };
      done({ file, ...none, crash, milliseconds });
    };
    const done = (result: Result) => {
      clearTimeout(timer);
      child.removeAllListeners();
      resolve(result);
    };
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      lost(`took longer than ${LIMIT} ms`, LIMIT);
    }, LIMIT);
    child.once('message', (result) => done(result as Result));
    child.once('exit', (code, signal) => lost(`ended with ${code ?? signal}`, 0));
    child.send(file);
  });
}
