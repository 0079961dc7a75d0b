import type { Stack } from '../api/cloudformation.js';
import { Fault } from '../api/fault.js';
import type { Session } from '../api/session.js';
import { flagsOf } from '../flow/flags.js';
import { stackOf } from '../flow/stack.js';

/** A stack as CloudFormation describes it. @throws Fault, where there is none of that name with a sentence that says so. */
export async function findStack(session: Session, name: string): Promise<Stack> {
  const stack = await stackOf(session, name);
  if (stack === undefined) throw absent(session, name);
  return stack;
}

/** That there is no such stack. */
export function absent(session: Pick<Session, 'region' | 'local' | 'flags'>, name: string): Fault {
  const { region, local, flags = [] } = session;
  const place = flags.includes('--region') ? '' : ` --region ${region}`;
  return new Fault(
    'refused',
    'ValidationError',
    `There is no stack "${name}" in ${region}${local ? ' of the local CloudFormation' : ''}.`,
    `See which there are: jiml list${place}${flagsOf(session)}`,
  );
}

/** What a stack is asked for by: its id, which stays right when it is deleted or made anew. */
export function idOf({ StackId, StackName }: Stack): string {
  return StackId ?? StackName ?? '';
}
