import type { Request } from '../http.js';
import { S3Error } from './failure.js';

/**
 * A body that is sent in signed chunks, put together (Amazon S3 API Reference, "Signature calculations: transferring
 * payload in multiple chunks"): each is `SIZE;chunk-signature=…` in hexadecimal, a line's end, and as many bytes.
 */
export function unchunked(headers: Request['headers'], body: Buffer): Buffer {
  const streaming = headers['x-amz-content-sha256']?.startsWith('STREAMING-') ?? false;
  if (!streaming && !headers['content-encoding']?.includes('aws-chunked')) return body;
  const parts: Buffer[] = [];
  for (let at = 0; at < body.length; ) {
    const end = body.indexOf('\r\n', at);
    const size = Number.parseInt(body.toString('latin1', at, end < 0 ? at : end), 16);
    if (end < 0 || Number.isNaN(size) || end + 2 + size > body.length) {
      throw new S3Error(400, 'IncompleteBody', 'The chunks of the body do not fit');
    }
    if (size === 0) break;
    parts.push(body.subarray(end + 2, end + 2 + size));
    at = end + 2 + size + 2;
  }
  return Buffer.concat(parts);
}
