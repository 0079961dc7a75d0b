import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { environmentFor } from './harness/environment.js';
import { isLoopback, listeningOf } from './harness/listening.js';
import { findPython } from './harness/python.js';
import { exitCodeOf, type Outcome, textOf } from './harness/report.js';
import { type Server, start } from './harness/server.js';
import { type Simulator, simulatorsFor } from './harness/simulators.js';

const loopback = fileURLToPath(new URL('../../../test/endpoints/loopback', import.meta.url));
const run = fileURLToPath(new URL('./run.js', import.meta.url));

/** A server that wants to listen everywhere, and starts another one that does. */
const greedy = `
import http.server, subprocess, sys
child = [sys.executable, "-m", "http.server", "--bind", "0.0.0.0", "0"]
if sys.argv[2] == "child": subprocess.Popen(child)
http.server.ThreadingHTTPServer(("0.0.0.0", int(sys.argv[1])), http.server.SimpleHTTPRequestHandler).serve_forever()`;

function simulator(script: string, ...rest: readonly string[]): Simulator {
  const command = (port: number) => ['-c', script, String(port), ...rest];
  return { name: 'moto', title: 'Fake', requirements: 'none.txt', command, environment: () => ({}) };
}

describe('endpoints: the harness', () => {
  let folder: string;
  let python: string;
  const servers: Server[] = [];

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'jiml-harness-'));
    python = (await findPython(process.env))?.command ?? '';
  });

  afterEach(() => Promise.all(servers.splice(0).map((server) => server.stop())));
  after(() => rm(folder, { recursive: true, force: true }));

  async function started(script: string, ...rest: readonly string[]): Promise<Server> {
    const server = await start(simulator(script, ...rest), { python, folder, loopback });
    servers.push(server);
    return server;
  }

  it('makes what wants every interface listen on this machine only, and its children too', async function () {
    const server = await started(greedy, 'child');
    let addresses = await listeningOf(server.pid);
    if (addresses === undefined) this.skip();
    for (let tries = 0; addresses?.length !== 2 && tries < 50; tries++, addresses = await listeningOf(server.pid)) {
      await sleep(100);
    }
    expect(addresses).to.have.length(2);
    expect(addresses?.filter((address) => !isLoopback(address))).to.deep.equal([]);
  });

  it('sees who listens elsewhere', async function () {
    const child = spawn(python, ['-u', '-m', 'http.server', '--bind', '0.0.0.0', '0'], { detached: true });
    try {
      await once(child.stdout, 'data');
      const addresses = await listeningOf(child.pid ?? 0);
      if (addresses === undefined) this.skip();
      expect(addresses.map((address) => [address.replace(/:\d+$/, ''), isLoopback(address)])).to.deep.equal([
        ['0.0.0.0', false],
      ]);
    } finally {
      child.kill('SIGKILL');
    }
  });

  it('stops a server that will not go, with all that it started', async () => {
    const stubborn = `import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN)\n${greedy}`;
    const server = await started(stubborn, 'child');
    await server.stop();
    expect(() => process.kill(-server.pid, 0)).to.throw('ESRCH');
  });

  it('leaves no server behind when it is killed itself', async () => {
    const script = join(folder, 'parent.mjs');
    const place = JSON.stringify({ python, folder, loopback });
    await writeFile(
      script,
      `import { start } from ${JSON.stringify(new URL('./harness/server.js', import.meta.url).href)};
       const command = (port) => ['-c', ${JSON.stringify(greedy)}, String(port), ''];
       const server = await start({ name: 'moto', title: 'Fake', command, environment: () => ({}) }, ${place});
       console.log(server.pid);
       await new Promise((resolve) => setTimeout(resolve, 60000));`,
    );
    const parent = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] });
    const pid = Number((await once(parent.stdout, 'data'))[0]);
    parent.kill('SIGKILL');
    const gone = () => {
      try {
        return process.kill(pid, 0) && false;
      } catch {
        return true;
      }
    };
    for (let tries = 0; !gone() && tries < 100; tries++) await sleep(50);
    expect(gone()).to.equal(true);
  });

  it('says why a server does not start', async () => {
    const failure = await started('raise SystemExit("no such module")').catch((error: Error) => error.message);
    expect(failure).to.match(/^Fake does not answer; the end of .*moto\.log:\nno such module$/);
  });

  it('gives the reason of pip where packages cannot be had, and leaves nothing behind', async () => {
    const requirements = join(folder, 'requirements.txt');
    await writeFile(requirements, `missing @ file://${folder}/missing.whl\n`);
    const cache = join(folder, 'cache');
    const found = { command: python, minor: 11 };
    const failure = await environmentFor(found, requirements, cache).catch((error: Error) => error.message);
    expect(failure).to.contain('missing.whl');
  });

  it('finds the Python that is named, and none where there is none', async () => {
    expect((await findPython({ ...process.env, PYTHON: python }))?.command).to.be.a('string');
    expect(await findPython({ ...process.env, PYTHON: join(folder, 'python9') })).to.equal(undefined);
    expect(await findPython({ PATH: folder, HOME: folder })).to.equal(undefined);
  });

  it('is content without Python, and says so in a line', async () => {
    const child = spawn(process.execPath, [run], { env: { PATH: folder, HOME: folder } });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += chunk));
    const [code] = await once(child, 'close');
    expect(text).to.match(/^Skipped: the simulators need Python [^\n]*\n$/);
    expect(code).to.equal(0);
  });

  it('takes the newest simulator that the Python runs', () => {
    const titles = (minor: number) => simulatorsFor({ command: 'python3', minor }).map((one) => one.title);
    expect(titles(11)).to.deep.equal(['moto', 'LocalStack', 'MiniStack']);
    expect(titles(13)).to.deep.equal(['moto', 'LocalEmu', 'MiniStack']);
  });

  it('fails where scenarios fail, not where a simulator cannot be had', () => {
    const outcome = (verdict: Outcome['verdict']) => ({ simulator: simulator(''), verdict, text: 'no network' });
    expect(textOf(outcome('skipped'))).to.equal('Fake: skipped: no network');
    expect(exitCodeOf([outcome('skipped'), outcome('passed')])).to.equal(0);
    expect(exitCodeOf([outcome('skipped'), outcome('failed')])).to.equal(1);
  });
});
