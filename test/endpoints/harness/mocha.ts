import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** Tests that run in a process of their own. */
export interface Mocha {
  /** What it printed, and whether all passed. */
  readonly result: Promise<{ readonly passed: boolean; readonly text: string }>;
  stop(): Promise<void>;
}

const program = fileURLToPath(new URL('../../../../node_modules/mocha/bin/mocha.js', import.meta.url));
/** Ten minutes are far more than all scenarios of a simulator take, also where much else is going on. */
const patience = 600_000;

/** Runs the tests of some files. */
export function mocha(files: string, environment: Readonly<Record<string, string>>): Mocha {
  const options = ['--no-config', '--timeout', '60000', '--reporter', 'spec', '--no-color'];
  const child = spawn(process.execPath, [program, ...options, files], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: patience,
    killSignal: 'SIGKILL',
  });
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  const result = once(child, 'close').then(([code, signal]) => {
    const late = signal === 'SIGKILL' ? `\nStopped after ${patience / 1000} seconds.` : '';
    return { passed: code === 0, text: Buffer.concat(chunks).toString() + late };
  });
  const stop = async () => {
    child.kill('SIGKILL');
    await result;
  };
  return { result, stop };
}
