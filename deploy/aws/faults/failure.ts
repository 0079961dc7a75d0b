import type { AwsOptions } from '../connect.js';

/** Whom a request was for, for the sentences about what became of it. */
export interface Asked {
  /** `CloudFormation` or `S3`. */
  readonly service: string;
  readonly options: AwsOptions;
  /** The host and port where it is reached, as far as it is known. */
  readonly host: string | undefined;
  /** Whether the credentials come from AWS IAM Identity Center. */
  readonly sso: boolean;
}

/** What may be found on what the SDK, or node, throws. */
export interface Thrown extends Error {
  readonly code?: string;
  /** CloudFormation's own word, where the SDK has a class of another name for it. */
  readonly Code?: string;
  readonly hostname?: string;
  readonly address?: string;
  readonly port?: number;
  readonly $fault?: 'client' | 'server';
  readonly $metadata?: { readonly httpStatusCode?: number; readonly clockSkewCorrected?: boolean };
  readonly $response?: { readonly headers?: Readonly<Record<string, string>> };
}

/** The SDK's message where the service sends none. */
export const NOTHING_SAID = 'UnknownError';

/** A service's sentence as one line of printable text, not too long. */
export function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what a terminal would obey is what is taken out
  const clean = text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ').trim();
  return clean.length > 4000 ? `${clean.slice(0, 4000)}…` : clean;
}
