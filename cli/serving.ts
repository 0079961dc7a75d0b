import { Misuse, type Outcome, outcome } from '../compiler/commands/outcome.js';
import { openLocal } from '../deploy/local/open.js';
import { serve } from '../deploy/local/serve/serve.js';
import { type Flags, LOCAL_FOLDER } from './kit.js';
import { clock, failurePoints } from './session.js';

/** `jiml local serve`: answers until it is interrupted. @throws Misuse, Fault where the port cannot be had */
export async function serveLocal({ port, fast = false, fail }: Flags): Promise<Outcome> {
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) throw new Misuse(`"${port}" is no port.`);
  const points = failurePoints(fail);
  const { url, close } = await serve({
    port: Number(port),
    open: (region) => openLocal({ folder: LOCAL_FOLDER, region, fast, fail: points, clock }),
    onBug: (error) => process.stderr.write(`jiml: ${error instanceof Error ? error.stack : String(error)}\n`),
  });
  process.stdout.write(`CloudFormation is served on ${url} (Ctrl-C ends it). Any credentials will do:
  export AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local AWS_REGION=us-east-1
  jiml deploy shop.yaml --endpoint-url ${url}
  aws cloudformation list-stacks --endpoint-url ${url}\n`);
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  await close();
  return outcome({});
}
