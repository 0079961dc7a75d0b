import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { interleaved, processOf, ratios, runOf } from './measure.js';
import { noticing } from './noticing.js';
import { print, title } from './show.js';

const here = import.meta.dirname;
const cli = join(here, '..', 'jiml.js');
const shop = join(here, '..', '..', 'blueprints', 'shop.yaml');
const flags = ['--local', '--fast', '--yes'];

/** What it costs to deploy: whole processes, the local CloudFormation among them. */
export async function deploying(folder: string): Promise<void> {
  const home = join(folder, 'deployed');
  mkdirSync(home);
  const many = join(folder, 'queues.yaml');
  writeFileSync(many, queues(500));
  title('Deploying, processes, to `node -e 0`');
  local('jiml deploy shop.yaml', shop, home, 15, 5);
  local('jiml deploy of 500 queues', many, home, 5, 20);
  await remote(home);
  title('A change set that is ready, to 300 ms');
  print(
    'is noticed within',
    ratios([await noticing(20)], (time = 0) => time / 300),
    1,
  );
}

/** Each time into an account that has nothing. */
function local(what: string, blueprint: string, home: string, rounds: number, aim: number): void {
  const deploy = runOf(process.execPath, [cli, 'deploy', blueprint, ...flags], { cwd: home });
  const fresh = () => {
    rmSync(join(home, '.jiml'), { recursive: true, force: true });
    return deploy();
  };
  const times = interleaved([processOf('-e', '0'), fresh], rounds);
  print(
    what,
    ratios(times, (node = 1, time = 0) => time / node),
    aim,
  );
}

/** Over HTTP to the local CloudFormation in a process of its own, each time to a stack of another name. */
async function remote(home: string): Promise<void> {
  const server = spawn(process.execPath, [cli, 'local', 'serve', '--port', '0', '--fast'], { cwd: home });
  try {
    const url = await new Promise<string>((resolve, reject) => {
      server.once('exit', () => reject(new Error('The local CloudFormation did not start.')));
      server.stdout.on('data', (text: Buffer) => resolve(/http:\S+/.exec(String(text))?.[0] ?? ''));
    });
    const env = { ...process.env, AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' };
    let stack = 0;
    const deploy = () => {
      const words = ['deploy', shop, '--stack', `shop${++stack}`, '--endpoint-url', url, '--yes', '--no-wait'];
      const started = performance.now();
      execFileSync(process.execPath, [cli, ...words], { cwd: home, env, stdio: 'ignore' });
      return performance.now() - started;
    };
    print(
      'jiml deploy --no-wait over HTTP',
      ratios(interleaved([processOf('-e', '0'), deploy], 15), (node = 1, time = 0) => time / node),
      6,
    );
  } finally {
    server.removeAllListeners('exit');
    server.kill();
  }
}

function queues(count: number): string {
  const resources = Array.from(
    { length: count },
    (_, at) => `  - { id: Queue${at}, type: "AWS::SQS::Queue", config: { VisibilityTimeout: ${at % 60} } }\n`,
  );
  return `region: us-east-1\nresources:\n${resources.join('')}`;
}
