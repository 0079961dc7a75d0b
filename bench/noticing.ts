import { setTimeout as wait } from 'node:timers/promises';
import type { Answer, CloudFormation } from '../deploy/api/cloudformation.js';
import type { Session } from '../deploy/api/session.js';
import { waitForChangeSet } from '../deploy/flow/changeSet/wait.js';
import type { Work } from '../deploy/flow/work.js';

/** The milliseconds between a change set's being ready and its being noticed, for several that take longer and longer. */
export async function noticing(rounds: number): Promise<readonly number[]> {
  return await Promise.all(Array.from({ length: rounds }, (_, round) => noticed(200 + 173 * round)));
}

async function noticed(after: number): Promise<number> {
  const ready = performance.now() + after;
  const call = async () => ({ Status: performance.now() < ready ? 'CREATE_IN_PROGRESS' : 'CREATE_COMPLETE' });
  const session = {
    cloud: { call: call as () => Promise<Answer<'DescribeChangeSet'>> } as CloudFormation,
    clock: { now: Date.now, sleep: async (milliseconds: number) => void (await wait(milliseconds)) },
  } as unknown as Session;
  const work = { session, interrupts: { pressed: false }, deadline: undefined } as unknown as Work;
  await waitForChangeSet(work, { id: 'change-set', stackId: 'stack', name: 'change-set' } as never);
  return performance.now() - ready;
}
