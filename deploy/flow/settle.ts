import type { Stack } from '../api/cloudformation.js';
import { Declined } from '../api/declined.js';
import { Fault } from '../api/fault.js';
import { joined } from './join.js';
import { empty } from './rescue/empty.js';
import { kept } from './rescue/kept.js';
import { review } from './rescue/review.js';
import { unfinished } from './rescue/unfinished.js';
import { fill } from './say.js';
import { stackOf } from './stack.js';
import type { Decision, Rescue, Verb } from './states/decision.js';
import { decisionOf } from './states/states.js';
import type { Followed } from './watch/follow.js';
import type { Work } from './work.js';

/** A stack of which it is decided what is done. */
export interface Settled {
  /** Undefined where there is none. */
  readonly stack: Stack | undefined;
  readonly decision: Decision;
  /** How what went on before has ended, where that was waited for. */
  readonly joined?: Followed;
}

interface Options {
  /** Whether what fails shall be kept. */
  readonly keep?: boolean;
}

/** How often it is decided again after something was waited for or put right. */
const TURNS = 12;

/**
 * Finds out what a verb does with a stack: waits for what goes on, and helps a stack where somebody agrees, until there
 * is something to do, or nothing.
 *
 * @throws Declined where the answer is no; Stopped; Fault, also where there must be a stack and is none.
 */
export async function settle(work: Work, verb: Verb, options: Options = {}): Promise<Settled> {
  let before: { readonly joined?: Followed } = {};
  for (let turn = 0; turn < TURNS; turn++) {
    const stack = await stackOf(work.session, work.stack);
    const decision = decisionOf(verb, stack?.StackStatus);
    if (decision.do === 'absent') throw noStack(work);
    if (decision.do === 'refuse') throw declined(work, decision, stack);
    if (stack === undefined || decision.do === 'go' || decision.do === 'nothing') return { stack, decision, ...before };
    if (decision.do === 'wait') before = { joined: await joined(work, stack) };
    else if (await rescues[decision.rescue](work, stack, options)) return { stack, decision, ...before };
  }
  throw new Declined(`The stack "${work.name}" does not come to rest.`, [`jiml events ${work.subject} --follow`]);
}

/** Each gives whether the stack can now be used as it is; otherwise it is decided again. */
const rescues: Readonly<Record<Rescue, (work: Work, stack: Stack, options: Options) => Promise<boolean>>> = {
  review: async (work, stack) => {
    await review(work, stack);
    return true;
  },
  empty: async (work, stack) => {
    await empty(work, stack);
    return false;
  },
  kept: async (work, stack, { keep = false }) => {
    kept(work, stack.StackStatus ?? '', keep);
    return true;
  },
  unfinished: async (work, stack) => {
    await unfinished(work, stack);
    return false;
  },
};

function declined(
  work: Work,
  { text, next }: Decision & { readonly do: 'refuse' },
  stack: Stack | undefined,
): Declined {
  const state = stack?.StackStatus ?? 'no state';
  return new Declined(
    fill(text, work, state),
    next.map((line) => fill(line, work)),
  );
}

function noStack({ name, session, subject }: Work): Fault {
  const where = session.local ? `${session.region} of the local CloudFormation` : session.region;
  const message = `There is no stack "${name}" in ${where}.`;
  return new Fault('refused', 'ValidationError', message, `To make it: jiml deploy ${subject}`);
}
