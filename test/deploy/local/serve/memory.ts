import { createHash } from 'node:crypto';
import type { Objects, StoredBucket, StoredObject } from '../../../../deploy/local/serve/s3/objects.js';

interface Kept {
  bucket: StoredBucket;
  readonly contents: Map<string, { readonly object: StoredObject; readonly body: Uint8Array }>;
}

/** Buckets that are kept in memory. */
export function memoryObjects(): Objects {
  const all = new Map<string, Kept>();
  const sorted = <T>(entries: Iterable<readonly [string, T]>): readonly T[] =>
    [...entries].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
  return {
    buckets: async () => sorted(all).map(({ bucket }) => bucket),
    create: async (name, region) => {
      all.set(name, { bucket: { name, region, created: 0, tags: new Map() }, contents: new Map() });
    },
    remove: async (name) => {
      all.delete(name);
    },
    tag: async (name, tags) => {
      const kept = all.get(name);
      if (kept !== undefined) kept.bucket = { ...kept.bucket, tags };
    },
    list: async (name) => sorted(all.get(name)?.contents ?? []).map(({ object }) => object),
    get: async (name, key) => all.get(name)?.contents.get(key),
    put: async (name, key, body) => {
      const object = { key, size: body.length, at: 0, md5: createHash('md5').update(body).digest('hex') };
      all.get(name)?.contents.set(key, { object, body });
      return object;
    },
    delete: async (name, key) => {
      all.get(name)?.contents.delete(key);
    },
  };
}
