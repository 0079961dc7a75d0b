import { HeadBucketCommand, HeadObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { Fault } from '../../api/fault.js';
import type { S3 } from './ask.js';

/** Puts an object there unless it is there, and gives its address. */
export async function put(s3: S3, bucket: string, key: string, body: string | Uint8Array): Promise<string> {
  const address = await addressOf(s3, bucket, key);
  const object = { Bucket: bucket, Key: key };
  if (!(await isThere(s3, object))) {
    await s3.ask((client) => client.send(new PutObjectCommand({ ...object, Body: body })));
  }
  return address;
}

/** Who may write but not list hears 403 of what is not there. */
async function isThere({ ask }: S3, object: { readonly Bucket: string; readonly Key: string }): Promise<boolean> {
  try {
    await ask((client) => client.send(new HeadObjectCommand(object)));
    return true;
  } catch (error) {
    if (error instanceof Fault && /^(?:NotFound|NoSuchKey|AccessDenied)$/.test(error.code)) return false;
    throw error;
  }
}

/** The address as the SDK itself would ask for it, in the bucket's own region. */
async function addressOf(s3: S3, bucket: string, key: string): Promise<string> {
  const { config } = s3.client;
  const configured = (await config.endpoint?.()) ?? (await config.serviceConfiguredEndpoint?.());
  const { url } = config.endpointProvider({
    Bucket: bucket,
    Region: await regionOf(s3, bucket),
    ForcePathStyle: Boolean(config.forcePathStyle),
    UseFIPS: await config.useFipsEndpoint(),
    UseDualStack: await config.useDualstackEndpoint(),
    ...(configured && { Endpoint: typeof configured === 'string' ? configured : origin(configured) }),
  });
  return `${url.href.replace(/\/$/, '')}/${key.split('/').map(encodeURIComponent).join('/')}`;
}

function origin({ protocol, hostname, port }: { protocol: string; hostname: string; port?: number }): string {
  return `${protocol}//${hostname}${port === undefined ? '' : `:${port}`}`;
}

async function regionOf({ ask, region }: S3, bucket: string): Promise<string> {
  try {
    const { BucketRegion } = await ask((client) => client.send(new HeadBucketCommand({ Bucket: bucket })));
    return BucketRegion ?? region;
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    // Who may write but not list; the region of the request is the best guess then.
    if (error.code === 'AccessDenied') return region;
    if (error.code !== 'NotFound' && error.code !== 'NoSuchBucket') throw error;
    throw new Fault('refused', 'NoSuchBucket', `There is no bucket "${bucket}".`);
  }
}
