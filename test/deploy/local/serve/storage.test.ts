import { expect } from 'chai';
import { Fault } from '../../../../deploy/api/fault.js';
import type { Storage } from '../../../../deploy/api/storage.js';
import { connect } from '../../../../deploy/aws/connect.js';
import type { Objects } from '../../../../deploy/local/serve/s3/objects.js';
import { serve } from '../../../../deploy/local/serve/serve.js';
import { clock, environment, scripted } from './client.js';
import { memoryObjects } from './memory.js';

/** Storage in a region, over the SDK and HTTP, above objects that are kept in memory. */
async function stored<T>(
  use: (storage: Storage, objects: Objects, url: string) => Promise<T>,
  region = 'eu-west-1',
): Promise<T> {
  const objects = memoryObjects();
  const server = await serve({ port: 0, open: () => ({ cloud: scripted(() => ({})), objects }) });
  try {
    const { storage } = await connect({ region, endpointUrl: server.url, clock, environment });
    return await use(storage, objects, server.url);
  } finally {
    await server.close();
  }
}

async function faultOf(promise: Promise<unknown>): Promise<Fault> {
  const error = await promise.then(
    () => undefined,
    (caught: unknown) => caught,
  );
  expect(error).to.be.instanceOf(Fault);
  return error as Fault;
}

describe('storage over S3', () => {
  for (const region of ['eu-west-1', 'us-east-1']) {
    it(`finds the bucket that it made in ${region}`, async () => {
      await stored(async (storage, objects) => {
        expect(await storage.findTemplateBucket()).to.equal(undefined);
        await storage.createTemplateBucket('jiml-templates-1');
        expect(await storage.findTemplateBucket()).to.equal('jiml-templates-1');
        const [bucket] = await objects.buckets();
        expect(bucket).to.deep.include({ name: 'jiml-templates-1', region });
        expect([...(bucket?.tags ?? [])]).to.deep.equal([['jiml:templates', 'true']]);
      }, region);
    });
  }

  it('makes a bucket that is there once more without complaining', async () => {
    await stored(async (storage) => {
      await storage.createTemplateBucket('jiml-templates-1');
      await storage.createTemplateBucket('jiml-templates-1');
      expect(await storage.findTemplateBucket()).to.equal('jiml-templates-1');
    });
  });

  it('takes no bucket of another region, name or tag', async () => {
    await stored(async (storage, objects) => {
      await objects.create('jiml-elsewhere', 'eu-north-1');
      await objects.tag('jiml-elsewhere', new Map([['jiml:templates', 'true']]));
      await objects.create('other-name', 'eu-west-1');
      await objects.tag('other-name', new Map([['jiml:templates', 'true']]));
      await objects.create('jiml-untagged', 'eu-west-1');
      await objects.create('jiml-wrong', 'eu-west-1');
      await objects.tag('jiml-wrong', new Map([['jiml:templates', 'false']]));
      expect(await storage.findTemplateBucket()).to.equal(undefined);
    });
  });

  it('puts an object at the address that it gives, and leaves what is there', async () => {
    await stored(async (storage, objects, url) => {
      await objects.create('jiml-a', 'eu-west-1');
      const body = '{"Description": "größer & <kleiner>"}';
      const address = await storage.put('jiml-a', 'templates/ä b+c.json', body);
      expect(address).to.equal(`${url}/jiml-a/templates/%C3%A4%20b%2Bc.json`);
      expect(await (await fetch(address)).text()).to.equal(body);
      await storage.put('jiml-a', 'templates/ä b+c.json', 'another');
      expect(await (await fetch(address)).text()).to.equal(body);
      await storage.put('jiml-a', 'bytes', new Uint8Array([0, 255, 10]));
      expect([...((await objects.get('jiml-a', 'bytes'))?.body ?? [])]).to.deep.equal([0, 255, 10]);
    });
  });

  it('says which bucket is not there', async () => {
    await stored(async (storage) => {
      const expected = { kind: 'refused', code: 'NoSuchBucket' };
      expect(await faultOf(storage.put('nowhere', 'a', 'b'))).to.include({
        ...expected,
        message: 'There is no bucket "nowhere".',
      });
      expect(await faultOf(storage.count('nowhere', 10))).to.include(expected);
      expect(await faultOf(storage.empty('nowhere', () => {}))).to.include(expected);
    });
  });

  it('counts up to a limit, and deletes in pages', async () => {
    await stored(async (storage, objects) => {
      await objects.create('full', 'eu-west-1');
      const keys = Array.from({ length: 2345 }, (_, index) => `a&b/<${index}>`);
      for (const key of keys) await objects.put('full', key, new Uint8Array());
      expect(await storage.count('full', 100)).to.equal(100);
      expect(await storage.count('full', 10_000)).to.equal(2345);
      const progress: number[] = [];
      expect(await storage.empty('full', (deleted) => progress.push(deleted))).to.equal(2345);
      expect(progress).to.deep.equal([1000, 2000, 2345]);
      expect(await objects.list('full')).to.deep.equal([]);
      expect(await storage.count('full', 1)).to.equal(0);
      expect(await storage.empty('full', () => {})).to.equal(0);
    });
  });
});
