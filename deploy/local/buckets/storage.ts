import { Fault } from '../../api/fault.js';
import type { Storage } from '../../api/storage.js';
import { addressOf } from './address.js';
import type { Buckets } from './objects.js';

/** What a bucket for templates is found by. */
const TAG = 'jiml:templates';

/** What deploying asks of S3, answered by the buckets of a simulated account. */
export function openStorage(objects: Buckets, region: string): Storage {
  const bucketOf = async (name: string) => {
    const found = (await objects.buckets()).find((one) => one.name === name);
    if (found === undefined) throw new Fault('refused', 'NoSuchBucket', `There is no bucket "${name}".`);
    return found;
  };
  return {
    findTemplateBucket: async () =>
      (await objects.buckets()).find((one) => one.region === region && one.tags.get(TAG) === 'true')?.name,
    createTemplateBucket: async (name) => {
      if ((await objects.buckets()).some((one) => one.name === name)) {
        throw new Fault('refused', 'BucketAlreadyExists', `There is a bucket "${name}" already.`);
      }
      await objects.create(name, region);
      await objects.tag(name, new Map([[TAG, 'true']]));
    },
    put: async (bucket, key, body) => {
      const found = await bucketOf(bucket);
      if ((await objects.get(bucket, key)) === undefined) await objects.put(bucket, key, Buffer.from(body));
      return addressOf(found, key);
    },
    count: async (bucket, most) => {
      const { name } = await bucketOf(bucket);
      return Math.min((await objects.list(name)).length, most);
    },
    empty: async (bucket, progress) => {
      const { name } = await bucketOf(bucket);
      const deleted = await objects.clear(name);
      if (deleted > 0) progress(deleted);
      return deleted;
    },
  };
}
