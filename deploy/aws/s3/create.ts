import {
  type BucketLocationConstraint,
  CreateBucketCommand,
  PutBucketEncryptionCommand,
  PutBucketLifecycleConfigurationCommand,
  PutBucketOwnershipControlsCommand,
  PutBucketTaggingCommand,
  PutPublicAccessBlockCommand,
} from '@aws-sdk/client-s3';
import { Fault } from '../../api/fault.js';
import type { S3 } from './ask.js';
import { TAG } from './names.js';

const CLOSED = { BlockPublicAcls: true, IgnorePublicAcls: true, BlockPublicPolicy: true, RestrictPublicBuckets: true };

const ENCRYPTION = { Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' as const } }] };

const LIFECYCLE = {
  Rules: [
    {
      ID: 'templates',
      Status: 'Enabled' as const,
      Filter: { Prefix: 'templates/' },
      Expiration: { Days: 30 },
      AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 },
    },
  ],
};

const OWNERSHIP = { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' as const }] };

/** Makes a bucket for templates. The tag comes last: a bucket that is half made is not found, and can be made again. */
export async function createTemplateBucket({ ask, region }: S3, name: string): Promise<void> {
  const bucket = { Bucket: name };
  await existing(ask((client) => client.send(new CreateBucketCommand({ ...bucket, ...placeOf(region) }))));
  await ask((client) =>
    client.send(new PutPublicAccessBlockCommand({ ...bucket, PublicAccessBlockConfiguration: CLOSED })),
  );
  await ask((client) =>
    client.send(new PutBucketEncryptionCommand({ ...bucket, ServerSideEncryptionConfiguration: ENCRYPTION })),
  );
  await ask((client) =>
    client.send(new PutBucketLifecycleConfigurationCommand({ ...bucket, LifecycleConfiguration: LIFECYCLE })),
  );
  await ask((client) =>
    client.send(new PutBucketOwnershipControlsCommand({ ...bucket, OwnershipControls: OWNERSHIP })),
  );
  await ask((client) => client.send(new PutBucketTaggingCommand({ ...bucket, Tagging: { TagSet: [TAG] } })));
}

/** S3's first region is the one that is meant where none is said, and must not be said. */
function placeOf(region: string) {
  if (region === 'us-east-1') return {};
  return { CreateBucketConfiguration: { LocationConstraint: region as BucketLocationConstraint } };
}

/** Creating a bucket that one has already is an error of its own everywhere but in the first region. */
async function existing(creation: Promise<unknown>): Promise<void> {
  try {
    await creation;
  } catch (error) {
    if (error instanceof Fault && error.code === 'BucketAlreadyOwnedByYou') return;
    throw error;
  }
}
