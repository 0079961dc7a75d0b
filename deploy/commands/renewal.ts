import type { Session } from '../api/session.js';
import { flagsOf, shell } from '../flow/flags.js';
import { stackNameOf } from '../inputs/name.js';
import type { Plan } from '../plan/plan.js';

/**
 * The command that makes a plan anew, with the values that are in the old one; `@FILE` stands for secrets.
 *
 * @param file Where the plan is.
 */
export function renewalOf(
  { stack, parameters, allow, review }: Plan,
  file: string,
  session: Pick<Session, 'local' | 'flags'>,
): string {
  const blueprint = review.comparison.file;
  const words = [
    ...(blueprint === undefined ? ['-'] : [blueprint]),
    ...(blueprint !== undefined && isCalled(blueprint, stack.name) ? [] : ['--stack', stack.name]),
    ...Object.entries(parameters).flatMap(([name, planned]) => {
      if (planned.kind === 'secret') return ['-P', `${name}=@FILE`];
      return planned.kind === 'value' ? ['-P', `${name}=${planned.value}`] : [];
    }),
    ...allow.flatMap((code) => ['--allow', code]),
    '--out',
    file,
  ];
  return `jiml plan ${words.map(shell).join(' ')}${flagsOf(session)}`;
}

/** Whether a blueprint's own stack is called so; one that is not there any more calls none. */
function isCalled(blueprint: string, stack: string): boolean {
  try {
    return stackNameOf([blueprint], {}).stack === stack;
  } catch {
    return false;
  }
}
