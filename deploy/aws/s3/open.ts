import type { Storage } from '../../api/storage.js';
import type { AwsOptions } from '../connect.js';
import { openClient } from './ask.js';
import { createTemplateBucket } from './create.js';
import { count, empty } from './empty.js';
import { findTemplateBucket } from './find.js';
import { put } from './put.js';

/** What deploying asks of S3, of AWS's or of an endpoint's. */
export async function openS3(options: AwsOptions & { readonly region: string }): Promise<Storage> {
  const s3 = await openClient(options);
  return {
    findTemplateBucket: () => findTemplateBucket(s3),
    createTemplateBucket: (name) => createTemplateBucket(s3, name),
    put: (bucket, key, body) => put(s3, bucket, key, body),
    count: (bucket, most) => count(s3, bucket, most),
    empty: (bucket, progress) => empty(s3, bucket, progress),
  };
}
