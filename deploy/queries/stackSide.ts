import type { StackSide } from '../../compiler/commands/sides/side.js';
import type { Session } from '../api/session.js';
import { deployedOf } from '../changes/deployed.js';
import { stackNameOf } from '../inputs/name.js';
import { absent } from './stack.js';

/**
 * What a stack runs, as one side of `jiml diff`.
 *
 * @param name Undefined for the stack that the blueprint `path` is deployed to.
 * @throws Misuse where the blueprint does not say its stack; Fault, also where there is no such stack.
 */
export async function stackSide(session: Session, name: string | undefined, path: string): Promise<StackSide> {
  const stack = name ?? stackNameOf([path], {}).stack;
  const deployed = await deployedOf(session, stack);
  if (deployed === undefined) throw absent(session, stack);
  const { template, parameters } = deployed;
  return { name: `stack:${stack}`, template, parameters, region: session.region };
}
