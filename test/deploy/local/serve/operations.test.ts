import { expect } from 'chai';
import fc from 'fast-check';
import type { Operation } from '../../../../deploy/api/cloudformation.js';
import { Fault } from '../../../../deploy/api/fault.js';
import { scripted, served } from './client.js';
import { SAMPLES } from './samples.js';

describe('serving CloudFormation', () => {
  for (const [operation, [input, answer]] of Object.entries(SAMPLES)) {
    it(`carries ${operation}, its input and its answer, through the SDK`, async () => {
      const seen: unknown[] = [];
      const cloud = scripted((...request) => {
        seen.push(request);
        return answer;
      });
      const got = await served(cloud, (client) => client.call(operation as Operation, input as never));
      expect(plain(seen)).to.deep.equal([[operation, input]]);
      expect(got).to.deep.equal(answer);
    });
  }

  it('carries any text there and back', async () => {
    const cloud = scripted((_, { StackName }: { StackName?: string }) => ({
      Stacks: [{ StackName, CreationTime: new Date(0), StackStatus: 'CREATE_COMPLETE' }],
    }));
    await served(cloud, (client) =>
      fc.assert(
        fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1 }), async (StackName) => {
          const { Stacks } = await client.call('DescribeStacks', { StackName });
          expect(Stacks?.[0]?.StackName).to.equal(StackName);
        }),
      ),
    );
  });

  const faults: readonly (readonly [Fault, Partial<Fault>])[] = [
    [
      new Fault('refused', 'ValidationError', 'Stack with id <a> does not exist'),
      { kind: 'refused', code: 'ValidationError', message: 'Stack with id <a> does not exist' },
    ],
    [new Fault('refused', 'ChangeSetNotFound', 'no'), { kind: 'refused', code: 'ChangeSetNotFound', message: 'no' }],
    [new Fault('refused', 'AlreadyExistsException', 'no'), { kind: 'refused', code: 'AlreadyExistsException' }],
    [new Fault('refused', 'InsufficientCapabilitiesException', 'no'), { code: 'InsufficientCapabilitiesException' }],
    [new Fault('throttled', 'Throttling', 'Rate exceeded'), { kind: 'throttled', code: 'Throttling' }],
    [new Fault('credentials', 'AccessDenied', 'no'), { kind: 'credentials', code: 'AccessDenied' }],
    [new Fault('broken', 'InternalFailure', 'no'), { kind: 'broken', code: 'InternalFailure' }],
  ];
  for (const [thrown, expected] of faults) {
    it(`carries ${thrown.code}`, async () => {
      const cloud = scripted(() => {
        throw thrown;
      });
      const error = await served(cloud, (client) => client.call('ListStacks', {}).catch((caught: unknown) => caught));
      expect(error).to.be.instanceOf(Fault).and.deep.include(expected);
    });
  }

  it('says that a bug is one, and nothing of what it is', async () => {
    const cloud = scripted(() => {
      throw new TypeError('secret of ours');
    });
    const error = await served(cloud, (client) => client.call('ListStacks', {}).catch((caught: unknown) => caught));
    expect(error).to.be.instanceOf(Fault).and.include({ kind: 'broken', code: 'InternalFailure' });
    expect((error as Fault).message).not.to.contain('secret');
  });
});

/** What was read has no prototypes. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
