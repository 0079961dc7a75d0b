import type { Input, Stack } from '../api/cloudformation.js';
import { isAbsent } from '../api/fault.js';
import { type Caller, insist } from './insist.js';

/**
 * A stack by its name or id; undefined where there is none. One that was deleted is only found by its id.
 *
 * @throws Fault; AbortError where `signal` says so.
 */
export async function stackOf(session: Caller, stack: string, signal?: AbortSignal): Promise<Stack | undefined> {
  const input: Input<'DescribeStacks'> = { StackName: stack };
  try {
    const { Stacks = [] } = await insist(session, 'DescribeStacks', input, signal === undefined ? {} : { signal });
    return Stacks[0];
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}

/** The account in a stack's ARN. */
export function accountIn(stackId: string | undefined): string | undefined {
  return /^arn:[^:]*:cloudformation:[^:]*:([^:]+):/.exec(stackId ?? '')?.[1];
}

/** The name of a stack that may be given by its id. */
export function nameOf(stack: string): string {
  return /:stack\/([^/]+)/.exec(stack)?.[1] ?? stack;
}
