import type { Diff } from '../../../compiler/diff/model.js';
import type { Endpoint } from './endpoint.js';
import { query, textsOf } from './query.js';

/** What CloudFormation itself says of a stack. */
export interface Found {
  /** `none` where there is no such stack. */
  readonly status: string;
  /** How many of its change sets were not executed. */
  readonly left: number;
}

/** Asks CloudFormation about a stack, past jiml. */
export async function foundOf(endpoint: Endpoint, stack: string): Promise<Found> {
  const stacks = await query(endpoint, 'cloudformation', 'DescribeStacks', { StackName: stack });
  const status = textsOf(stacks, 'StackStatus')[0] ?? 'none';
  const sets = status === 'none' ? '' : await query(endpoint, 'cloudformation', 'ListChangeSets', { StackName: stack });
  const members = sets.split('</member>').filter((member) => !member.includes('EXECUTE_COMPLETE'));
  return { status, left: members.flatMap((member) => textsOf(member, 'ChangeSetName')).length };
}

/** The physical id of each resource of a stack, by logical id. */
export async function resourcesOf(endpoint: Endpoint, stack: string): Promise<ReadonlyMap<string, string>> {
  const xml = await query(endpoint, 'cloudformation', 'DescribeStackResources', { StackName: stack });
  const members = xml
    .split('</member>')
    .map((member) => ['LogicalResourceId', 'PhysicalResourceId'].map((name) => textsOf(member, name)[0]));
  return new Map(members.flatMap(([id, physical]) => (id && physical ? [[id, physical] as const] : [])));
}

/** `add Queue`, `replace Topic`, in the order of the ids; `maybe replace` where that is not known. */
export function changesOf(diff: Diff | undefined): readonly string[] {
  const word = { true: 'replace', conditional: 'maybe replace', false: undefined };
  return (diff?.resources ?? []).map(({ action, id, replacement }) =>
    action === 'modify' ? `${word[replacement] ?? 'modify'} ${id}` : `${action} ${id}`,
  );
}
