import type { Reply } from '../http.js';
import { element, escaped } from '../xml.js';
import type { S3Request } from './answer.js';
import { noSuchBucket, S3Error, s3Document } from './failure.js';
import type { StoredBucket } from './objects.js';
import { textsOf } from './read.js';

export async function listBuckets({ objects, request: { query } }: S3Request): Promise<Reply> {
  const prefix = query.get('prefix') ?? '';
  const region = query.get('bucket-region');
  const found = (await objects.buckets()).filter(
    (bucket) => bucket.name.startsWith(prefix) && (region === null || bucket.region === region),
  );
  const listed = found.map(
    ({ name, created, region: at }) =>
      element('Name', escaped(name)) + element('CreationDate', iso(created)) + element('BucketRegion', at),
  );
  return s3Document('ListAllMyBucketsResult', element('Buckets', listed.map((one) => element('Bucket', one)).join('')));
}

export async function createBucket({ objects, bucket, region, request: { body } }: S3Request): Promise<Reply> {
  if (!/^(?=.{3,63}$)[a-z0-9](?:[a-z0-9.-]*[a-z0-9])$/.test(bucket) || bucket.includes('..')) {
    throw new S3Error(400, 'InvalidBucketName', 'The specified bucket is not valid.');
  }
  if ((await objects.buckets()).some(({ name }) => name === bucket)) {
    const text = 'Your previous request to create the named bucket succeeded and you already own it.';
    throw new S3Error(409, 'BucketAlreadyOwnedByYou', text);
  }
  await objects.create(bucket, textsOf(body.toString(), 'LocationConstraint')[0] ?? region);
  return { status: 200, headers: { location: `/${bucket}` } };
}

export async function headBucket(asked: S3Request): Promise<Reply> {
  const { region } = await bucketOf(asked);
  return { status: 200, headers: { 'x-amz-bucket-region': region } };
}

export async function deleteBucket(asked: S3Request): Promise<Reply> {
  const { name } = await bucketOf(asked);
  if ((await asked.objects.list(name)).length > 0) {
    throw new S3Error(409, 'BucketNotEmpty', 'The bucket you tried to delete is not empty');
  }
  await asked.objects.remove(name);
  return { status: 204 };
}

export async function locationOf(asked: S3Request): Promise<Reply> {
  const { region } = await bucketOf(asked);
  return s3Document('LocationConstraint', region === 'us-east-1' ? '' : region);
}

export async function versioningOf(asked: S3Request): Promise<Reply> {
  await bucketOf(asked);
  return s3Document('VersioningConfiguration', '');
}

export async function tagsOf(asked: S3Request): Promise<Reply> {
  const { tags } = await bucketOf(asked);
  if (tags.size === 0) throw new S3Error(404, 'NoSuchTagSet', 'The TagSet does not exist');
  const listed = [...tags].map(([key, value]) =>
    element('Tag', element('Key', escaped(key)) + element('Value', escaped(value))),
  );
  return s3Document('Tagging', element('TagSet', listed.join('')));
}

export async function tagBucket(asked: S3Request): Promise<Reply> {
  const { name } = await bucketOf(asked);
  const text = asked.request.body.toString();
  const values = textsOf(text, 'Value');
  await asked.objects.tag(name, new Map(textsOf(text, 'Key').map((key, index) => [key, values[index] ?? ''])));
  return { status: 204 };
}

export async function takeSetting(asked: S3Request): Promise<Reply> {
  await bucketOf(asked);
  return { status: 200 };
}

/** @throws S3Error where it is not there. */
export async function bucketOf({ objects, bucket }: S3Request): Promise<StoredBucket> {
  const found = (await objects.buckets()).find(({ name }) => name === bucket);
  if (found === undefined) throw noSuchBucket();
  return found;
}

function iso(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
