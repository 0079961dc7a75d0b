import { request } from 'node:http';
import { expect } from 'chai';
import { Fault } from '../../../../deploy/api/fault.js';
import { serve } from '../../../../deploy/local/serve/serve.js';
import { scripted, served } from './client.js';
import { memoryObjects } from './memory.js';

const signed = { authorization: 'AWS4-HMAC-SHA256 Credential=A/20261121/eu-west-1/cloudformation/aws4_request, x=y' };
const signedForS3 = { authorization: signed.authorization.replace('cloudformation', 's3') };

interface Sent {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

interface Got {
  readonly status: number | undefined;
  readonly body: string;
}

/** Sends a request as it is, also one that no client would send. */
function ask(url: string, { method = 'POST', path = '/', headers = signed, body = '' }: Sent): Promise<Got> {
  return new Promise((resolve, reject) => {
    const sending = request(url + path, { method, headers }, async (response) => {
      let text = '';
      for await (const chunk of response) text += chunk;
      resolve({ status: response.statusCode, body: text });
    });
    sending.on('error', reject);
    sending.end(body);
  });
}

function code({ body }: Got): string | undefined {
  return /<Code>(.*?)<\/Code>/.exec(body)?.[1];
}

const quiet = scripted(() => ({}));

describe('what is served', () => {
  const requests: readonly (readonly [string, Sent, number, string | undefined])[] = [
    ['a request', { body: 'Action=ListStacks&Version=2010-05-15' }, 200, undefined],
    ['a request in the address', { method: 'GET', path: '/?Action=ListStacks' }, 200, undefined],
    ['health', { method: 'GET', path: '/_health', headers: {} }, 200, undefined],
    ['health in short', { method: 'HEAD', path: '/_health', headers: {} }, 200, undefined],
    ['an action that is none', { body: 'Action=Nonsense' }, 400, 'InvalidAction'],
    ['an action of objects in general', { body: 'Action=__proto__' }, 400, 'InvalidAction'],
    ['no action', { body: '' }, 400, 'InvalidAction'],
    ['JSON', { body: '{"Action": "ListStacks"}' }, 400, 'InvalidAction'],
    ['bytes that are no text', { body: new Uint8Array([0, 255, 254, 61, 38]) }, 400, 'InvalidAction'],
    ['a number that is none', { body: 'Action=DescribeStackResourceDrifts&MaxResults=many' }, 400, 'ValidationError'],
    ['a boolean that is none', { body: 'Action=CreateStack&DisableRollback=perhaps' }, 400, 'ValidationError'],
    ['a list that is none', { body: 'Action=CreateStack&Tags=a' }, 400, 'ValidationError'],
    ['a list without numbers', { body: 'Action=CreateStack&Tags.member.x.Key=a' }, 400, 'ValidationError'],
    ['a text in a list of structures', { body: 'Action=CreateStack&Tags.member.1=a' }, 400, 'ValidationError'],
    [
      'a structure in a list of texts',
      { body: 'Action=CreateStack&Capabilities.member.1.a=b' },
      400,
      'ValidationError',
    ],
    ['a structure that is a text', { body: 'Action=CreateStack&RollbackConfiguration=a' }, 400, 'ValidationError'],
    ['a member that is too deep', { body: `Action=CreateStack&${'a.'.repeat(50)}=b` }, 400, 'ValidationError'],
    ['no signature', { headers: {}, body: 'Action=ListStacks' }, 403, 'MissingAuthenticationToken'],
    [
      'a signature for nowhere',
      { headers: { authorization: 'Credential=A/20261121/../s/aws4_request' } },
      403,
      'MissingAuthenticationToken',
    ],
    ['another name for this host', { headers: { ...signed, host: 'evil.example' } }, 403, undefined],
    ['a page in a browser', { headers: { ...signed, origin: 'https://evil.example' } }, 403, undefined],
    [
      'more than 2 MB',
      { body: `Action=CreateStack&TemplateBody=${'x'.repeat(2 ** 21)}` },
      413,
      'RequestEntityTooLarge',
    ],
    ['a bucket that is not there', { method: 'GET', path: '/nowhere', headers: signedForS3 }, 404, 'NoSuchBucket'],
    ['a bucket with a bad name', { method: 'PUT', path: '/A..b', headers: signedForS3 }, 400, 'InvalidBucketName'],
    ['an address that cannot be decoded', { method: 'GET', path: '/a/%ff', headers: signedForS3 }, 400, 'InvalidURI'],
    ['what S3 does and this does not', { method: 'GET', path: '/a?acl', headers: signedForS3 }, 501, 'NotImplemented'],
  ];
  for (const [title, sent, status, expected] of requests) {
    it(`answers ${title} with ${status}`, async () => {
      await served(quiet, async (_, url) => {
        const got = await ask(url, sent);
        expect({ status: got.status, code: code(got) }).to.deep.equal({ status, code: expected });
        expect(await ask(url, { body: 'Action=ListStacks' })).to.include({ status: 200 });
      });
    });
  }

  const inputs: readonly (readonly [string, string, object])[] = [
    [
      'items in their order, with gaps',
      'Tags.member.10.Key=c&Tags.member.2.Key=a&Tags.member.9.Key=b',
      { Tags: [{ Key: 'a' }, { Key: 'b' }, { Key: 'c' }] },
    ],
    ['an empty list', 'Capabilities=', { Capabilities: [] }],
    ['the last of two', 'StackName=a&StackName=b', { StackName: 'b' }],
    ['plus signs as blanks', 'StackName=a+b%2Bc', { StackName: 'a b+c' }],
    ['an empty text', 'StackName=', { StackName: '' }],
    ['TRUE', 'DisableRollback=TRUE', { DisableRollback: true }],
    ['no more than it knows', 'Whatever.It.Is=1&StackName.a=1&StackName=b', {}],
    ['nothing of a signature in the address', 'X-Amz-Date=a', {}],
  ];
  for (const [title, form, expected] of inputs) {
    it(`reads ${title}`, async () => {
      const seen: object[] = [];
      const cloud = scripted((_, input) => seen.push(input) && {});
      await served(cloud, (_, url) => ask(url, { body: `Action=CreateStack&${form}` }));
      expect(JSON.parse(JSON.stringify(seen))).to.deep.equal([expected]);
    });
  }

  it('reads names of objects in general as names', async () => {
    let names: string[] = [];
    const cloud = scripted((_, input) => {
      names = Object.keys(input);
      return {};
    });
    await served(cloud, (_, url) =>
      ask(url, {
        body: 'Action=CreateStack&__proto__=1&constructor=2&toString=3&__proto__.polluted=4&__proto__.a.b=5',
      }),
    );
    expect(names).to.deep.equal(['constructor', 'toString']);
    expect(({} as { polluted?: string }).polluted).to.equal(undefined);
  });

  it('opens the region that a request is signed for, once', async () => {
    const opened: string[] = [];
    const open = (region: string) => {
      opened.push(region);
      return { cloud: quiet, objects: memoryObjects() };
    };
    const server = await serve({ port: 0, open });
    for (const region of ['eu-west-1', 'us-gov-west-1', 'eu-west-1']) {
      const authorization = signed.authorization.replace('eu-west-1', region);
      await ask(server.url, { headers: { authorization }, body: 'Action=ListStacks' });
    }
    await server.close();
    expect(opened).to.deep.equal(['eu-west-1', 'us-gov-west-1']);
  });

  it('reads a body in signed chunks', async () => {
    const objects = memoryObjects();
    await objects.create('abc', 'eu-west-1');
    const server = await serve({ port: 0, open: () => ({ cloud: quiet, objects }) });
    const headers = { ...signedForS3, 'x-amz-content-sha256': 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD' };
    const body = '5;chunk-signature=0\r\nhello\r\n6;chunk-signature=0\r\n world\r\n0;chunk-signature=0\r\n\r\n';
    expect(await ask(server.url, { method: 'PUT', path: '/abc/k', headers, body })).to.include({ status: 200 });
    expect(await ask(server.url, { method: 'PUT', path: '/abc/k2', headers, body: 'ff\r\nshort' })).to.include({
      status: 400,
    });
    await server.close();
    expect(Buffer.from((await objects.get('abc', 'k'))?.body ?? []).toString()).to.equal('hello world');
  });

  it('tells a bug to who serves, and not to who asks', async () => {
    const bugs: unknown[] = [];
    const bug = new TypeError('secret of ours');
    const cloud = scripted(() => {
      throw bug;
    });
    const server = await serve({ port: 0, open: () => ({ cloud }), onBug: (error) => bugs.push(error) });
    const got = await ask(server.url, { body: 'Action=ListStacks' });
    await server.close();
    expect(got).to.include({ status: 500 });
    expect(got.body).not.to.contain('secret');
    expect(bugs).to.deep.equal([bug]);
  });

  it('says that a port is taken', async () => {
    await served(quiet, async (_, url) => {
      const port = Number(new URL(url).port);
      const error = await serve({ port, open: () => ({ cloud: quiet }) }).catch((caught: unknown) => caught);
      expect(error)
        .to.be.instanceOf(Fault)
        .and.include({ message: `Something else listens on port ${port}.` });
    });
  });
});
