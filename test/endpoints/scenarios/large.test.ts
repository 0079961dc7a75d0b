import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scenario } from '../harness/scenario.js';

const store = `name: store
resources:
  - id: Store
    type: AWS::S3::Bucket
    config: { BucketName: jiml-store, Tags: [{ Key: "jiml:templates", Value: "true" }] }
`;
const text = 'x'.repeat(1_000);
const values = Array.from(
  { length: 60 },
  (_, index) =>
    `  - { id: P${index}, type: AWS::SSM::Parameter, config: { Name: /large/${index}, Type: String, Value: ${text} } }\n`,
);

/** CloudFormation takes 51,200 bytes in a request, and more from a bucket. */
scenario('large', ({ folder, step }) => {
  const deploy =
    (blueprint: string, ...more: readonly string[]) =>
    async () => {
      writeFileSync(join(folder, 'blueprint.yaml'), blueprint);
      return ['deploy', 'blueprint.yaml', '--yes', '--format', 'json', ...more];
    };
  const large = `name: large\nresources:\n${values.join('')}`;
  const done = { code: 0, left: 0, status: 'CREATE_COMPLETE' } as const;

  step('without a bucket', deploy(large), { code: 6, status: 'none', says: /51,200/ });
  step('a bucket for templates', deploy(store), { ...done, stack: 'store' });
  step('through a bucket that is found by its tag', deploy(large), done);
  step('through a bucket that is named', deploy(large, '--template-bucket', 'jiml-store'), done);
  step('destroy', ['destroy', '--stack', 'large', '--yes', '--allow', 'delete:*'], { code: 0, status: 'none' });
  const destroy = ['destroy', '--stack', 'store', '--yes', '--allow', 'delete:*'];
  step('destroy a bucket with something in it', [...destroy, '--empty-buckets'], {
    code: 0,
    stack: 'store',
    status: 'none',
    says: /1 object/,
  });
});
