import { createHash } from 'node:crypto';
import { Declined } from '../api/declined.js';
import type { Session } from '../api/session.js';
import { bodyOf } from './body.js';

/** A template as a request carries it. */
export type TemplateArgument = { readonly TemplateBody: string } | { readonly TemplateURL: string };

export interface TemplateOptions {
  /** The bucket that large templates go through. */
  readonly bucket?: string | undefined;
  /** The account's number, for the name of a bucket that is made. */
  readonly account?: string | undefined;
}

type Needed = Pick<Session, 'storage' | 'person' | 'region' | 'report'>;

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
  const bucket = options.bucket ?? (await session.storage.findTemplateBucket()) ?? (await made(session, options));
  const key = `templates/${createHash('sha256').update(body.text).digest('hex')}.json`;
  session.report({ kind: 'step', text: `putting the template into the bucket ${bucket}` });
  return { TemplateURL: await session.storage.put(bucket, key, body.text) };
}

async function made({ storage, person, region, report }: Needed, { account }: TemplateOptions): Promise<string> {
  const name = ['jiml-templates', account, region].filter((part) => part !== undefined).join('-');
  const why = 'The template is too large for a request (51,200 bytes) and has to go through a bucket of S3';
  const question = `${why}. Make the bucket "${name}" for it, private, encrypted, its objects deleted after 30 days?`;
  if (person === undefined || !(await person.confirm(question)))
    throw new Declined(`${why}, and there is none that is meant for it.`, [
      '--template-bucket NAME names one that there is.',
      'One whose name begins with jiml- and that has the tag jiml:templates=true is found by itself.',
      ...(person === undefined ? ['Run it in a terminal, and one is made when you agree.'] : []),
    ]);
  report({ kind: 'step', text: `making the bucket ${name}` });
  await storage.createTemplateBucket(name);
  return name;
}
