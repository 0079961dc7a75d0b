import type { ChangeSetSummary } from '../../api/cloudformation.js';
import { isAbsent } from '../../api/fault.js';
import type { Caller } from '../insist.js';
import { everyPage } from '../pages.js';

/** The change sets of a stack that are not being deleted; none where there is no stack. @throws Fault */
export async function changeSetsOf(caller: Caller, stack: string): Promise<readonly ChangeSetSummary[]> {
  try {
    const all = await everyPage(caller, 'ListChangeSets', { StackName: stack }, (answer) => answer.Summaries);
    return all.filter(({ Status }) => Status?.startsWith('DELETE') !== true);
  } catch (error) {
    if (isAbsent(error)) return [];
    throw error;
  }
}
