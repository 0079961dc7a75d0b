import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { environmentFor } from './harness/environment.js';
import { type Mocha, mocha } from './harness/mocha.js';
import { findPython, type Python } from './harness/python.js';
import { exitCodeOf, type Outcome, textOf } from './harness/report.js';
import { start } from './harness/server.js';
import { type Simulator, simulatorsFor } from './harness/simulators.js';

const sources = fileURLToPath(new URL('../../../test/endpoints/', import.meta.url));
const built = fileURLToPath(new URL('./', import.meta.url));
/** What may be going on when the person loses patience. */
const running = new Set<{ stop(): Promise<void> }>();

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void interrupted());

process.exitCode = await main();

/** Runs the scenarios on every simulator that can be had, or on those that are named, all at once. */
async function main(): Promise<number> {
  const python = await findPython(process.env);
  if (python === undefined) {
    console.log('Skipped: the simulators need Python 3.10 to 3.13 with venv, and there is none (PYTHON can name it).');
    return 0;
  }
  const cache = join(tmpdir(), `jiml-endpoints-${userInfo().username}`);
  await mkdir(cache, { recursive: true, mode: 0o700 });
  await forget(cache);
  const folder = await mkdtemp(join(cache, 'run-'));
  const named = process.argv.slice(2);
  const simulators = simulatorsFor(python).filter(({ name }) => named.length === 0 || named.includes(name));
  const [ours, ...outcomes] = await Promise.all([
    kept(mocha(join(built, 'harness.test.js'), { PYTHON: python.command })),
    ...simulators.map((simulator) => tell(run(simulator, python, cache, folder))),
  ]);
  console.log(`== The harness\n${ours.text.trimEnd()}`);
  const code = ours.passed ? exitCodeOf(outcomes) : 1;
  if (code === 0) await rm(folder, { recursive: true, force: true });
  return code;
}

/** The logs of runs that failed more than a day ago. */
async function forget(cache: string): Promise<void> {
  const runs = (await readdir(cache)).filter((name) => name.startsWith('run-')).map((name) => join(cache, name));
  const ages = await Promise.all(runs.map(async (run) => Date.now() - (await stat(run)).mtimeMs));
  const old = runs.filter((_, index) => Number(ages[index]) > 86_400_000);
  await Promise.all(old.map((run) => rm(run, { recursive: true, force: true })));
}

async function run(simulator: Simulator, python: Python, cache: string, folder: string): Promise<Outcome> {
  const requirements = join(sources, 'requirements', simulator.requirements);
  const packages = await environmentFor(python, requirements, cache).catch((error: Error) => error);
  if (packages instanceof Error) return { simulator, verdict: 'skipped', text: packages.message };
  const place = { python: packages, folder, loopback: join(sources, 'loopback') };
  const server = await start(simulator, place).catch((error: Error) => error);
  if (server instanceof Error) return { simulator, verdict: 'failed', text: server.message };
  running.add(server);
  try {
    const { name, title } = simulator;
    const endpoint = JSON.stringify({ name, title, url: server.url, group: server.pid });
    const { passed, text } = await kept(mocha(join(built, 'scenarios/*.test.js'), { ENDPOINT: endpoint }));
    return { simulator, verdict: passed ? 'passed' : 'failed', text, ...(passed ? {} : { log: server.log }) };
  } finally {
    await server.stop();
    running.delete(server);
  }
}

async function kept({ result, stop }: Mocha): Promise<{ passed: boolean; text: string }> {
  const entry = { stop };
  running.add(entry);
  return result.finally(() => running.delete(entry));
}

async function tell(outcome: Promise<Outcome>): Promise<Outcome> {
  console.log(textOf(await outcome));
  return outcome;
}

async function interrupted(): Promise<void> {
  await Promise.all([...running].map((one) => one.stop()));
  process.exit(130);
}
