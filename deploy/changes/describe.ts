import type { Session } from '../api/session.js';
import type { WholeChangeSet } from './whole.js';

/**
 * A change set as far as it has come: all pages, with the values of properties, and the change sets of nested stacks.
 *
 * @param stack The stack's name or id; not needed where `changeSet` is an ARN.
 * @throws Fault as CloudFormation's calls do.
 */
export async function describeChangeSet(
  { cloud }: Pick<Session, 'cloud'>,
  stack: string | undefined,
  changeSet: string,
  signal?: AbortSignal,
): Promise<WholeChangeSet> {
  const answer = await cloud.call(
    'DescribeChangeSet',
    { ChangeSetName: changeSet, ...(stack === undefined ? {} : { StackName: stack }), IncludePropertyValues: true },
    signal,
  );
  const { Changes = [], NextToken: _, ...rest } = answer;
  return { ...rest, changes: Changes, nested: new Map() };
}
