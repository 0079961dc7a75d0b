import type { IncomingMessage } from 'node:http';
import type { CloudFormation } from '../../api/cloudformation.js';
import { Fault } from '../../api/fault.js';
import { answerQuery, failure } from './cloudformation.js';
import { type Reply, type Request, readRequest } from './http.js';
import { answerS3 } from './s3/answer.js';
import type { Objects } from './s3/objects.js';
import { scopeOf } from './scope.js';

/** What is served in a region. */
export interface Served {
  readonly cloud: CloudFormation;
  /** The account's buckets, in all regions; without them there is no S3. */
  readonly objects?: Objects;
}

const MEGABYTE = 1024 * 1024;

/** What is signed for nobody, as a template that CloudFormation reads, is asked of S3 here. */
const ANYWHERE = 'us-east-1';

/** Answers a request. @throws what the connection ends with, where the other side goes away. */
export async function reply(message: IncomingMessage, open: (region: string) => Served): Promise<Reply> {
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
