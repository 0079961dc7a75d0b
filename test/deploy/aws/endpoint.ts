import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CloudFormation } from '../../../deploy/api/cloudformation.js';
import type { Storage } from '../../../deploy/api/storage.js';
import { connect } from '../../../deploy/aws/connect.js';

/** What a request is met with: an answer, or something that is none. */
export type Step =
  | { readonly status: number; readonly body: string; readonly headers?: Readonly<Record<string, string>> }
  /** The connection is cut before anything is sent, or within the answer. */
  | 'cut'
  | 'cut within'
  /** Nothing is ever sent. */
  | 'silent';

/** A client of an endpoint that answers by a script, and what came of it. */
export interface Scripted {
  readonly cloud: CloudFormation;
  readonly storage: Storage;
  /** The requests that arrived. */
  readonly requests: readonly { readonly method: string; readonly url: string; readonly body: string }[];
  /** The milliseconds that were waited for between attempts. */
  readonly waits: readonly number[];
}

export const NOW = Date.parse('2026-11-21T12:00:00Z');

/** Answers with each step of a script in turn, and with the last one from then on. */
export async function withEndpoint<T>(
  script: readonly Step[],
  use: (scripted: Scripted) => Promise<T>,
  environment: NodeJS.ProcessEnv = {},
): Promise<T> {
  const requests: { method: string; url: string; body: string }[] = [];
  const waits: number[] = [];
  const server = createServer(async (request, response) => {
    requests.push({ method: request.method ?? '', url: request.url ?? '', body: await textOf(request) });
    perform(script[Math.min(requests.length, script.length) - 1] ?? 'cut', request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const clock = {
    now: () => NOW,
    sleep: async (milliseconds: number) => {
      waits.push(milliseconds);
    },
  };
  try {
    const connected = await connect({
      region: 'eu-west-1',
      endpointUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      clock,
      environment: { AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE', AWS_SECRET_ACCESS_KEY: 'TOPSECRET', ...environment },
      timeouts: { connection: 1000, answer: 60 },
    });
    return await use({ ...connected, requests, waits });
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

function perform(step: Step, request: IncomingMessage, response: ServerResponse): void {
  if (step === 'silent') return;
  if (step === 'cut') return void request.socket.destroy();
  if (step === 'cut within') {
    response.writeHead(200, { 'content-length': 1000 });
    response.write('<DescribeStacksResponse>', () => request.socket.destroy());
    return;
  }
  response.writeHead(step.status, { 'content-type': 'text/xml', ...step.headers });
  response.end(step.body);
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
}

/** An error as CloudFormation says it. */
export function error(status: number, code: string, message: string, headers: Readonly<Record<string, string>> = {}) {
  const body = `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`;
  return { status, body, headers };
}

/** An answer of CloudFormation's. */
export function answer(operation: string, content: string) {
  const body = `<${operation}Response><${operation}Result>${content}</${operation}Result></${operation}Response>`;
  return { status: 200, body };
}
