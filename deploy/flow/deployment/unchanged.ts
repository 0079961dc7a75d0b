import type { Result } from '../../api/report.js';
import { outputsOf } from '../result/ended.js';
import { stackOf } from '../stack.js';
import { nameOf } from '../watch/follow.js';
import type { Work } from '../work.js';
import { protectStack } from './protection.js';

/** The end of a command that found nothing to change, which is success. @throws Fault */
export async function unchanged(work: Work, protection: boolean): Promise<Result> {
  const stack = await stackOf(work.session, work.stack);
  const id = stack?.StackId ?? work.stack;
  if (protection && stack?.EnableTerminationProtection !== true) await protectStack(work, id, true);
  return {
    stack: nameOf(work.stack),
    ...(stack?.StackId === undefined ? {} : { stackId: stack.StackId }),
    ...(stack?.StackStatus === undefined ? {} : { status: stack.StackStatus }),
    verdict: 'none',
    text: `There is nothing to change: the stack "${nameOf(work.stack)}" is as its blueprint says.`,
    next: [],
    outputs: outputsOf(stack),
  };
}
