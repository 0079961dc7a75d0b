import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CloudFormation, ResourceChange } from '../../deploy/api/cloudformation.js';
import { openLocal } from '../../deploy/local/open.js';
import type { Recording } from '../changesets/recording.js';
import { STACK_ITSELF, withoutRepetition } from './recording.js';

/** What the local CloudFormation made of a recorded pair. */
export interface Played {
  readonly created: readonly ResourceChange[];
  readonly updated: readonly ResourceChange[];
  readonly states: ReadonlyMap<string, readonly string[]>;
}

const NAME = 'recorded';

/** Deploys a recorded pair on the local CloudFormation, and deletes it where that was recorded. @throws Fault */
export async function play(recording: Recording, deletes: boolean): Promise<Played> {
  const folder = mkdtempSync(join(tmpdir(), 'jiml-conformance-'));
  try {
    const clock = { now: () => Date.UTC(2026, 0, 1), sleep: async () => {} };
    const { cloud } = openLocal({ folder, region: 'us-east-1', fast: true, fail: [], clock });
    const created = await deploy(cloud, 'CREATE', recording.before, recording.parametersBefore);
    const updated = await deploy(cloud, 'UPDATE', recording.after, recording.parametersAfter);
    const { Stacks = [] } = await cloud.call('DescribeStacks', { StackName: NAME });
    if (deletes) await cloud.call('DeleteStack', { StackName: NAME });
    return { created, updated, states: await statesOf(cloud, Stacks[0]?.StackId ?? '') };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function deploy(
  cloud: CloudFormation,
  type: 'CREATE' | 'UPDATE',
  template: object,
  parameters: Recording['parametersAfter'],
): Promise<readonly ResourceChange[]> {
  const changeSet = { StackName: NAME, ChangeSetName: type.toLowerCase() };
  await cloud.call('CreateChangeSet', {
    ...changeSet,
    ChangeSetType: type,
    TemplateBody: JSON.stringify(template),
    Parameters: Object.entries(parameters ?? {}).map(([key, value]) => ({ ParameterKey: key, ParameterValue: value })),
    Capabilities: ['CAPABILITY_IAM', 'CAPABILITY_NAMED_IAM', 'CAPABILITY_AUTO_EXPAND'],
  });
  const { Changes = [], Status, StatusReason } = await cloud.call('DescribeChangeSet', changeSet);
  if (Status !== 'CREATE_COMPLETE') throw new Error(`The change set is ${Status}: ${StatusReason}`);
  await cloud.call('ExecuteChangeSet', changeSet);
  return Changes.flatMap(({ ResourceChange }) => ResourceChange ?? []);
}

async function statesOf(cloud: CloudFormation, stackId: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const states = new Map<string, string[]>();
  for (let token: string | undefined, more = true; more; more = token !== undefined) {
    const input = { StackName: stackId, ...(token !== undefined && { NextToken: token }) };
    const { StackEvents = [], NextToken } = await cloud.call('DescribeStackEvents', input);
    for (const { LogicalResourceId = '', PhysicalResourceId, ResourceStatus = '' } of StackEvents) {
      const id = PhysicalResourceId === stackId ? STACK_ITSELF : LogicalResourceId;
      states.set(id, [ResourceStatus, ...(states.get(id) ?? [])]);
    }
    token = NextToken;
  }
  return new Map([...states].map(([id, list]) => [id, withoutRepetition(list)]));
}
