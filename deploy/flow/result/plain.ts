import type { Stack } from '../../api/cloudformation.js';
import type { Result } from '../../api/report.js';
import type { Work } from '../work.js';

/** The end of a command that found nothing to do, which is success. */
export function idle({ name }: Work, stack: Stack | undefined, text: string): Result {
  return {
    stack: name,
    ...(stack?.StackId === undefined ? {} : { stackId: stack.StackId }),
    ...(stack?.StackStatus === undefined ? {} : { status: stack.StackStatus }),
    verdict: 'none',
    text,
    next: [],
    outputs: {},
  };
}

/** The end of a command that has begun something and does not wait for it. @param what `The rollback`. */
export function ongoing({ name, subject }: Work, stackId: string, what: string): Result {
  const text = `${what} of "${name}" has begun, and is not waited for.`;
  return {
    stack: name,
    stackId,
    verdict: 'done',
    text,
    next: [`jiml events ${subject} --follow`],
    outputs: {},
  };
}
