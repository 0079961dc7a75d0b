import type { Outcome } from '../../compiler/commands/outcome.js';
import type { Session } from '../api/session.js';
import { protectStack } from '../flow/deployment/protection.js';
import { idle } from '../flow/result/plain.js';
import { settle } from '../flow/settle.js';
import { type NamedOptions, withStack } from './named.js';

/** What `jiml protect` is given. */
export interface ProtectOptions extends NamedOptions {
  /** Whether the protection is taken away. */
  readonly off: boolean;
}

/**
 * Protects a stack against being deleted (AWS calls that termination protection), or no longer.
 *
 * @throws Misuse, Refused; Fault
 */
export async function protect(options: ProtectOptions, session: Session): Promise<Outcome> {
  const on = !options.off;
  return await withStack('protect', options, session, async (work) => {
    const { stack } = await settle(work, 'protect');
    const state = `The stack "${work.name}" is ${on ? '' : 'not '}protected against being deleted`;
    if ((stack?.EnableTerminationProtection === true) === on)
      return idle(work, stack, `${state}${on ? ' already' : ''}.`);
    await protectStack(work, stack?.StackId ?? work.stack, on);
    return { ...idle(work, stack, `${state}.`), verdict: 'done' };
  });
}
