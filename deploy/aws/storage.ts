import type { Storage } from '../api/storage.js';
import type { AwsOptions } from './connect.js';

/** S3, whose client is loaded when it is first asked for something: few deployments need it. */
export function lazyStorage(options: AwsOptions & { readonly region: string }): Storage {
  let loading: Promise<Storage> | undefined;
  const load = () => (loading ??= import('./s3/open.js').then(({ openS3 }) => openS3(options)));
  return {
    findTemplateBucket: async () => (await load()).findTemplateBucket(),
    createTemplateBucket: async (name) => (await load()).createTemplateBucket(name),
    put: async (bucket, key, body) => (await load()).put(bucket, key, body),
    count: async (bucket, most) => (await load()).count(bucket, most),
    empty: async (bucket, progress) => (await load()).empty(bucket, progress),
  };
}
