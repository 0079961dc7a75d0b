import type { IncomingMessage, ServerResponse } from 'node:http';

/** A request, read whole. */
export interface Request {
  readonly method: string;
  /** Without what follows the question mark, percent-encoding as it was sent. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
}

export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** The error, where it is none that a request may end in. */
  readonly bug?: unknown;
}

/** How much of what is too long is listened to, so that the other side hears why. */
const PATIENCE = 16;

/** Reads a request; gives undefined where it is longer than `most` bytes. */
export async function readRequest(message: IncomingMessage, most: number): Promise<Request | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > most * PATIENCE) break;
    if (length <= most) chunks.push(chunk);
  }
  if (length > most) return undefined;
  const [path = '/', ...query] = (message.url ?? '/').split('?');
  return {
    method: message.method ?? 'GET',
    path,
    query: new URLSearchParams(query.join('?')),
    headers: message.headers as Request['headers'],
    body: Buffer.concat(chunks),
  };
}

/** Sends an answer. Nothing is sent to HEAD but its headers. */
export function send(
  response: ServerResponse,
  method: string | undefined,
  { status, headers, body = '' }: Reply,
): void {
  const bytes = Buffer.from(body as string);
  response.writeHead(status, { 'content-length': bytes.length, ...headers });
  response.end(method === 'HEAD' ? undefined : bytes);
}
