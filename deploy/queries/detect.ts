import { Fault } from '../api/fault.js';
import type { Clock } from '../api/session.js';
import { type Caller, insist } from '../flow/insist.js';

/** How long it is waited before a detection is asked about again, in milliseconds: at first, and at most. */
const WAITS = { first: 250, most: 5_000, growth: 1.5 } as const;

/** The most that is waited in all: an hour, in milliseconds. A large stack takes some minutes. */
const LONGEST = 3_600_000;

/**
 * Looks for drift of one stack and waits until that is done; where somebody else looks for it already, after them. Gives why some of it could not be looked at, if so.
 *
 * @throws Fault
 */
export async function detect(caller: Caller, stackId: string): Promise<string | undefined> {
  const { clock } = caller;
  const started = clock.now();
  const StackDriftDetectionId = await begun(caller, stackId, started);
  for await (const _ of waits(clock)) {
    const { DetectionStatus, DetectionStatusReason } = await insist(caller, 'DescribeStackDriftDetectionStatus', {
      StackDriftDetectionId,
    });
    if (DetectionStatus === 'DETECTION_FAILED') return DetectionStatusReason ?? 'CloudFormation does not say why.';
    if (DetectionStatus !== 'DETECTION_IN_PROGRESS') return undefined;
    if (clock.now() - started > LONGEST) break;
  }
  throw tooLong();
}

/** Begins to look. What somebody else has begun has an id that CloudFormation does not tell. */
async function begun(caller: Caller, stackId: string, started: number): Promise<string | undefined> {
  for await (const _ of waits(caller.clock)) {
    try {
      return (await insist(caller, 'DetectStackDrift', { StackName: stackId })).StackDriftDetectionId;
    } catch (error) {
      if (!(error instanceof Fault && error.kind === 'refused' && /already in progress/i.test(error.message)))
        throw error;
    }
    if (caller.clock.now() - started > LONGEST) break;
  }
  throw tooLong();
}

function tooLong(): Fault {
  return new Fault(
    'broken',
    'Timeout',
    'Looking for drift has taken more than an hour.',
    'See what was found: jiml drift --no-detect.',
  );
}

async function* waits(clock: Clock): AsyncGenerator<void> {
  for (let wait: number = WAITS.first; ; wait = Math.min(WAITS.most, wait * WAITS.growth)) {
    yield;
    await clock.sleep(wait);
  }
}
