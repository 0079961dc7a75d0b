import { S3Client } from '@aws-sdk/client-s3';
import { watchAnswers } from '../answers.js';
import { clientOf } from '../client.js';
import type { AwsOptions } from '../connect.js';
import { understanding } from '../faults/understand.js';
import { persist } from '../persist.js';
import { settings } from '../settings.js';

/** S3 in one region, as the parts of storage ask it. */
export interface S3 {
  readonly region: string;
  readonly client: S3Client;
  /** Makes a request, again where there is use in it: all that is asked of S3 may be done twice. Throws Fault. */
  ask<T>(request: (client: S3Client) => Promise<T>): Promise<T>;
}

/** The client of S3. An endpoint that is not AWS's has its buckets in the path, and no checksums that AWS does not need. */
export async function openClient(options: AwsOptions & { readonly region: string }): Promise<S3> {
  const own = await isOwnEndpoint(options);
  const client = await clientOf(
    options,
    () =>
      new S3Client({
        ...settings(options),
        followRegionRedirects: true,
        ...(own && { forcePathStyle: true, requestChecksumCalculation: 'WHEN_REQUIRED' }),
      }),
  );
  watchAnswers(client.middlewareStack, 'maybe');
  const understand = understanding('S3', options, client.config);
  const rules = { understand, attempts: await client.config.maxAttempts(), repeatable: true, clock: options.clock };
  return { client, region: options.region, ask: (request) => persist(() => request(client), rules) };
}

/** Whether the endpoint is configured, here or where the SDK looks. */
async function isOwnEndpoint(options: AwsOptions): Promise<boolean> {
  if (options.endpointUrl) return true;
  const client = await clientOf(options, () => new S3Client(settings(options)));
  return Boolean(await client.config.serviceConfiguredEndpoint?.());
}
