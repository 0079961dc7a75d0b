import { expect } from 'chai';
import { Fault } from '../../../deploy/api/fault.js';
import { answer, error, NOW, type Step, withEndpoint } from './endpoint.js';

const right = answer('DescribeStacks', '<Stacks/>');
const page = '<!DOCTYPE html>\n<html><body>Please sign in.</body></html>';

/** What comes of a script: how often is asked, and the fault, where it ends in one. */
interface Case {
  readonly title: string;
  readonly script: readonly Step[];
  readonly requests: number;
  readonly fault?: Partial<Fault>;
}

const CASES: readonly Case[] = [
  { title: 'an answer', script: [right], requests: 1 },
  { title: 'throttling that passes', script: [throttled(), throttled(), right], requests: 3 },
  {
    title: 'throttling that stays',
    script: [throttled()],
    requests: 10,
    fault: {
      kind: 'throttled',
      code: 'Throttling',
      message: 'CloudFormation has been asked too often: "Rate exceeded".',
    },
  },
  { title: 'status 429', script: [error(429, 'X', 'slow'), right], requests: 2 },
  { title: 'a failure that passes', script: [error(500, 'InternalFailure', 'oops'), right], requests: 2 },
  {
    title: 'a failure that stays',
    script: [error(503, 'ServiceUnavailable', 'oops')],
    requests: 5,
    fault: {
      kind: 'broken',
      code: 'ServiceUnavailable',
      message: 'CloudFormation failed to answer (ServiceUnavailable, status 503): "oops".',
    },
  },
  {
    title: 'a request that is not known',
    script: [error(501, 'InternalFailure', 'not implemented')],
    requests: 1,
    fault: {
      kind: 'refused',
      code: 'NotImplemented',
      message: 'CloudFormation at this address does not know the request: "not implemented".',
    },
  },
  {
    title: "a proxy's page instead of an answer",
    script: [{ status: 200, body: page }],
    requests: 1,
    fault: { kind: 'broken', code: 'NoAnswer', message: noAnswer('a web page', 200) },
  },
  {
    title: "a proxy's page with an error",
    script: [{ status: 502, body: '<html>Bad gateway</html>' }],
    requests: 5,
    fault: { kind: 'broken', code: 'NoAnswer', message: noAnswer('a web page', 502) },
  },
  {
    title: "a proxy's refusal",
    script: [{ status: 407, body: page }],
    requests: 1,
    fault: { kind: 'broken', hint: 'A proxy on the way wants to know who asks.' },
  },
  {
    title: 'XML that ends too early',
    script: [{ status: 200, body: right.body.slice(0, -20) }],
    requests: 5,
    fault: { kind: 'broken', message: noAnswer('an answer that is cut off', 200) },
  },
  {
    title: 'an error that ends too early',
    script: [{ status: 400, body: error(400, 'ValidationError', 'x').body.slice(0, -20) }],
    requests: 1,
    fault: { kind: 'broken', message: noAnswer('an answer that is cut off', 400) },
  },
  {
    title: 'nothing at all',
    script: [{ status: 200, body: '' }],
    requests: 5,
    fault: { kind: 'broken', message: noAnswer('an empty answer', 200) },
  },
  {
    title: 'JSON',
    script: [{ status: 200, body: '{"Stacks": []}' }],
    requests: 1,
    fault: { kind: 'broken', message: noAnswer('something that is no answer', 200) },
  },
  {
    title: 'XML of something else',
    script: [{ status: 200, body: '<feed></feed>' }],
    requests: 1,
    fault: { kind: 'broken', message: noAnswer('something that is no answer', 200) },
  },
  { title: 'a connection that is cut once', script: ['cut', right], requests: 2 },
  { title: 'a connection that is cut within an answer once', script: ['cut within', right], requests: 2 },
  {
    title: 'a connection that is always cut',
    script: ['cut'],
    requests: 5,
    fault: {
      kind: 'unreachable',
      code: 'ECONNRESET',
      message: 'The connection to HOST was cut before an answer came.',
    },
  },
  { title: 'silence once', script: ['silent', right], requests: 2 },
  {
    title: 'silence',
    script: ['silent'],
    requests: 5,
    fault: { kind: 'unreachable', code: 'ETIMEDOUT', message: 'No answer came from HOST in time.' },
  },
  {
    title: 'a refusal',
    script: [error(400, 'ValidationError', 'Stack with id a does not exist')],
    requests: 1,
    fault: { kind: 'refused', code: 'ValidationError', message: 'Stack with id a does not exist' },
  },
  {
    title: 'a refusal with a class of another name',
    script: [error(404, 'ChangeSetNotFound', 'ChangeSet [a] does not exist')],
    requests: 1,
    fault: { kind: 'refused', code: 'ChangeSetNotFound', message: 'ChangeSet [a] does not exist' },
  },
  {
    title: 'a refusal that would do something to a terminal',
    script: [error(400, 'ValidationError', 'a&#x1b;[2Jb\nc')],
    requests: 1,
    fault: { kind: 'refused', message: 'a [2Jb c' },
  },
  {
    title: 'a limit that is no throttling',
    script: [error(400, 'LimitExceededException', 'stacks')],
    requests: 1,
    fault: { kind: 'refused', code: 'LimitExceededException', message: 'stacks' },
  },
  {
    title: 'an expired session',
    script: [error(403, 'ExpiredToken', 'The security token included in the request is expired')],
    requests: 1,
    fault: { kind: 'credentials', code: 'ExpiredToken', message: 'The credentials for AWS have expired.' },
  },
  {
    title: 'an unknown key',
    script: [error(403, 'InvalidClientTokenId', 'The security token included in the request is invalid.')],
    requests: 1,
    fault: { kind: 'credentials', code: 'InvalidClientTokenId', message: 'AWS does not know these credentials.' },
  },
  {
    title: 'a wrong secret key',
    script: [
      error(403, 'SignatureDoesNotMatch', 'The Canonical String should have been x-amz-security-token:TOPSECRET'),
    ],
    requests: 1,
    fault: { kind: 'credentials', message: 'AWS does not accept the signature of the request.' },
  },
  {
    title: 'a clock that is wrong, which the SDK corrects',
    script: [error(403, 'RequestTimeTooSkewed', 'x', dateIn(60)), right],
    requests: 2,
  },
  {
    title: 'a clock that cannot be corrected',
    script: [
      error(403, 'SignatureDoesNotMatch', 'Signature expired: 20261121T100000Z is now earlier', dateOf(NOW + 600_000)),
    ],
    requests: 2,
    fault: {
      kind: 'credentials',
      message: 'AWS does not take the request because the clock of this machine is 10 minutes behind.',
    },
  },
  {
    title: 'a missing permission',
    script: [
      error(
        403,
        'AccessDenied',
        'User: arn:aws:iam::1:user/a is not authorized to perform: cloudformation:DescribeStacks on resource: arn:aws:cloudformation:eu-west-1:1:stack/a/* because no identity-based policy allows the cloudformation:DescribeStacks action',
      ),
    ],
    requests: 1,
    fault: {
      kind: 'credentials',
      code: 'AccessDenied',
      message: 'AWS does not allow "cloudformation:DescribeStacks" on arn:aws:cloudformation:eu-west-1:1:stack/a/*.',
      hint: 'A policy of who deploys must allow "cloudformation:DescribeStacks".',
    },
  },
  {
    title: 'a permission that is denied',
    script: [
      error(
        403,
        'AccessDenied',
        'User: a is not authorized to perform: cloudformation:DescribeStacks with an explicit deny in a service control policy',
      ),
    ],
    requests: 1,
    fault: {
      message: 'AWS does not allow "cloudformation:DescribeStacks".',
      hint: 'A policy denies it explicitly; allowing it elsewhere does not help.',
    },
  },
];

