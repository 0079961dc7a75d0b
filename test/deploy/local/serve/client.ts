import type { CloudFormation, Operation } from '../../../../deploy/api/cloudformation.js';
import type { Clock } from '../../../../deploy/api/session.js';
import { connect } from '../../../../deploy/aws/connect.js';
import { serve } from '../../../../deploy/local/serve/serve.js';
import { memoryObjects } from './memory.js';

/** A clock on which waiting takes no time. */
export const clock: Clock = { now: () => Date.now(), sleep: async () => {} };

export const environment = { AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE', AWS_SECRET_ACCESS_KEY: 'secret' };

/** A CloudFormation that hands each request to `answer`. */
export function scripted(answer: (operation: Operation, input: object) => unknown): CloudFormation {
  return { call: async (operation, input) => (await answer(operation, input)) as never };
}

/** Serves a CloudFormation while `use` talks to it through the SDK. */
export async function served<T>(
  cloud: CloudFormation,
  use: (client: CloudFormation, url: string) => Promise<T>,
  region = 'eu-west-1',
): Promise<T> {
  const server = await serve({ port: 0, open: () => ({ cloud, objects: memoryObjects() }) });
  try {
    const client = await connect({ region, endpointUrl: server.url, clock, environment });
    return await use(client.cloud, server.url);
  } finally {
    await server.close();
  }
}
