import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CloudFormation } from '../../api/cloudformation.js';
import { Fault } from '../../api/fault.js';
import { answerQuery, failure } from './cloudformation.js';
import { type Reply, type Request, readRequest, send } from './http.js';
import { answerS3 } from './s3/answer.js';
import type { Objects } from './s3/objects.js';
import { scopeOf } from './scope.js';

/** What is served in a region. */
export interface Served {
  readonly cloud: CloudFormation;
  /** The account's buckets, in all regions; without them there is no S3. */
  readonly objects?: Objects;
}

export interface ServeOptions {
  /** 0 for one that is free. */
  readonly port: number;
  readonly open: (region: string) => Served;
}

const MEGABYTE = 1024 * 1024;

/** What is signed for nobody, as a template that CloudFormation reads, is asked of S3 here. */
const ANYWHERE = 'us-east-1';

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
  const toQuery = /^\/(?:\?|$)/.test(message.url ?? '') && message.method === 'POST';
  const request = await readRequest(message, toQuery ? 2 * MEGABYTE : 64 * MEGABYTE);
  if (request === undefined) return tooLong();
  if (request.path === '/_health') return { status: 200, body: 'ok\n' };
  const scope = scopeOf(request);
  if (scope?.service === 's3' || (scope === undefined && isReading(request))) {
    const region = scope?.region ?? ANYWHERE;
    return answerS3(request, open(region).objects, region);
  }
  return scope === undefined ? failure(unsigned()) : answerQuery(request, open(scope.region).cloud);
}

/** An object may be read without a signature, as it can with an address that is signed. */
function isReading({ method, path }: Request): boolean {
  return (method === 'GET' || method === 'HEAD') && path !== '/';
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
  const fault = new Fault('refused', 'RequestEntityTooLarge', 'The request is too long.');
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
