import type { StoredBucket } from '../serve/s3/objects.js';

/** The address of an object, as S3 has it. */
export function addressOf({ name, region }: Pick<StoredBucket, 'name' | 'region'>, key: string): string {
  return `https://${name}.s3.${region}.amazonaws.com/${key.split('/').map(encodeURIComponent).join('/')}`;
}

/**
 * The bucket and the key of an object's address, in any of S3's forms or on this machine (Amazon S3 User Guide, "Methods
 * for accessing a bucket"); undefined for another address.
 */
export function objectAt(url: string): { readonly bucket: string; readonly key: string } | undefined {
  let parsed: URL;
  try {
    parsed = new URL(url);
    const path = decodeURIComponent(parsed.pathname).slice(1);
    const host = /^(?:(.+)\.)?s3[.-](?:[a-z0-9-]+\.)*amazonaws\.com(?:\.cn)?$/.exec(parsed.hostname);
    const isHere = /^(?:127\.0\.0\.1|localhost|s3\.localhost)$/.test(parsed.hostname);
    if (host?.[1] !== undefined) return { bucket: host[1], key: path };
    if (host === null && parsed.protocol !== 's3:' && !isHere) return undefined;
    if (parsed.protocol === 's3:') return { bucket: parsed.hostname, key: path };
    const [bucket = '', ...rest] = path.split('/');
    return { bucket, key: rest.join('/') };
  } catch {
    return undefined;
  }
}
