import { knowing } from '../faults.js';
import { insist } from '../insist.js';
import type { Work } from '../work.js';

/** Protects a stack against being deleted, or no longer. @throws Fault */
export async function protectStack({ session, subject }: Work, stackId: string, on: boolean): Promise<void> {
  const input = { StackName: stackId, EnableTerminationProtection: on };
  const state = `Everything else is done; \`jiml protect ${subject}${on ? '' : ' --off'}\` is what is missing.`;
  await knowing(state, () => insist(session, 'UpdateTerminationProtection', input));
}
