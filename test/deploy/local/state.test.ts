import { existsSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { expect } from 'chai';
import { insist } from '../../../deploy/flow/insist.js';
import { type Account, refusalOf, template, topic, withAccount } from './account.js';

const ONE = template({ A: topic({ DisplayName: 'one' }), B: topic({}, { DependsOn: 'A' }) });

/** The file of the only stack. */
function stackFile({ folder }: Account): string {
  const [name = ''] = readdirSync(join(folder, 'us-east-1'));
  return join(folder, 'us-east-1', name);
}

describe('the state of the local CloudFormation', () => {
  it('is found again by another process, and what that does is noticed', () =>
    withAccount(async (account) => {
      const [one, other] = [account.open().cloud, account.open().cloud];
      await account.deploy('s', ONE);
      expect((await one.call('DescribeStacks', { StackName: 's' })).Stacks?.[0]?.StackStatus).to.equal(
        'CREATE_COMPLETE',
      );
      await other.call('UpdateTerminationProtection', { StackName: 's', EnableTerminationProtection: true });
      expect((await one.call('DescribeStacks', { StackName: 's' })).Stacks?.[0]?.EnableTerminationProtection).to.equal(
        true,
      );
    }));

  it('goes on without a process', () =>
    withAccount(async (account) => {
      await account.deploy('s', ONE, { fast: false });
      account.pass(60_000);
      expect(await account.status('s', false)).to.equal('CREATE_COMPLETE');
    }));

  it('keeps how resources are to fail from when it was said', () =>
    withAccount(async (account) => {
      await account.deploy('s', ONE, { fail: ['B'], fast: false });
      account.pass(60_000);
      expect(await account.status('s', false)).to.equal('ROLLBACK_COMPLETE');
    }));

  it('does not depend on how often somebody looks', () =>
    withAccount(async (often) =>
      withAccount(async (once) => {
        for (const account of [often, once]) {
          await account.deploy('s', ONE);
          const next = template({ A: topic({ TopicName: 'a' }), C: topic({}, { DependsOn: 'A' }), D: topic() });
          await account.deploy('s', next, { fail: ['C'], fast: false });
        }
        for (let step = 0; step < 600; step++) {
          often.pass(50);
          await often.status('s', false);
        }
        once.pass(30_000);
        const events = async (account: Account) => {
          const { StackEvents = [] } = await account
            .open({ fast: false })
            .cloud.call('DescribeStackEvents', { StackName: 's' });
          return StackEvents.map(({ LogicalResourceId, ResourceStatus, Timestamp }) => [
            LogicalResourceId,
            ResourceStatus,
            Timestamp,
          ]);
        };
        expect((await events(once))[0]).to.deep.include('UPDATE_ROLLBACK_COMPLETE');
        expect(await events(often)).to.deep.equal(await events(once));
      }),
    ));

  it('is for its owner only, and kept out of version control', () =>
    withAccount(async (account) => {
      await account.deploy('s', ONE);
      expect(readFileSync(join(account.folder, '.gitignore'), 'utf8')).to.equal('*\n');
      expect(
        [stackFile(account), join(account.folder, 'account.json')].map((file) => statSync(file).mode & 0o777),
      ).to.deep.equal([0o600, 0o600]);
      expect(existsSync(join(account.folder, 'lock'))).to.equal(false);
    }));

  for (const [title, text] of [
    ['no JSON', '{'],
    ['another form', '[]'],
    ['no resources', '{"version":1}'],
    ['another version', '{"version":2}'],
    ['no list of resources', '{"version":1,"resources":{}}'],
    ['nothing beside resources', '{"version":1,"resources":[]}'],
    ['a resource that is none', '{"version":1,"resources":[null]}'],
  ] as const) {
    it(`is not guessed where a file has ${title}`, () =>
      withAccount(async (account) => {
        await account.deploy('s', ONE);
        writeFileSync(stackFile(account), text);
        const said = await refusalOf(account.call('DescribeStacks', { StackName: 's' }));
        expect(said).to.match(
          /^CorruptState: The local CloudFormation cannot read its state in ".*us-east-1.*\.json": .*[^.]\.$/,
        );
      }));
  }

  for (const [title, change] of [
    ['no operation that is known', { tokens: undefined }],
    ['no template', { spec: {} }],
    ['an event that is none', { events: [null] }],
  ] as const) {
    it(`is not guessed where a stack has ${title}`, () =>
      withAccount(async (account) => {
        await account.deploy('s', ONE);
        const stored = JSON.parse(readFileSync(stackFile(account), 'utf8'));
        writeFileSync(stackFile(account), JSON.stringify({ ...stored, ...change }));
        expect(await refusalOf(account.call('DescribeStackEvents', { StackName: 's' }))).to.match(/^CorruptState: /);
      }));
  }

  it('is not asked for again where the disk is the reason', () =>
    withAccount(async (account) => {
      await account.deploy('s', ONE);
      writeFileSync(stackFile(account), '{');
      const { cloud } = account.open();
      let slept = 0;
      const clock = { now: () => 0, sleep: async () => void slept++ };
      const error = await insist({ cloud, clock }, 'DescribeStacks', { StackName: 's' }).catch((one) => one);
      expect([error.code, slept]).to.deep.equal(['CorruptState', 0]);
    }));

  it('is not guessed where the account names no stacks', () =>
    withAccount(async (account) => {
      await account.deploy('s', ONE);
      writeFileSync(join(account.folder, 'account.json'), '{"version":1}');
      expect(await refusalOf(account.call('DescribeStacks', {}))).to.match(/^CorruptState: .*account\.json/);
    }));

  it('is not changed by a request that is refused', () =>
    withAccount(async (account) => {
      await account.deploy('s', ONE);
      const before = readFileSync(stackFile(account), 'utf8');
      const cloud = account.open().cloud;
      await refusalOf(cloud.call('UpdateStack', { StackName: 's', TemplateBody: ONE, ClientRequestToken: 't' }));
      expect(readFileSync(stackFile(account), 'utf8')).to.equal(before);
      const next = template({ A: topic({ DisplayName: 'two' }) });
      await cloud.call('UpdateStack', { StackName: 's', TemplateBody: next, ClientRequestToken: 't' });
      expect(await account.status('s')).to.equal('UPDATE_COMPLETE');
    }));

  it('is not written by requests that only look', () =>
    withAccount(async (account) => {
      await account.deploy('s', ONE);
      const cloud = account.open().cloud;
      const before = statSync(stackFile(account), { bigint: true });
      await cloud.call('DescribeStacks', {});
      await cloud.call('DescribeStackEvents', { StackName: 's' });
      expect(statSync(stackFile(account), { bigint: true }).mtimeNs).to.equal(before.mtimeNs);
    }));

  it('is not held by a process that is gone, or by one of long ago', () =>
    withAccount(async (account) => {
      await account.deploy('s', ONE);
      const lock = join(account.folder, 'lock');
      writeFileSync(lock, '999999999');
      expect(await account.status('s')).to.equal('CREATE_COMPLETE');
      writeFileSync(lock, '');
      const then = Date.now() / 1000 - 5;
      utimesSync(lock, then, then);
      expect(await account.status('s')).to.equal('CREATE_COMPLETE');
      writeFileSync(lock, '1');
      utimesSync(lock, 1, 1);
      expect(await account.status('s')).to.equal('CREATE_COMPLETE');
    }));

  it('forgets the stacks that were deleted longest ago', () =>
    withAccount(async (account) => {
      const { cloud } = account.open();
      const ids: string[] = [];
      for (let at = 0; at < 103; at++) {
        const { StackId = '' } = await cloud.call('CreateStack', { StackName: `s${at}`, TemplateBody: ONE });
        ids.push(StackId);
      }
      // The first one is deleted last.
      for (const id of [...ids.slice(1), ...ids.slice(0, 1)]) {
        account.pass(1_000);
        await cloud.call('DeleteStack', { StackName: id });
      }
      const known = readdirSync(join(account.folder, 'us-east-1'));
      expect(known).to.have.length(100);
      expect(await refusalOf(account.call('DescribeStacks', { StackName: ids[3] as string }))).to.match(
        /does not exist/,
      );
      for (const at of [0, 4, 102]) {
        const { Stacks = [] } = await cloud.call('DescribeStacks', { StackName: ids[at] as string });
        expect(Stacks[0]?.StackStatus).to.equal('DELETE_COMPLETE');
      }
    }));

  it('is one, also where several work with it at once', () =>
    withAccount(async (account) => {
      const names = Array.from({ length: 8 }, (_, at) => `s${at}`);
      await Promise.all(
        names.map((name) => account.open().cloud.call('CreateStack', { StackName: name, TemplateBody: ONE })),
      );
      await inThreads(account.folder, 3);
      const { Stacks = [] } = await account.call('DescribeStacks', {});
      expect(Stacks).to.have.length(8 + 3 * 5);
      expect(new Set(Stacks.map(({ StackId }) => StackId)).size).to.equal(8 + 3 * 5);
    }));
});

/** Makes five stacks in each of some threads, which share nothing but the folder. */
async function inThreads(folder: string, count: number): Promise<void> {
  const code = `
    import { workerData } from 'node:worker_threads';
    const { openLocal } = await import(workerData.module);
    const { cloud } = openLocal({ folder: workerData.folder, region: 'us-east-1', fast: true, fail: [], clock: { now: () => 1.8e12, sleep: async () => {} } });
    for (let at = 0; at < 5; at++)
      await cloud.call('CreateStack', { StackName: 't' + workerData.number + '-' + at, TemplateBody: workerData.body });`;
  const module = new URL('../../../deploy/local/open.js', import.meta.url).href;
  const url = new URL(`data:text/javascript,${encodeURIComponent(code)}`);
  await Promise.all(
    Array.from({ length: count }, (_, number) => {
      const worker = new Worker(url, { workerData: { module, folder, number, body: ONE } });
      return new Promise((resolve, reject) => worker.once('exit', resolve).once('error', reject));
    }),
  );
}
