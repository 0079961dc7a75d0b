import { expect } from 'chai';
import fc from 'fast-check';
import type { Answer } from '../../../deploy/api/cloudformation.js';
import { Fault } from '../../../deploy/api/fault.js';
import { answer, error, withEndpoint } from './endpoint.js';

const events = answer(
  'DescribeStackEvents',
  '<StackEvents><member><EventId>a&amp;b</EventId><Timestamp>2026-11-21T08:09:10.123Z</Timestamp><StackName>shop</StackName></member></StackEvents><NextToken>t</NextToken>',
);

/** What comes of an answer: what it says, or a fault. Everything else is thrown on. */
async function outcomeOf(status: number, body: string): Promise<Answer<'DescribeStackEvents'> | Fault> {
  return await withEndpoint([{ status, body }], async ({ cloud }) => {
    try {
      return await cloud.call('DescribeStackEvents', { StackName: 'shop' });
    } catch (caught) {
      if (caught instanceof Fault) return caught;
      throw caught;
    }
  });
}

describe('hostile answers', () => {
  it('are answers or faults, however they are changed', async () => {
    const body = fc.constantFrom(events.body, error(400, 'ValidationError', 'no').body);
    const piece = fc.oneof(
      fc.string({ maxLength: 8 }),
      fc.constantFrom('<', '</', '/>', '<member>', '&', '&#0;', '<!--', ']]>'),
    );
    const changed = fc.tuple(body, fc.nat(), fc.nat(20), piece).map(([text, at, length, with_]) => {
      const start = at % text.length;
      return text.slice(0, start) + with_ + text.slice(start + length);
    });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(200, 400, 500), changed, async (status, text) => {
        expect(await outcomeOf(status, text)).to.be.an.instanceOf(Object);
      }),
      { numRuns: 60 },
    );
  });

  const bodies: readonly (readonly [string, string])[] = [
    ['is very deep', answer('DescribeStackEvents', '<a>'.repeat(100_000) + '</a>'.repeat(100_000)).body],
    ['has a time that is none', events.body.replace(/<Timestamp>[^<]*/, '<Timestamp>yesterday')],
    ['expands', `<!DOCTYPE a [<!ENTITY b "${'x'.repeat(1000)}">]>${events.body.replace('shop', '&b;'.repeat(1000))}`],
  ];
  for (const [title, body] of bodies) {
    it(`is a fault, or is read, where an answer ${title}`, async () => {
      const outcome = await outcomeOf(200, body);
      if (outcome instanceof Fault) expect(outcome).to.include({ kind: 'broken', code: 'NoAnswer' });
      else expect(JSON.stringify(outcome).length).to.be.below(100_000);
    });
  }

  it('change nothing that all objects have', async () => {
    for (const name of ['__proto__', 'constructor']) {
      const body = events.body.replace('<NextToken>', `<${name}><polluted>1</polluted></${name}><NextToken>`);
      expect(await outcomeOf(200, body)).to.be.an.instanceOf(Object);
      expect(({} as { polluted?: string }).polluted).to.equal(undefined);
    }
  });
});
