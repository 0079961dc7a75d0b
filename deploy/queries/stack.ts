import type { Stack } from '../api/cloudformation.js';
import { Fault, isAbsent } from '../api/fault.js';
import type { Session } from '../api/session.js';

/** A stack as CloudFormation describes it. @throws Fault, where there is none of that name with a sentence that says so. */
export async function findStack({ cloud, region, local }: Session, name: string): Promise<Stack> {
  try {
    const { Stacks: [stack] = [] } = await cloud.call('DescribeStacks', { StackName: name });
    if (stack !== undefined) return stack;
  } catch (error) {
    if (!isAbsent(error)) throw error;
  }
  const where = local ? `${region} of the local CloudFormation` : region;
  throw new Fault(
    'refused',
    'ValidationError',
    `There is no stack "${name}" in ${where}.`,
    `See which there are: jiml list${local ? ' --local' : ''}.`,
  );
}

/** What a stack is asked for by: its id, which stays right when it is deleted or made anew. */
export function idOf({ StackId, StackName }: Stack): string {
  return StackId ?? StackName ?? '';
}
