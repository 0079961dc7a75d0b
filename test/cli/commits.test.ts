import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { type Circumstances, type Ended, jiml, project, run } from './jiml.js';

const shop = (delay: number) => `resources:
  - id: Jobs
    type: AWS::SQS::Queue
    config: { DelaySeconds: ${delay} }
`;
const server = (image: string) => `resources:
  - id: Web
    type: server
    config: { image: ${image}, os: ubuntu, script: { file: boot.sh } }
  - id: Address
    type: AWS::EC2::EIPAssociation
    config: { InstanceId: $Web, EIP: 192.0.2.1 }
`;

let folder = '';
let remove = () => {};

const diff = (args: readonly string[], more: Circumstances = {}): Promise<Ended> =>
  jiml(['diff', ...args], { cwd: folder, ...more });
const put = (file: string, text: string) => writeFileSync(join(folder, file), text);

async function git(...args: readonly string[]): Promise<string> {
  const env = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' };
  const who = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', '-c', 'init.defaultBranch=main'];
  const { code, stdout, stderr } = await run('git', [...who, ...args], { cwd: folder, env });
  if (code !== 0) throw new Error(stderr);
  return stdout;
}

async function commit(message: string): Promise<void> {
  await git('add', '-A');
  await git('commit', '-qm', message);
}

function inFiles(files: Readonly<Record<string, string>>, prepare: () => Promise<void>): void {
  before(async () => {
    ({ folder, remove } = project(files));
    await prepare();
  });
  after(() => remove());
}

