import { createHash } from 'node:crypto';
import type { Clock } from '../../api/session.js';
import type { Objects, StoredBucket } from '../serve/s3/objects.js';
import type { AccountState, BucketState } from '../state/account.js';
import type { Working } from '../store/store.js';
import type { Bodies } from './bodies.js';

/** The buckets of an account, and how to empty one at once. */
export interface Buckets extends Objects {
  /** Gives how many objects there were. */
  clear(bucket: string): Promise<number>;
}

/** The buckets of a simulated account: those that stacks have made, and those that were made by themselves. */
export function openObjects(store: Working, bodies: Bodies, clock: Clock): Buckets {
  const reading = <T>(look: (account: AccountState) => T) => store.work(({ account }) => look(account));
  const changing = <T>(change: (account: AccountState) => T) =>
    store.work((unit) => {
      unit.changed('account');
      return change(unit.account);
    });
  return {
    buckets: () => reading((account) => account.buckets.map(shown).sort((a, b) => (a.name < b.name ? -1 : 1))),
    create: (name, region) =>
      changing((account) => {
        if (find(account, name) !== undefined) return;
        account.buckets.push({ name, region, created: clock.now(), tags: [], objects: [] });
      }),
    remove: (name) =>
      changing((account) => {
        if (find(account, name)?.objects.length === 0)
          account.buckets = account.buckets.filter((one) => one.name !== name);
      }),
    tag: (name, tags) =>
      changing((account) => {
        const bucket = find(account, name);
        if (bucket !== undefined) bucket.tags = [...tags];
      }),
    list: (bucket) => reading((account) => [...(find(account, bucket)?.objects ?? [])]),
    get: (bucket, key) =>
      reading((account) => {
        const object = find(account, bucket)?.objects.find((one) => one.key === key);
        const body = object && bodies.read(bucket, key);
        return object === undefined || body === undefined ? undefined : { object, body };
      }),
    put: (bucket, key, body) =>
      changing((account) => {
        const object = { key, size: body.length, at: clock.now(), md5: createHash('md5').update(body).digest('hex') };
        const known = find(account, bucket);
        if (known === undefined) return object;
        bodies.write(bucket, key, body);
        known.objects = [...known.objects.filter((one) => one.key !== key), object].sort((a, b) =>
          a.key < b.key ? -1 : 1,
        );
        return object;
      }),
    delete: (bucket, key) =>
      changing((account) => {
        const known = find(account, bucket);
        if (known === undefined) return;
        known.objects = known.objects.filter((one) => one.key !== key);
        bodies.delete(bucket, key);
      }),
    clear: (bucket) =>
      changing((account) => {
        const known = find(account, bucket);
        const objects = known?.objects ?? [];
        for (const { key } of objects) bodies.delete(bucket, key);
        if (known !== undefined) known.objects = [];
        return objects.length;
      }),
  };
}

function find({ buckets }: AccountState, name: string): BucketState | undefined {
  return buckets.find((one) => one.name === name);
}

function shown({ name, region, created, tags }: BucketState): StoredBucket {
  return { name, region, created, tags: new Map(tags) };
}
