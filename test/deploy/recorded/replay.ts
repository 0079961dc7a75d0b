import type { Answer, CloudFormation, Input, Operation } from '../../../deploy/api/cloudformation.js';
import type { Clock } from '../../../deploy/api/session.js';
import { connect } from '../../../deploy/aws/connect.js';
import { serve } from '../../../deploy/local/serve/serve.js';

/** What is answered to each operation. */
export type Script = { readonly [O in Operation]?: (input: Input<O>) => Answer<O> };

/** Lets the SDK ask a server on this machine that answers by a script, in AWS's own protocol. */
export async function replayed<T>(
  script: Script,
  clock: Clock,
  use: (cloud: CloudFormation) => Promise<T>,
): Promise<T> {
  const cloud: CloudFormation = {
    async call(operation, input) {
      const answer = script[operation];
      if (answer === undefined) throw new Error(`Nobody recorded ${operation}.`);
      return answer(input);
    },
  };
  const server = await serve({ port: 0, open: () => ({ cloud }) });
  try {
    const environment = { AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE', AWS_SECRET_ACCESS_KEY: 'TOPSECRET' };
    const connected = await connect({ region: 'us-east-1', endpointUrl: server.url, clock, environment });
    return await use(connected.cloud);
  } finally {
    await server.close();
  }
}

/** A page of a list that was asked for with a token, `size` long, and the token of the next one. */
export function pageOf<T>(
  all: readonly T[],
  token = '0',
  size = 2,
): { readonly page: T[]; readonly next: { readonly NextToken?: string } } {
  const end = Number(token) + size;
  return { page: all.slice(Number(token), end), next: end < all.length ? { NextToken: String(end) } : {} };
}
