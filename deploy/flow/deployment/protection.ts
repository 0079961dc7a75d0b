import { insist } from '../insist.js';
import type { Work } from '../work.js';

/** Protects a stack against being deleted, or no longer. @throws Fault */
export async function protectStack({ session, stack }: Work, stackId: string, on: boolean): Promise<void> {
  await insist(session, 'UpdateTerminationProtection', { StackName: stackId, EnableTerminationProtection: on });
  const state = on ? 'is protected against being deleted' : 'is no longer protected against being deleted';
  session.report({ kind: 'note', text: `The stack "${stack}" ${state}.` });
}
