import type { StackResourceSummary } from '../api/cloudformation.js';
import { isAbsent } from '../api/fault.js';
import { type Caller, insist } from './insist.js';

/** The resources of a stack, those that are deleted too. @throws Fault */
export async function resourcesOf(caller: Caller, stack: string): Promise<readonly StackResourceSummary[]> {
  const found: StackResourceSummary[] = [];
  for (let token: string | undefined; ; ) {
    const input = { StackName: stack, ...(token === undefined ? {} : { NextToken: token }) };
    const answer = await insist(caller, 'ListStackResources', input).catch(noneWhereAbsent);
    for (const one of answer.StackResourceSummaries ?? []) found.push(one);
    if (answer.NextToken === undefined || answer.NextToken === token) return found;
    token = answer.NextToken;
  }
}

/** Those that are still part of the stack. */
export function leftOf(resources: readonly StackResourceSummary[]): readonly StackResourceSummary[] {
  return resources.filter(({ ResourceStatus }) => ResourceStatus !== 'DELETE_COMPLETE');
}

function noneWhereAbsent(error: unknown) {
  if (!isAbsent(error)) throw error;
  return { StackResourceSummaries: [], NextToken: undefined };
}
