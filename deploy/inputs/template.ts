import { createHash } from 'node:crypto';
import type { Session } from '../api/session.js';
import { bodyOf } from './body.js';
import { bucketFor, type TemplateOptions } from './bucket.js';

export type { TemplateOptions } from './bucket.js';

/** A template as a request carries it. */
export type TemplateArgument = { readonly TemplateBody: string } | { readonly TemplateURL: string };

/** What it takes to put things into a bucket. */
export type Needed = Pick<Session, 'storage' | 'person' | 'region' | 'report'>;

const PURPOSE = {
  why: 'The template is too large for a request (51,200 bytes) and has to go through a bucket of S3',
  kept: 'private, encrypted, its objects deleted after 30 days',
  hint: '--template-bucket NAME names one that there is.',
};

/**
 * How a template is sent: as it is where CloudFormation takes it so (51,200 bytes of UTF-8), without blanks where that is
 * enough, otherwise through a bucket: the one given, the one that is tagged for it, or one that is made with consent.
 *
 * @param text The template as JSON.
 * @throws Misuse where it is over a megabyte; Declined where there is no bucket and none may be made; Fault as S3 does.
 */
export async function templateFor(text: string, session: Needed, options: TemplateOptions): Promise<TemplateArgument> {
  const body = bodyOf(text);
  if (body.inline) return { TemplateBody: body.text };
  const bucket = await bucketFor(session, options, PURPOSE);
  const key = `templates/${createHash('sha256').update(body.text).digest('hex')}.json`;
  session.report({ kind: 'step', text: `putting the template into the bucket ${bucket}` });
  return { TemplateURL: await session.storage.put(bucket, key, body.text) };
}
