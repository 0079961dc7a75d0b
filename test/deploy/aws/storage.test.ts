import { expect } from 'chai';
import { Fault } from '../../../deploy/api/fault.js';
import type { Storage } from '../../../deploy/api/storage.js';
import { type Step, withEndpoint } from './endpoint.js';

const done: Step = { status: 200, body: '' };

function document(root: string, content: string, status = 200): Step {
  return { status, body: `<?xml version="1.0" encoding="UTF-8"?>\n<${root}>${content}</${root}>` };
}

function refusal(status: number, code: string): Step {
  return document('Error', `<Code>${code}</Code><Message>No.</Message>`, status);
}

async function faultOf(promise: Promise<unknown>): Promise<Fault> {
  const error = await promise.then(
    () => undefined,
    (caught: unknown) => caught,
  );
  expect(error).to.be.instanceOf(Fault);
  return error as Fault;
}

function bucket(name: string): string {
  return `<Bucket><Name>${name}</Name></Bucket>`;
}

function version(key: string, id: string): string {
  return `<Version><Key>${key}</Key><VersionId>${id}</VersionId></Version>`;
}

const tags = (key: string, value: string) =>
  document('Tagging', `<TagSet><Tag><Key>${key}</Key><Value>${value}</Value></Tag></TagSet>`);

