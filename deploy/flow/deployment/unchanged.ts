import type { Result } from '../../api/report.js';
import { knowing } from '../faults.js';
import { outputsOf } from '../result/ended.js';
import { nexts } from '../result/next.js';
import { fill } from '../say.js';
import { stackOf } from '../stack.js';
import { endingOf } from '../states/endings.js';
import type { Work } from '../work.js';
import { protectStack } from './protection.js';

/**
 * The end of a command that found nothing to change, which is success, unless the stack is in a state that needs a person.
 *
 * @throws Fault
 */
export async function unchanged(work: Work, protection: boolean): Promise<Result> {
  const state = 'There is nothing to change, and nothing was executed.';
  const stack = await knowing(state, () => stackOf(work.session, work.stack));
  const id = stack?.StackId ?? work.stack;
  if (protection && stack?.EnableTerminationProtection !== true) await protectStack(work, id, true);
  const status = stack?.StackStatus;
  const stuck = status !== undefined && endingOf(status) === 'stuck';
  const name = work.name;
  return {
    stack: name,
    ...(stack?.StackId === undefined ? {} : { stackId: stack.StackId }),
    ...(status === undefined ? {} : { status }),
    verdict: stuck ? 'stuck' : 'none',
    text: stuck
      ? `There is nothing to change, and the stack "${name}" is in ${status}.`
      : `There is nothing to change: the stack "${name}" is as its blueprint says.`,
    next: stuck ? nexts[status].map((line) => fill(line, work)).filter((line) => !line.includes('{')) : [],
    outputs: outputsOf(stack),
  };
}