describe('jiml diff with a commit', () => {
  inFiles(
    {
      'web.yaml': server('ami-11111111'),
      'boot.sh': '#!/bin/sh\necho one\necho two\n',
      'queue.yaml': shop(5),
      'sub/whole/a.yaml': shop(1),
      'sub/own.yaml': 'resources: [{ id: Mine, type: jobs, config: { delay: 5 } }]\n',
      'sub/components/jobs/schema.json': '{"type":"object","properties":{"delay":{"type":"integer"}}}',
      'sub/components/jobs/template.yaml':
        'resources:\n  self: { type: AWS::SQS::Queue, config: { DelaySeconds: $delay } }\n',
      'shared/mail/schema.json': '{"type":"object"}',
      'shared/mail/template.yaml': 'resources:\n  self: { type: AWS::SNS::Topic, config: { DisplayName: old } }\n',
      'post.yaml': 'resources: [{ id: Post, type: mail }]\n',
    },
    async () => {
      await git('init', '-q');
      await commit('first');
      await git('tag', 'v1');
      put('web.yaml', server('ami-22222222'));
      put('boot.sh', '#!/bin/sh\necho one\necho three\n');
      put(
        'sub/components/jobs/template.yaml',
        'resources:\n  self: { type: AWS::SQS::Queue, config: { DelaySeconds: 9 } }\n',
      );
      put('shared/mail/template.yaml', 'resources:\n  self: { type: AWS::SNS::Topic, config: { DisplayName: new } }\n');
      put('fresh.yaml', shop(1));
    },
  );

  it('compares with the last commit, included files and all', async () => {
    const { code, stdout, stderr } = await diff(['web.yaml']);
    expect(code).to.equal(0);
    expect(stderr, 'the warnings of the old side are of no use').not.to.include('git:HEAD');
    expect(stdout).to.match(/^From git:HEAD:web\.yaml to web\.yaml\n/);
    expect(stdout).to.include(
      'Address is replaced because Web is replaced because ImageId cannot change in place (web.yaml:2).\n',
    );
    expect(stdout).to.include('          echo one\n        - echo two\n        + echo three\n');
    expect(stdout).to.match(/\n0 to add, 0 to change, 2 to replace, 0 to delete\.\n$/);
  });

  it('takes the components of the commit, too', async () => {
    const own = await diff(['sub/own.yaml']);
    expect(own.stdout).to.include('~ DelaySeconds: 5 → 9');
    const shared = await diff(['--components', 'shared', 'post.yaml']);
    expect(shared.stdout).to.include('~ DisplayName: "old" → "new"');
  });

  it('works from a folder inside the repository', async () => {
    const { stdout } = await diff(['git:v1', 'own.yaml'], { cwd: join(folder, 'sub') });
    expect(stdout)
      .to.match(/^From git:v1:own\.yaml to own\.yaml\n/)
      .and.include('5 → 9');
    const up = await diff(['git:v1', '../web.yaml'], { cwd: join(folder, 'sub') });
    expect(up.stdout)
      .to.match(/^From git:v1:\.\.\/web\.yaml to \.\.\/web\.yaml\n/)
      .and.include('"ami-11111111" → "ami-22222222"');
  });

  it('takes a folder, and the current one', async () => {
    expect((await diff(['sub/whole'])).stdout).to.match(/Nothing would change\.\n$/);
    expect((await diff(['.'], { cwd: join(folder, 'sub/whole') })).stdout).to.match(/Nothing would change\.\n$/);
  });

  it('compares two commits, and two paths', async () => {
    expect((await diff(['git:v1', 'git:HEAD:web.yaml'])).stdout).to.match(/Nothing would change\.\n$/);
    expect((await diff(['git:v1:sub/whole/a.yaml', 'queue.yaml'])).stdout).to.include('1 → 5');
  });

  it('takes a file that was not there for a new one', async () => {
    const { code, stdout } = await diff(['--exit-code', 'fresh.yaml']);
    expect(code).to.equal(4);
    expect(stdout)
      .to.include('+ Jobs')
      .and.match(/\n1 to add, /);
  });

  it('compares several, each with its older self', async () => {
    const { stdout } = await diff(['--against', 'git:v1', 'web.yaml', 'queue.yaml', 'fresh.yaml']);
    expect(stdout.match(/^From /gm)).to.have.lengthOf(3);
    expect(stdout).to.match(/\n\n1 to add, 0 to change, 2 to replace, 0 to delete\.\n$/);
  });

  it('reads a path that is gone from the working tree', async () => {
    mkdirSync(join(folder, 'gone/deep'), { recursive: true });
    put('gone/deep/x.yaml', shop(7));
    await commit('second');
    rmSync(join(folder, 'gone'), { recursive: true });
    const { stdout } = await diff(['git:HEAD:gone/deep/x.yaml', 'queue.yaml']);
    expect(stdout).to.include('7 → 5');
  });

  it('says where an old blueprint is wrong, by the name that it has there', async () => {
    put('queue.yaml', 'resources: [{ type: buket }]\n');
    await commit('broken');
    put('queue.yaml', shop(5));
    const { code, stderr } = await diff(['queue.yaml']);
    expect(code).to.equal(1);
    expect(stderr).to.match(/^git:HEAD:queue\.yaml:1:21: error: There is no type "buket"\./);
  });

  it('touches neither the working tree nor the index, and leaves nothing behind', async () => {
    const left = () => readdirSync(tmpdir()).filter((name) => name.startsWith('jiml-git-'));
    const before = [await git('status', '--porcelain'), left()];
    await diff(['web.yaml']);
    await diff(['queue.yaml']);
    expect([await git('status', '--porcelain'), left()]).to.deep.equal(before);
  });

  const misuses: readonly (readonly [readonly string[], RegExp])[] = [
    [['git:nope', 'web.yaml'], /There is no commit "nope" in the git repository/],
    [['git:HEAD~99', 'web.yaml'], /There is no commit "HEAD~99"/],
    [['git:v1:missing.yaml', 'web.yaml'], /The commit "v1" has no file or folder "missing.yaml"/],
    [['git:$(touch x)', 'web.yaml'], /There is no commit/],
  ];
  for (const [args, message] of misuses) {
    it(`jiml diff ${args.join(' ')} is wrong usage`, async () => {
      const { code, stdout, stderr } = await diff(args);
      expect({ code, stdout }).to.deep.equal({ code: 2, stdout: '' });
      expect(stderr).to.match(message);
    });
  }
});
