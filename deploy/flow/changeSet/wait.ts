import type { Answer } from '../../api/cloudformation.js';
import { hasCode } from '../faults.js';
import { type Caller, insist } from '../insist.js';
import { jitter, untilReady } from '../pace.js';
import type { Work } from '../work.js';
import type { MadeChangeSet } from './create.js';
import { changeSetState } from './statuses.js';

/** What became of a change set that was asked for. */
export type Awaited =
  | { readonly how: 'ready' }
  | { readonly how: 'failed'; readonly reason: string }
  | { readonly how: 'gone' | 'interrupted' | 'timed-out' };

/** A change set that was just made may not be found for so long, in milliseconds. */
const APPEARS_WITHIN = 10_000;

/** Waits until a change set is ready, or is not going to be. @throws Fault */
export async function waitForChangeSet(work: Work, { id, stackId }: MadeChangeSet): Promise<Awaited> {
  const { session, interrupts, deadline } = work;
  const { clock } = session;
  const started = clock.now();
  for (;;) {
    const answer = await describe(work, id, stackId, clock.now() - started);
    const { Status, StatusReason: reason = '' } = answer ?? {};
    const state = changeSetState(Status);
    if (state === 'failed') return { how: 'failed', reason };
    if (state !== 'wait') return { how: state };
    if (interrupts.pressed) return { how: 'interrupted' };
    if (deadline !== undefined && clock.now() >= deadline) return { how: 'timed-out' };
    const pause = untilReady(clock.now() - started);
    await clock.sleep(jitter(pause, clock.now()), interrupts.signal);
  }
}

async function describe(
  { session }: Work,
  id: string,
  stackId: string,
  waited: number,
): Promise<Answer<'DescribeChangeSet'> | undefined> {
  try {
    return await insist(session, 'DescribeChangeSet', { ChangeSetName: id, StackName: stackId });
  } catch (error) {
    if (hasCode(error, 'ChangeSetNotFound') && waited < APPEARS_WITHIN) return undefined;
    throw error;
  }
}

/** Waits for some time until a change set is no longer being made. @throws Fault */
export async function settled({ cloud, clock }: Caller, { id, stackId }: MadeChangeSet): Promise<void> {
  const until = clock.now() + APPEARS_WITHIN;
  while (clock.now() < until) {
    const input = { ChangeSetName: id, StackName: stackId };
    const answer = await insist({ cloud, clock }, 'DescribeChangeSet', input).catch(() => undefined);
    if (answer?.Status !== 'CREATE_PENDING' && answer?.Status !== 'CREATE_IN_PROGRESS') return;
    await clock.sleep(untilReady(0));
  }
}
