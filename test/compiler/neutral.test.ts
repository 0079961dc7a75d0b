import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';

const ROOT = join(import.meta.dirname, '..', '..', '..');

/** Services of AWS, as their names and as the namespaces of their types. */
const SERVICES =
  /\b(EC2|S3|RDS|IAM|Lambda|CloudFront|Route ?53|SQS|SNS|DynamoDB|ECS|EKS|ECR|ElastiCache|Redshift|Kinesis|ACM|KMS|CloudWatch|ElasticLoadBalancing(V2)?|AutoScaling|ApiGateway|Beanstalk)\b|AWS::\w+::/;

/** Without comments, which may give examples. */
function codeOf(file: string): string {
  return readFileSync(file, 'utf8')
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/(^|\s)\/\/.*/g, '');
}

/** The compiler knows the language, the types know AWS, and what CloudFormation itself is stands in a table of data. */
describe('compiler/', () => {
  const files = readdirSync(join(ROOT, 'compiler'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  const folders = readdirSync(join(ROOT, 'schemas'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const names = folders
    .map(({ name }) => name)
    .filter((name) => existsSync(join(ROOT, 'schemas', name, 'schema.json')))
    // What CloudFormation calls its functions.
    .filter((name) => name !== 'function');

  it('finds what it looks for', () => {
    expect(SERVICES.test("const type = 'AWS::SQS::Queue';")).to.equal(true);
    expect(files.length).to.be.greaterThan(50);
    expect(names).to.include('loadbalancer');
  });

  for (const file of files) {
    const code = codeOf(join(ROOT, 'compiler', file));
    it(`${file} names no service of AWS`, () => {
      expect(SERVICES.exec(code)?.[0]).to.equal(undefined);
    });
    it(`${file} names no JIML type`, () => {
      const quoted = new RegExp(`['"\`](${names.join('|')})['"\`]`).exec(code);
      expect(quoted?.[0]).to.equal(undefined);
    });
  }
});
