import { expect } from 'chai';
import { hintFor } from '../../../deploy/progress/hint.js';
import hints from '../../../deploy/progress/hints.json' with { type: 'json' };
import { plainReason } from '../../../deploy/progress/reason.js';

/** Reasons in the words of CloudFormation and of services, and what their hint says. Every hint is here. */
const rows: readonly (readonly [string, string])[] = [
  [
    'User: arn:aws:iam::123456789012:user/jo is not authorized to perform: rds:CreateDBInstance on resource: *',
    'Allow rds:CreateDBInstance',
  ],
  [
    'You are not authorized to perform this operation. Encoded authorization failure message: x (Service: Ec2, Status Code: 403)',
    'lacks a permission',
  ],
  ['Access Denied (Service: S3, Status Code: 403) (HandlerErrorCode: AccessDenied)', 'lacks a permission'],
  ["WaitCondition received failed message: 'bootstrap' for uniqueId: i-1", 'reported that it failed'],
  [
    'Received 1 FAILURE signal(s) out of 2. Unable to satisfy 100% MinSuccessfulInstancesPercent requirement',
    'reported that it failed',
  ],
  ['Failed to receive 1 resource signal(s) within the specified duration', 'did not say in time'],
  ['Received 0 SUCCESS signal(s) out of 1. Unable to satisfy the requirement', 'did not say in time'],
  ['WaitCondition timed out. Received 0 conditions when expecting 1', 'did not say in time'],
  ['shop-bucket already exists in stack arn:aws:cloudformation:us-east-1:123456789012:stack/other/1', 'has that name'],
  [
    "Resource of type 'AWS::S3::Bucket' with identifier 'a' already exists. (HandlerErrorCode: AlreadyExists)",
    'has that name',
  ],
  [
    'We currently do not have sufficient t3.micro capacity in the Availability Zone you requested (us-east-1e).',
    'no room',
  ],
  [
    'You have reached your quota of maximum number of addresses: The maximum number of addresses has been reached. (Service: Ec2, Status Code: 400)',
    'quota',
  ],
  ['You have attempted to create more buckets than allowed (TooManyBuckets)', 'quota'],
  ['Rate exceeded (Service: CloudWatch, Status Code: 400) (HandlerErrorCode: Throttling)', 'too often'],
  ['Exceeded attempts to wait (HandlerErrorCode: NotStabilized)', 'never became ready'],
  ['AWS::ECS::Service service did not stabilize.', 'never became ready'],
  [
    'Unable to assume the service linked role. Please verify that the ECS service linked role exists.',
    'create-service-linked-role',
  ],
  ["The image id '[ami-0123456789]' does not exist (Service: Ec2, Status Code: 400)", 'in one region only'],
  ['The bucket you tried to delete is not empty (Service: S3, Status Code: 409)', '--empty-buckets'],
  ['resource sg-0123456789 has a dependent object (Service: Ec2, Status Code: 400)', 'still uses it'],
  ['Export shop-vpc cannot be deleted as it is in use by other', 'imports this output'],
  [
    'Cannot delete protected DB Instance, please disable deletion protection and try again.',
    'protected from being deleted',
  ],
  [
    'CloudFormation cannot update a stack when a custom-named resource requires replacing. Rename shop and update the stack again.',
    'cannot be replaced under that name',
  ],
  ['Custom Resource failed to stabilize in expected time.', 'CloudWatch'],
  ['CloudFormation did not receive a response from your Custom Resource. Please check your logs', 'CloudWatch'],
  ['No updates are to be performed.', 'nothing to change'],
];

describe('hints for reasons', () => {
  for (const [reason, part] of rows) {
    it(`know "${reason.slice(0, 60)}"`, () => {
      expect(hintFor(reason)).to.contain(part);
    });
  }

  it('are each for one of these reasons, with a source and a sentence', () => {
    const given = new Set(rows.map(([reason]) => hintFor(reason)));
    for (const { hint, source } of hints) {
      expect(
        [...given].some((one) => one?.endsWith(hint.split('$1').at(-1) ?? '') === true),
        hint,
      ).to.equal(true);
      expect(hint).to.match(/\.$/);
      expect(source).to.contain('"');
    }
  });

  it('are not given for what is not known', () => {
    for (const reason of ['', 'Resource creation Initiated', 'Invalid value for Engine.', 'x'.repeat(1e6)]) {
      expect(hintFor(reason), reason.slice(0, 30)).to.equal(undefined);
    }
  });
});

describe('a reason as a person reads it', () => {
  for (const [reason, plain] of [
    [
      'Resource handler returned message: "Invalid class (Service: Rds, Status Code: 400, Request ID: 1) (SDK Attempt Count: 1)" (RequestToken: a-b, HandlerErrorCode: InvalidRequest)',
      'Invalid class',
    ],
    ['The bucket is not empty (Service: S3; Status Code: 409; Request ID: A)', 'The bucket is not empty'],
    ['Resource handler returned message: "Say "no"" (RequestToken: a, HandlerErrorCode: b)', 'Say "no"'],
    ['Plain (and simple).', 'Plain (and simple).'],
    ['', ''],
  ] as const) {
    it(`is "${plain}"`, () => {
      expect(plainReason(reason)).to.equal(plain);
    });
  }
});
