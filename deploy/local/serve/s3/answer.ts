import type { Reply, Request } from '../http.js';
import * as bucketAnswers from './buckets.js';
import * as objectAnswers from './contents.js';
import { S3Error, s3Failure } from './failure.js';
import type { Objects } from './objects.js';

/** A request for S3: what it is about, and in which region it was signed. */
export interface S3Request {
  readonly request: Request;
  readonly objects: Objects;
  readonly region: string;
  readonly bucket: string;
  readonly key: string;
}

type Handler = (asked: S3Request) => Promise<Reply>;

/** Bucket settings that are taken without an effect: there is nobody here to be kept out. */
const TAKEN = ['encryption', 'lifecycle', 'ownershipControls', 'policy', 'publicAccessBlock', 'versioning'];

/** What is understood: the method, what it is asked of, and the first word of the query that names a part of it. */
const HANDLERS: ReadonlyMap<string, Handler> = new Map([
  ['GET account', bucketAnswers.listBuckets],
  ['PUT bucket', bucketAnswers.createBucket],
  ['HEAD bucket', bucketAnswers.headBucket],
  ['DELETE bucket', bucketAnswers.deleteBucket],
  ['GET bucket?location', bucketAnswers.locationOf],
  ['GET bucket?versioning', bucketAnswers.versioningOf],
  ['GET bucket?tagging', bucketAnswers.tagsOf],
  ['PUT bucket?tagging', bucketAnswers.tagBucket],
  ...TAKEN.map((part) => [`PUT bucket?${part}`, bucketAnswers.takeSetting] as const),
  ['GET bucket', objectAnswers.listObjects],
  ['GET bucket?versions', objectAnswers.listVersions],
  ['POST bucket?delete', objectAnswers.deleteObjects],
  ['PUT object', objectAnswers.putObject],
  ['GET object', objectAnswers.getObject],
  ['HEAD object', objectAnswers.getObject],
  ['DELETE object', objectAnswers.deleteObject],
] satisfies (readonly [string, Handler])[]);

const PARTS = ['location', 'tagging', 'versions', 'delete', 'acl', 'uploads', 'uploadId', ...TAKEN];

/** Answers a request in S3's protocol, the bucket in the path. Never throws. */
export async function answerS3(request: Request, objects: Objects | undefined, region: string): Promise<Reply> {
  try {
    const [bucket = '', ...rest] = decoded(request.path).slice(1).split('/');
    const key = rest.join('/');
    const what = bucket === '' ? 'account' : key === '' ? 'bucket' : 'object';
    const part = PARTS.find((name) => request.query.has(name));
    const handler = HANDLERS.get(`${request.method} ${what}${part === undefined ? '' : `?${part}`}`);
    if (handler === undefined || objects === undefined)
      throw new S3Error(501, 'NotImplemented', 'The local S3 does not do this');
    return await handler({ request, objects, region, bucket, key });
  } catch (error) {
    return s3Failure(error);
  }
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    throw new S3Error(400, 'InvalidURI', 'The address cannot be decoded');
  }
}
