import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CloudFormation } from '../../api/cloudformation.js';
import { Fault } from '../../api/fault.js';
import type { Storage } from '../../api/storage.js';
import { answerQuery, failure } from './cloudformation.js';
import { type Reply, readRequest, send } from './http.js';
import { scopeOf } from './scope.js';

/** What is served in a region. */
export interface Served {
  readonly cloud: CloudFormation;
  readonly storage: Storage;
}

export interface ServeOptions {
  /** 0 for one that is free. */
  readonly port: number;
  readonly open: (region: string) => Served;
}

const MEGABYTE = 1024 * 1024;

/**
 * Offers CloudFormation, and what of S3 templates need, over HTTP on 127.0.0.1, as AWS speaks it.
 *
 * @throws Fault where the port cannot be had.
 */
export async function serve(options: ServeOptions): Promise<{ readonly url: string; close(): Promise<void> }> {
  const regions = new Map<string, Served>();
  const open = (region: string): Served => {
    const served = regions.get(region) ?? options.open(region);
    regions.set(region, served);
    return served;
  };
  const server = createServer((message, response) => void handle(message, response, open));
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(portFault(options.port, error)));
    server.listen(options.port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function handle(message: IncomingMessage, response: ServerResponse, open: (region: string) => Served) {
  try {
    send(response, message.method, await reply(message, open));
  } catch {
    // The other side is gone.
    response.destroy();
  }
}

async function reply(message: IncomingMessage, open: (region: string) => Served): Promise<Reply> {
  if (!isOurs(message)) return { status: 403, body: 'This host is not served.\n' };
  const request = await readRequest(message, 2 * MEGABYTE);
  if (request === undefined) return tooLong();
  if (request.path === '/_health') return { status: 200, body: 'ok\n' };
  const scope = scopeOf(request);
  if (scope === undefined) return failure(unsigned());
  return answerQuery(request, open(scope.region).cloud);
}

/**
 * A page in a browser can have its own name mean 127.0.0.1, and can send forms anywhere: the first is told by the name
 * of the host, the second by the origin that browsers send along.
 */
function isOurs({ headers }: IncomingMessage): boolean {
  const host = headers.host?.replace(/:\d+$/, '') ?? '';
  return /^(?:127\.0\.0\.1|localhost)$/i.test(host) && headers.origin === undefined;
}

function tooLong(): Reply {
  const fault = new Fault('refused', 'RequestEntityTooLarge', 'The request is longer than 2 MB.');
  return { ...failure(fault), headers: { connection: 'close', 'content-type': 'text/xml; charset=utf-8' } };
}

/** As CloudFormation says it. It also keeps forms out that a page sends, which cannot be signed. */
function unsigned(): Fault {
  return new Fault('credentials', 'MissingAuthenticationToken', 'Request is missing Authentication Token');
}

function portFault(port: number, { code }: NodeJS.ErrnoException): Fault {
  const text =
    code === 'EADDRINUSE' ? `Something else listens on port ${port}.` : `Port ${port} cannot be used (${code}).`;
  return new Fault('unreachable', code ?? 'Listen', text, 'Choose another with --port, or 0 for one that is free.');
}
