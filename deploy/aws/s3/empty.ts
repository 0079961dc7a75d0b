import {
  DeleteObjectsCommand,
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandInput,
  type ListObjectVersionsCommandOutput,
  type ObjectIdentifier,
} from '@aws-sdk/client-s3';
import { Fault } from '../../api/fault.js';
import type { S3 } from './ask.js';

/** How much is in a bucket; counting stops at `most`. */
export async function count(s3: S3, bucket: string, most: number): Promise<number> {
  let found = 0;
  for await (const page of pages(s3, bucket)) {
    found += page.length;
    if (found >= most) return most;
  }
  return found;
}

/** Deletes everything, a page at a time. @throws Fault for the first that cannot be deleted. */
export async function empty(s3: S3, bucket: string, progress: (deleted: number) => void): Promise<number> {
  let deleted = 0;
  for await (const page of pages(s3, bucket)) {
    const input = { Bucket: bucket, Delete: { Objects: page, Quiet: true } };
    const { Errors = [] } = await s3.ask((client) => client.send(new DeleteObjectsCommand(input)));
    const [first] = Errors;
    if (first !== undefined) {
      const text = `"${first.Key}" in the bucket "${bucket}" cannot be deleted: ${first.Message ?? first.Code}.`;
      throw new Fault('refused', first.Code ?? 'DeleteObjects', text);
    }
    deleted += page.length;
    progress(deleted);
  }
  return deleted;
}

/** All versions and delete markers, at most 1,000 a page, which is also what can be deleted at once. */
async function* pages({ ask }: S3, bucket: string): AsyncIterable<ObjectIdentifier[]> {
  let after: Pick<ListObjectVersionsCommandInput, 'KeyMarker' | 'VersionIdMarker'> | undefined = {};
  while (after !== undefined) {
    const input: ListObjectVersionsCommandInput = { Bucket: bucket, MaxKeys: 1000, ...after };
    const page: ListObjectVersionsCommandOutput = await ask((client) =>
      client.send(new ListObjectVersionsCommand(input)),
    );
    const things = [...(page.Versions ?? []), ...(page.DeleteMarkers ?? [])];
    if (things.length > 0) {
      yield things.map(({ Key = '', VersionId }) => ({ Key, ...(VersionId && { VersionId }) }));
    }
    after = page.IsTruncated ? { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker } : undefined;
  }
}
