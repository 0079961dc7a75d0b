import { expect } from 'chai';
import type { Input, Operation } from '../../../deploy/api/cloudformation.js';
import { Fault } from '../../../deploy/api/fault.js';
import { answer, error, type Step, withEndpoint } from './endpoint.js';

/** Requests, and how often each is sent when nobody knows what became of the first. */
const REQUESTS: readonly (readonly [Operation, Input<Operation>, number])[] = [
  ['CancelUpdateStack', { StackName: 'a', ClientRequestToken: 't' }, 5],
  ['CancelUpdateStack', { StackName: 'a' }, 1],
  ['ContinueUpdateRollback', { StackName: 'a', ClientRequestToken: 't' }, 5],
  ['ContinueUpdateRollback', { StackName: 'a' }, 1],
  ['CreateChangeSet', { StackName: 'a', ChangeSetName: 'b', ClientToken: 't' }, 5],
  ['CreateChangeSet', { StackName: 'a', ChangeSetName: 'b' }, 1],
  ['DeleteChangeSet', { ChangeSetName: 'a' }, 5],
  ['DeleteStack', { StackName: 'a', ClientRequestToken: 't' }, 5],
  ['DeleteStack', { StackName: 'a' }, 1],
  ['DescribeStacks', { StackName: 'a' }, 5],
  ['DetectStackDrift', { StackName: 'a' }, 1],
  ['ExecuteChangeSet', { ChangeSetName: 'a', ClientRequestToken: 't' }, 5],
  ['ExecuteChangeSet', { ChangeSetName: 'a' }, 1],
  ['RollbackStack', { StackName: 'a', ClientRequestToken: 't' }, 5],
  ['RollbackStack', { StackName: 'a' }, 1],
  ['UpdateTerminationProtection', { StackName: 'a', EnableTerminationProtection: true }, 5],
];

const UNKNOWN: readonly Step[] = ['cut', 'cut within', error(500, 'InternalFailure', 'x')];

describe('what is asked again when nobody knows what became of it', () => {
  for (const [operation, input, times] of REQUESTS) {
    it(`${operation} ${'ClientToken' in input || 'ClientRequestToken' in input ? 'with' : 'without'} a token: ${times}`, async () => {
      for (const step of UNKNOWN) {
        await withEndpoint([step], async ({ cloud, requests }) => {
          expect(await cloud.call(operation, input as never).catch((caught: unknown) => caught)).to.be.instanceOf(
            Fault,
          );
          expect(requests.length).to.equal(times);
          expect(new Set(requests.map(({ body }) => body)).size).to.equal(1);
        });
      }
    });
  }

  it('does not matter where it surely had no effect', async () => {
    const throttled = error(400, 'Throttling', 'Rate exceeded');
    await withEndpoint([throttled, answer('DetectStackDrift', '')], async ({ cloud, requests }) => {
      await cloud.call('DetectStackDrift', { StackName: 'a' });
      expect(requests.length).to.equal(2);
    });
  });

  it('is not asked again after a time-out without a token', async () => {
    await withEndpoint(['silent'], async ({ cloud, requests }) => {
      await cloud.call('ExecuteChangeSet', { ChangeSetName: 'a' }).catch(() => {});
      expect(requests.length).to.equal(1);
    });
  });
});
