import { Declined } from '../api/declined.js';
import type { Session } from '../api/session.js';

export interface TemplateOptions {
  /** The bucket that large templates go through. */
  readonly bucket?: string | undefined;
  /** The account's number, for the name of a bucket that is made. */
  readonly account?: string | undefined;
}

/** What a bucket is needed for, in the words of a question and a refusal. */
export interface Purpose {
  readonly why: string;
  /** What it would be like. */
  readonly kept: string;
  /** How one that there is can be named. */
  readonly hint: string;
  /** Whether one is made without a question. */
  readonly free?: boolean;
}

type Needed = Pick<Session, 'storage' | 'person' | 'region' | 'report'>;

/**
 * The bucket that things go through: the one given, the one that is tagged for it, or one that is made with consent.
 *
 * @throws Declined where there is none and none may be made; Fault as S3 does.
 */
export async function bucketFor(session: Needed, options: TemplateOptions, purpose: Purpose): Promise<string> {
  return options.bucket ?? (await session.storage.findTemplateBucket()) ?? (await made(session, options, purpose));
}

async function made(
  { storage, person, region, report }: Needed,
  { account }: TemplateOptions,
  { why, kept, hint, free = false }: Purpose,
): Promise<string> {
  const name = ['jiml-templates', account, region].filter((part) => part !== undefined).join('-');
  const question = `${why}. Make the bucket "${name}" for it, ${kept}?`;
  if (!free && (person === undefined || !(await person.confirm(question))))
    throw new Declined(`${why}, and there is none that is meant for it.`, [
      hint,
      'One whose name begins with jiml- and that has the tag jiml:templates=true is found by itself.',
      ...(person === undefined ? ['Run it in a terminal, and one is made when you agree.'] : []),
    ]);
  report({ kind: 'step', text: `making the bucket ${name}` });
  await storage.createTemplateBucket(name);
  return name;
}
