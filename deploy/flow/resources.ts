import type { StackResourceSummary } from '../api/cloudformation.js';
import { isAbsent } from '../api/fault.js';
import type { Caller } from './insist.js';
import { everyPage } from './pages.js';

/** The resources of a stack, those that are deleted too; none where there is no stack. @throws Fault */
export async function resourcesOf(caller: Caller, stack: string): Promise<readonly StackResourceSummary[]> {
  try {
    return await everyPage(
      caller,
      'ListStackResources',
      { StackName: stack },
      (answer) => answer.StackResourceSummaries,
    );
  } catch (error) {
    if (isAbsent(error)) return [];
    throw error;
  }
}

/** Those that are still part of the stack. */
export function leftOf(resources: readonly StackResourceSummary[]): readonly StackResourceSummary[] {
  return resources.filter(({ ResourceStatus }) => ResourceStatus !== 'DELETE_COMPLETE');
}
