import { GetBucketTaggingCommand, ListBucketsCommand } from '@aws-sdk/client-s3';
import { Fault } from '../../api/fault.js';
import type { S3 } from './ask.js';
import { PREFIX, TAG } from './names.js';

/** The first bucket by name that carries the tag. Those that may not be looked at are somebody else's. */
export async function findTemplateBucket(s3: S3): Promise<string | undefined> {
  for await (const name of bucketsHere(s3)) if (await isTagged(s3, name)) return name;
  return undefined;
}

/** S3 filters by region and prefix; what an endpoint does not filter is left out here. */
async function* bucketsHere({ ask, region }: S3): AsyncIterable<string> {
  let token: string | undefined;
  do {
    const input = {
      BucketRegion: region,
      Prefix: PREFIX,
      MaxBuckets: 1000,
      ...(token && { ContinuationToken: token }),
    };
    const page = await ask((client) => client.send(new ListBucketsCommand(input)));
    for (const { Name = '', BucketRegion = region } of page.Buckets ?? []) {
      if (Name.startsWith(PREFIX) && BucketRegion === region) yield Name;
    }
    token = page.ContinuationToken;
  } while (token);
}

async function isTagged({ ask }: S3, bucket: string): Promise<boolean> {
  try {
    const { TagSet } = await ask((client) => client.send(new GetBucketTaggingCommand({ Bucket: bucket })));
    return TagSet?.some(({ Key, Value }) => Key === TAG.Key && Value === TAG.Value) ?? false;
  } catch (error) {
    if (error instanceof Fault && PASSED_OVER.has(error.code)) return false;
    throw error;
  }
}

/** Without tags, not ours, or deleted just now. */
const PASSED_OVER: ReadonlySet<string> = new Set(['NoSuchTagSet', 'AccessDenied', 'NoSuchBucket']);
