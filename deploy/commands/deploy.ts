import type { Outcome } from '../../compiler/commands/outcome.js';
import type { Session } from '../api/session.js';
import { carryOut } from '../flow/deployment/carryOut.js';
import { confirmed } from '../flow/deployment/confirmed.js';
import { offered } from '../flow/deployment/offer.js';
import type { Given } from '../flow/deployment/options.js';
import { prepare } from '../flow/deployment/prepare.js';
import { unchanged } from '../flow/deployment/unchanged.js';
import type { Concluded } from '../flow/result/conclude.js';
import { settle } from '../flow/settle.js';
import type { Work } from '../flow/work.js';
import type { Target } from '../inputs/target.js';
import { type BlueprintOptions, withBlueprint } from './blueprint.js';

/** What `jiml deploy` is given. */
export interface DeployOptions extends BlueprintOptions, Given {
  /** Whether what is asked for confirmation is agreed to. */
  readonly yes: boolean;
  /** Whether to wait until what is begun has ended. */
  readonly wait: boolean;
  /** For how long to wait, in milliseconds. */
  readonly timeout?: number | undefined;
  /** Whether the stack is protected against being deleted once it is deployed; not changed where that is not said. */
  readonly terminationProtection?: boolean | undefined;
}

/**
 * Makes a stack what its blueprint says: creates it, updates it, or finds nothing to do.
 *
 * @throws Misuse, Refused; Fault
 */
export async function deploy(options: DeployOptions, session: Session): Promise<Outcome> {
  return await withBlueprint('deploy', options, session, (work, target) => deployed(work, target, options));
}

async function deployed(work: Work, target: Target, options: DeployOptions): Promise<Concluded> {
  const keep = options.onFailure === 'keep';
  const protection = options.terminationProtection === true;
  const { stack } = await settle(work, 'deploy', { keep });
  const prepared = await prepare(work, target, options, stack, { purpose: 'deploy', imports: [] });
  const offer = await offered(work, prepared);
  if (offer.how === 'failed') return offer.concluded;
  if (offer.how === 'nothing') return await unchanged(work, protection);
  await confirmed(work, offer, target, options.allow);
  return await carryOut(work, { ...offer, kind: prepared.exists ? 'update' : 'create', keep, protection, target });
}