describe('faults of AWS', () => {
  for (const { title, script, requests, fault } of CASES) {
    it(`understands ${title}`, async () => {
      await withEndpoint(script, async (endpoint) => {
        const result = await endpoint.cloud
          .call('DescribeStacks', { StackName: 'a' })
          .catch((caught: unknown) => caught);
        expect(endpoint.requests.length).to.equal(requests);
        expect(endpoint.waits.length).to.equal(requests - 1);
        if (fault === undefined) return expect(result).to.deep.equal({ Stacks: [] });
        expect(result).to.be.instanceOf(Fault);
        const { kind, code, message, hint } = result as Fault;
        const said = { kind, code, message: message.replace(/127\.0\.0\.1:\d+/, 'HOST'), hint };
        expect(said).to.include(fault);
        expect(JSON.stringify(said)).not.to.contain('TOPSECRET');
      });
    });
  }

  it('waits longer each time, and as long as it is told', async () => {
    const told = error(503, 'SlowDown', 'x', { 'retry-after': '7' });
    await withEndpoint([throttled(), throttled(), told, throttled(), right], async ({ cloud, waits }) => {
      await cloud.call('DescribeStacks', {});
      expect(waits[0]).to.be.within(250, 500);
      expect(waits[1]).to.be.within(500, 1000);
      expect(waits[2]).to.equal(7000);
      expect(waits[3]).to.be.within(2000, 4000);
    });
  });

  it('passes an abort on, before the request and while waiting', async () => {
    await withEndpoint([throttled()], async ({ cloud, requests }) => {
      const before = await cloud.call('DescribeStacks', {}, AbortSignal.abort()).catch((caught: unknown) => caught);
      expect(before).to.have.property('name', 'AbortError');
      expect(requests.length).to.equal(0);
    });
  });

  it('passes an abort on while an answer is waited for', async () => {
    await withEndpoint(['silent'], async ({ cloud, requests }) => {
      const abort = new AbortController();
      const calling = cloud.call('DescribeStacks', {}, abort.signal).catch((caught: unknown) => caught);
      setTimeout(() => abort.abort(), 10);
      expect(await calling).to.have.property('name', 'AbortError');
      expect(requests.length).to.be.at.most(1);
    });
  });
});

function throttled() {
  return error(400, 'Throttling', 'Rate exceeded');
}

function noAnswer(what: string, status: number): string {
  return `Instead of CloudFormation's answer, ${what} came from HOST (status ${status}).`;
}

/** A date that is so many minutes from now by the machine's clock, which is the one that signatures are made with. */
function dateIn(minutes: number) {
  return dateOf(Date.now() + minutes * 60_000);
}

function dateOf(time: number) {
  return { date: new Date(time).toUTCString() };
}
