import { Diagnostics } from '../../../compiler/diagnostics/diagnostic.js';
import type { Target } from '../../inputs/target.js';
import type { MadeChangeSet } from '../changeSet/create.js';
import type { Work } from '../work.js';

/** Why CloudFormation did not take a change set, at the lines of the blueprint. @throws Fault */
export async function problemsOf(
  _work: Work,
  _target: Target,
  _made: MadeChangeSet,
  _reason: string,
): Promise<Diagnostics> {
  return new Diagnostics();
}
