import { insist } from '../insist.js';
import type { Work } from '../work.js';

/** Protects a stack against being deleted, or no longer. @throws Fault */
export async function protectStack({ session }: Work, stackId: string, on: boolean): Promise<void> {
  await insist(session, 'UpdateTerminationProtection', { StackName: stackId, EnableTerminationProtection: on });
}
