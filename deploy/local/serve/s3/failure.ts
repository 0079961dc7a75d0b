import type { Reply } from '../http.js';
import { element, members } from '../xml.js';

/** An error as S3 says it (Amazon S3 API Reference, "Error responses"). */
export class S3Error extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export const noSuchBucket = () => new S3Error(404, 'NoSuchBucket', 'The specified bucket does not exist');

export function s3Failure(error: unknown): Reply {
  const { status, code, message } =
    error instanceof S3Error ? error : new S3Error(500, 'InternalError', 'This is a bug in the local S3.');
  const reply = s3Document('Error', members({ Code: code, Message: message }), status);
  return error instanceof S3Error ? reply : { ...reply, bug: error };
}

/** An answer that is one XML document. */
export function s3Document(root: string, content: string, status = 200): Reply {
  const namespace = root === 'Error' ? '' : ' xmlns="http://s3.amazonaws.com/doc/2006-03-01/"';
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n${element(root, content, namespace)}`;
  return { status, headers: { 'content-type': 'application/xml' }, body };
}
