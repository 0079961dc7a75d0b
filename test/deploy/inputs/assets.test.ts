import { expect } from 'chai';
import type { Storage } from '../../../deploy/api/storage.js';
import { putAssets, withBucket } from '../../../deploy/inputs/assets.js';
import { attempt, inFolder } from './folder.js';

const assets = [{ key: 'assets/1.zip', bytes: Buffer.from('1'), from: 'src' }];
const none = { pairs: [], environment: {} };

interface Played {
  readonly tagged?: string;
  readonly local?: boolean;
  readonly answer?: boolean;
}

/** A session that keeps what it was asked for. */
function session({ tagged, local = false, answer }: Played) {
  const done: string[] = [];
  const unused = () => Promise.reject(new Error('unused'));
  const storage: Storage = {
    findTemplateBucket: async () => tagged,
    createTemplateBucket: async (name) => void done.push(`make ${name}`),
    put: async (bucket, key, body) => {
      done.push(`put ${bucket} ${key} ${Buffer.from(body).toString()}`);
      return '';
    },
    count: unused,
    empty: unused,
  };
  const person = answer === undefined ? undefined : { confirm: async () => answer, ask: async () => '' };
  return { done, storage, person, region: 'eu-west-1', report: () => {}, local };
}

/** The bucket that the environment then names, and what was done. */
async function named(given: Parameters<typeof withBucket>[1], previous: readonly object[] | undefined, played: Played) {
  const asked = session(played);
  const result = await attempt(() => withBucket(assets, given, previous, asked, { account: '123456789012' }));
  const { environment = result } = result as Partial<typeof none> & object;
  return [environment, asked.done];
}

const BUCKET = 'JIML_PARAM_AssetsBucket';
const MADE = 'jiml-templates-123456789012-eu-west-1';

describe('the bucket for what is packed', () => {
  it('is the one that is tagged for templates', async () => {
    expect(await named(none, undefined, { tagged: 'jiml-mine' })).to.deep.equal([{ [BUCKET]: 'jiml-mine' }, []]);
  });

  it('is made where that is agreed to, or is only simulated', async () => {
    const made = [{ [BUCKET]: MADE }, [`make ${MADE}`]];
    expect(await named(none, undefined, { answer: true })).to.deep.equal(made);
    expect(await named(none, undefined, { local: true })).to.deep.equal(made);
  });

  it('is not made unasked', async () => {
    const why = 'What the blueprint has packed has to be in a bucket of S3, and there is none that is meant for it.';
    for (const played of [{}, { answer: false }]) {
      const [said, done] = await named(none, undefined, played);
      expect(said).to.equal(why);
      expect(done).to.deep.equal([]);
    }
  });

  it('is the one that the stack has, or that is named', async () => {
    const previous = [{ ParameterKey: 'AssetsBucket', ParameterValue: 'old' }];
    expect(await named(none, previous, {})).to.deep.equal([{}, []]);
    expect(await named({ ...none, pairs: ['AssetsBucket=mine'] }, undefined, {})).to.deep.equal([{}, []]);
    const environment = { [BUCKET]: 'mine' };
    expect(await named({ ...none, environment }, undefined, {})).to.deep.equal([environment, []]);
    await inFolder({ 'p.json': '{ "AssetsBucket": "mine" }' }, async () => {
      expect(await named({ ...none, file: 'p.json' }, undefined, {})).to.deep.equal([{}, []]);
    });
  });

  it('is not asked for where nothing is packed', async () => {
    const asked = session({});
    expect(await withBucket([], none, undefined, asked, {})).to.equal(none);
  });

  it('gets it', async () => {
    const asked = session({});
    const value = { name: 'AssetsBucket', source: 'given' as const, value: 'mine', key: false };
    await putAssets(assets, [value], asked);
    expect(asked.done).to.deep.equal(['put mine assets/1.zip 1']);
  });
});
