import type { Reply } from '../http.js';
import { element, escaped } from '../xml.js';
import type { S3Request } from './answer.js';
import { bucketOf } from './buckets.js';
import { unchunked } from './chunks.js';
import { S3Error, s3Document } from './failure.js';
import type { StoredObject } from './objects.js';
import { textsOf } from './read.js';

export async function putObject(asked: S3Request): Promise<Reply> {
  await bucketOf(asked);
  const { headers, body } = asked.request;
  if (headers['x-amz-copy-source'] !== undefined)
    throw new S3Error(501, 'NotImplemented', 'The local S3 does not copy');
  const { md5 } = await asked.objects.put(asked.bucket, asked.key, unchunked(headers, body));
  return { status: 200, headers: { etag: `"${md5}"` } };
}

export async function getObject(asked: S3Request): Promise<Reply> {
  await bucketOf(asked);
  const found = await asked.objects.get(asked.bucket, asked.key);
  if (found === undefined) throw new S3Error(404, 'NoSuchKey', 'The specified key does not exist.');
  const { md5, at } = found.object;
  const headers = {
    etag: `"${md5}"`,
    'last-modified': new Date(at).toUTCString(),
    'content-type': 'binary/octet-stream',
  };
  return { status: 200, headers, body: found.body };
}

export async function deleteObject(asked: S3Request): Promise<Reply> {
  await bucketOf(asked);
  await asked.objects.delete(asked.bucket, asked.key);
  return { status: 204 };
}

export async function deleteObjects(asked: S3Request): Promise<Reply> {
  await bucketOf(asked);
  const xml = asked.request.body.toString();
  const keys = textsOf(xml, 'Key');
  if (keys.length > 1000) throw new S3Error(400, 'MalformedXML', 'More than 1,000 keys');
  for (const key of keys) await asked.objects.delete(asked.bucket, key);
  const quiet = textsOf(xml, 'Quiet')[0] === 'true';
  const said = quiet ? [] : keys.map((key) => element('Deleted', element('Key', escaped(key))));
  return s3Document('DeleteResult', said.join(''));
}

export async function listObjects(asked: S3Request): Promise<Reply> {
  const { query } = asked.request;
  const { page, more } = await pageOf(
    asked,
    query.get('continuation-token') ?? query.get('start-after') ?? query.get('marker') ?? '',
    'max-keys',
  );
  const last = page.at(-1)?.key ?? '';
  const next = more ? element('NextContinuationToken', escaped(last)) + element('NextMarker', escaped(last)) : '';
  const contents = page.map((object) => element('Contents', listed(object))).join('');
  const counts = element('KeyCount', String(page.length)) + element('IsTruncated', String(more));
  return s3Document('ListBucketResult', element('Name', escaped(asked.bucket)) + counts + next + contents);
}

export async function listVersions(asked: S3Request): Promise<Reply> {
  const { page, more } = await pageOf(asked, asked.request.query.get('key-marker') ?? '', 'max-keys');
  const last = page.at(-1)?.key ?? '';
  const next = more ? element('NextKeyMarker', escaped(last)) + element('NextVersionIdMarker', 'null') : '';
  const versions = page
    .map((object) => element('Version', listed(object) + element('VersionId', 'null') + element('IsLatest', 'true')))
    .join('');
  return s3Document(
    'ListVersionsResult',
    element('Name', escaped(asked.bucket)) + element('IsTruncated', String(more)) + next + versions,
  );
}

async function pageOf(asked: S3Request, after: string, limit: string) {
  await bucketOf(asked);
  const { query } = asked.request;
  const prefix = query.get('prefix') ?? '';
  const asMany = Math.min(Number(query.get(limit) ?? 1000) || 1000, 1000);
  const all = (await asked.objects.list(asked.bucket)).filter(({ key }) => key.startsWith(prefix) && key > after);
  return { page: all.slice(0, asMany), more: all.length > asMany };
}

function listed({ key, size, at, md5 }: StoredObject): string {
  return (
    element('Key', escaped(key)) +
    element('LastModified', new Date(at).toISOString()) +
    element('ETag', `&quot;${md5}&quot;`) +
    element('Size', String(size)) +
    element('StorageClass', 'STANDARD')
  );
}
