import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Simulator } from './simulators.js';

/** A simulator that answers. */
export interface Server {
  readonly url: string;
  /** The process, which leads a group of its own. */
  readonly pid: number;
  /** The file with what it printed. */
  readonly log: string;
  /** Ends it and all processes that it started. May be called again. */
  stop(): Promise<void>;
}

/** Where to start a simulator. */
export interface Place {
  readonly python: string;
  /** For its log and for what it writes. */
  readonly folder: string;
  /** The folder with sitecustomize.py. */
  readonly loopback: string;
}

/** Starts a simulator on a free port and waits until it answers.
 * @throws Error with the end of its log where it does not within a minute. */
export async function start(simulator: Simulator, place: Place): Promise<Server> {
  const port = await freePort();
  const log = join(place.folder, `${simulator.name}.log`);
  const home = join(place.folder, simulator.name);
  // A copy, as Python leaves what it compiled beside it.
  cpSync(place.loopback, join(home, 'loopback'), { recursive: true });
  const child = spawn(place.python, simulator.command(port), {
    cwd: home,
    detached: true,
    env: { ...sealed(home), ...simulator.environment(port, home) },
    stdio: ['pipe', openSync(log, 'w'), openSync(log, 'a')],
  });
  const server = { url: `http://127.0.0.1:${port}`, pid: child.pid ?? 0, log, stop: () => stop(child) };
  if (await answers(server.url, child)) return server;
  await server.stop();
  const end = (await readFile(log, 'utf8')).trimEnd().split('\n').slice(-15).join('\n');
  throw new Error(`${simulator.title} does not answer; the end of ${log}:\n${end}`);
}

/** An environment in which a program finds no credentials, no Docker, and no way out of this machine. */
function sealed(home: string): NodeJS.ProcessEnv {
  const nowhere = 'http://127.0.0.1:9';
  return {
    PATH: '/usr/bin:/bin',
    HOME: home,
    TMPDIR: home,
    LANG: 'C.UTF-8',
    PYTHONPATH: join(home, 'loopback'),
    ENDS_WITH_STDIN: '1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_DEFAULT_REGION: 'us-east-1',
    HTTP_PROXY: nowhere,
    HTTPS_PROXY: nowhere,
    NO_PROXY: '127.0.0.1,localhost',
    DOCKER_HOST: 'unix:///nonexistent',
    DOCKER_CMD: '/nonexistent',
  };
}

/** A port that nobody listens on now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

async function answers(url: string, child: ChildProcess): Promise<boolean> {
  for (const until = Date.now() + 60_000; Date.now() < until && child.exitCode === null; await sleep(200)) {
    const response = await fetch(url, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined);
    await response?.arrayBuffer().catch(() => undefined);
    if (response !== undefined && response.status < 500) return true;
  }
  return false;
}

async function stop(child: ChildProcess): Promise<void> {
  for (const [signal, patience] of [
    ['SIGTERM', 3_000],
    ['SIGKILL', 2_000],
  ] as const) {
    if (!kill(child, signal)) return;
    for (const until = Date.now() + patience; Date.now() < until && kill(child, 0); ) await sleep(50);
  }
}

/** Whether there was still something in the group to send the signal to. */
function kill(child: ChildProcess, signal: NodeJS.Signals | 0): boolean {
  try {
    return child.pid !== undefined && process.kill(-child.pid, signal);
  } catch {
    return false;
  }
}
