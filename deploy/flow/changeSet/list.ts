import type { ChangeSetSummary } from '../../api/cloudformation.js';
import { isAbsent } from '../../api/fault.js';
import { type Caller, insist } from '../insist.js';

/** The change sets of a stack that are not being deleted. @throws Fault */
export async function changeSetsOf(caller: Caller, stack: string): Promise<readonly ChangeSetSummary[]> {
  const found: ChangeSetSummary[] = [];
  for (let token: string | undefined; ; ) {
    const input = { StackName: stack, ...(token === undefined ? {} : { NextToken: token }) };
    const { Summaries = [], NextToken } = await insist(caller, 'ListChangeSets', input).catch(noneWhereAbsent);
    for (const one of Summaries) if (one.Status?.startsWith('DELETE') !== true) found.push(one);
    if (NextToken === undefined || NextToken === token) return found;
    token = NextToken;
  }
}

function noneWhereAbsent(error: unknown) {
  if (!isAbsent(error)) throw error;
  return { Summaries: [], NextToken: undefined };
}