describe('storage in S3', () => {
  it('makes a bucket closed, encrypted, owned, emptied after 30 days, and tagged at last', async () => {
    await withEndpoint([done], async ({ storage, requests }) => {
      await storage.createTemplateBucket('jiml-a');
      expect(requests.map(({ method, url }) => `${method} ${url}`)).to.deep.equal([
        'PUT /jiml-a/',
        'PUT /jiml-a/?publicAccessBlock=',
        'PUT /jiml-a/?encryption=',
        'PUT /jiml-a/?lifecycle=',
        'PUT /jiml-a/?ownershipControls=',
        'PUT /jiml-a/?tagging=',
      ]);
      const texts = requests.map(({ body }) => body.replace(/<\?xml[^>]*\?>\s*| xmlns="[^"]*"/g, ''));
      expect(texts[0]).to.contain('<LocationConstraint>eu-west-1</LocationConstraint>');
      expect(texts[1]?.match(/>true</g)).to.have.length(4);
      expect(texts[2]).to.contain('<SSEAlgorithm>AES256</SSEAlgorithm>');
      expect(texts[3]).to.contain('<Days>30</Days>').and.contain('<Prefix>templates/</Prefix>');
      expect(texts[4]).to.contain('<ObjectOwnership>BucketOwnerEnforced</ObjectOwnership>');
      expect(texts[5]).to.contain('<Tag><Key>jiml:templates</Key><Value>true</Value></Tag>');
    });
  });

  it('goes on with a bucket that was half made', async () => {
    await withEndpoint([refusal(409, 'BucketAlreadyOwnedByYou'), done], async ({ storage, requests }) => {
      await storage.createTemplateBucket('jiml-a');
      expect(requests.length).to.equal(6);
    });
  });

  it('does not take the bucket of somebody else', async () => {
    await withEndpoint([refusal(409, 'BucketAlreadyExists')], async ({ storage, requests }) => {
      const fault = await faultOf(storage.createTemplateBucket('jiml-a'));
      expect(fault).to.include({ kind: 'refused', code: 'BucketAlreadyExists' });
      expect(requests.length).to.equal(1);
    });
  });

  it('looks for the tag on all pages, and passes over what may not be looked at', async () => {
    const script = [
      document(
        'ListAllMyBucketsResult',
        `<Buckets>${bucket('jiml-a')}${bucket('jiml-b')}</Buckets><ContinuationToken>t</ContinuationToken>`,
      ),
      refusal(403, 'AccessDenied'),
      refusal(404, 'NoSuchTagSet'),
      document('ListAllMyBucketsResult', `<Buckets>${bucket('jiml-c')}${bucket('jiml-d')}</Buckets>`),
      tags('other', 'true'),
      tags('jiml:templates', 'true'),
    ];
    await withEndpoint(script, async ({ storage, requests }) => {
      expect(await storage.findTemplateBucket()).to.equal('jiml-d');
      expect(requests[0]?.url).to.contain('bucket-region=eu-west-1').and.contain('prefix=jiml-');
      expect(requests[3]?.url).to.contain('continuation-token=t');
    });
  });

  it('puts what it may not look for', async () => {
    await withEndpoint([{ status: 403, body: '' }, { status: 403, body: '' }, done], async ({ storage, requests }) => {
      await storage.put('a', 'templates/k', 'text');
      expect(requests.map(({ method }) => method)).to.deep.equal(['HEAD', 'HEAD', 'PUT']);
      expect(requests[2]?.body).to.equal('text');
    });
  });

  it('says why it cannot put, as far as S3 tells', async () => {
    await withEndpoint([{ status: 400, body: '' }], async ({ storage, requests }) => {
      expect(await faultOf(storage.put('a', 'k', ''))).to.include({ kind: 'refused', code: 'BadRequest' });
      expect(requests.length).to.equal(1);
    });
    await withEndpoint([{ status: 503, body: '' }], async ({ storage, requests }) => {
      expect(await faultOf(storage.put('a', 'k', ''))).to.include({ kind: 'broken' });
      expect(requests.length).to.equal(5);
    });
    await withEndpoint([{ status: 404, body: '' }], async ({ storage }) => {
      expect(await faultOf(storage.put('a', 'k', ''))).to.include({ message: 'There is no bucket "a".' });
    });
    const script = [done, { status: 404, body: '' }, refusal(403, 'AccessDenied')];
    await withEndpoint(script, async ({ storage }) => {
      expect(await faultOf(storage.put('a', 'k', ''))).to.include({ kind: 'credentials', code: 'AccessDenied' });
    });
  });

  it('deletes versions and delete markers, from page to page', async () => {
    const script = [
      document(
        'ListVersionsResult',
        `<IsTruncated>true</IsTruncated><NextKeyMarker>b</NextKeyMarker><NextVersionIdMarker>2</NextVersionIdMarker>${version('a', '1')}<DeleteMarker><Key>b</Key><VersionId>2</VersionId></DeleteMarker>`,
      ),
      document('DeleteResult', ''),
      document('ListVersionsResult', `<IsTruncated>false</IsTruncated>${version('c', 'null')}`),
      document('DeleteResult', ''),
    ];
    await withEndpoint(script, async ({ storage, requests }) => {
      expect(await storage.empty('bucket', () => {})).to.equal(3);
      expect(requests[1]?.body).to.contain('<Key>b</Key><VersionId>2</VersionId>');
      expect(requests[2]?.url).to.contain('key-marker=b').and.contain('version-id-marker=2');
      expect(requests[3]?.body).to.contain('<VersionId>null</VersionId>');
    });
  });

  it('says what cannot be deleted', async () => {
    const script = [
      document('ListVersionsResult', version('a', '1')),
      document('DeleteResult', '<Error><Key>a</Key><Code>AccessDenied</Code><Message>Locked</Message></Error>'),
    ];
    await withEndpoint(script, async ({ storage }) => {
      expect(await faultOf(storage.empty('bucket', () => {}))).to.include({
        code: 'AccessDenied',
        message: '"a" in the bucket "bucket" cannot be deleted: Locked.',
      });
    });
  });

  const use: readonly (readonly [string, (storage: Storage) => Promise<unknown>])[] = [
    ['finding', (storage) => storage.findTemplateBucket()],
    ['making', (storage) => storage.createTemplateBucket('jiml-a')],
    ['putting', (storage) => storage.put('a', 'k', 'text')],
    ['counting', (storage) => storage.count('a', 10)],
    ['emptying', (storage) => storage.empty('a', () => {})],
  ];
  for (const [title, ask] of use) {
    it(`makes a fault of what goes wrong in ${title}`, async () => {
      await withEndpoint([refusal(429, 'SlowDown')], async ({ storage, requests }) => {
        expect(await faultOf(ask(storage))).to.include({ kind: 'throttled' });
        expect(requests.length).to.equal(10);
      });
      await withEndpoint(['cut'], async ({ storage, requests }) => {
        expect(await faultOf(ask(storage))).to.include({ kind: 'unreachable', code: 'ECONNRESET' });
        expect(requests.length).to.equal(5);
      });
      await withEndpoint([{ status: 200, body: '<html>Sign in</html>' }], async ({ storage }) => {
        if (title !== 'putting') expect(await faultOf(ask(storage))).to.include({ kind: 'broken', code: 'NoAnswer' });
      });
    });
  }
});
