import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Answer, CreateChangeSetInput, Input, Operation } from '../../../deploy/api/cloudformation.js';
import { Fault } from '../../../deploy/api/fault.js';
import { type FailurePoint, type Local, openLocal } from '../../../deploy/local/open.js';

export const REGION = 'us-east-1';

/** A second after the epoch of these tests: 2026-01-01. */
const START = Date.UTC(2026, 0, 1);

type ResourceMap = Readonly<Record<string, object>>;

/** A template of resources. */
export function template(resources: ResourceMap, more: object = {}): string {
  return JSON.stringify({ Resources: resources, ...more });
}

/** A topic: changing its name makes a new one, changing what it is shown as does not. */
export function topic(properties: object = {}, more: object = {}): object {
  return { Type: 'AWS::SNS::Topic', Properties: properties, ...more };
}

/** A simulated account for a test, with a clock that goes when it is told to. */
export class Account {
  readonly folder = mkdtempSync(join(tmpdir(), 'jiml-local-'));
  private time = START;
  private sets = 0;

  /** The account as a process sees it that lets resources fail. */
  open({
    fail = [],
    fast = true,
    region = REGION,
  }: {
    fail?: readonly string[];
    fast?: boolean;
    region?: string;
  } = {}): Local {
    const clock = { now: () => this.time, sleep: async (milliseconds: number) => this.pass(milliseconds) };
    return openLocal({ folder: this.folder, region, fast, fail: fail.map(point), clock });
  }

  pass(milliseconds: number): void {
    this.time += milliseconds;
  }

  delete(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Asks as a process without failures and without durations. */
  call<O extends Operation>(operation: O, input: Input<O>): Promise<Answer<O>> {
    return this.open().cloud.call(operation, input);
  }

  /** Makes a change set. Gives its name. */
  async propose(stack: string, body: string, more: Partial<CreateChangeSetInput> = {}): Promise<string> {
    const { Stacks = [] } = await this.call('DescribeStacks', {});
    const known = Stacks.find(({ StackName }) => StackName === stack);
    const isNew = known === undefined || known.StackStatus === 'REVIEW_IN_PROGRESS';
    const ChangeSetName = `set-${++this.sets}`;
    const ChangeSetType = isNew ? 'CREATE' : 'UPDATE';
    await this.call('CreateChangeSet', { StackName: stack, ChangeSetName, ChangeSetType, TemplateBody: body, ...more });
    return ChangeSetName;
  }

  /** Makes a change set and executes it, with what fails. Gives the state that the stack is in then. */
  async deploy(stack: string, body: string, options: Deploying = {}): Promise<string> {
    const { fail = [], fast = true, keep, ...more } = options;
    const changeSet = await this.propose(stack, body, more);
    await this.open({ fail, fast }).cloud.call('ExecuteChangeSet', {
      StackName: stack,
      ChangeSetName: changeSet,
      ...(keep === true && { DisableRollback: true }),
    });
    return fast ? this.status(stack) : 'not yet';
  }

  async status(stack: string, fast = true): Promise<string> {
    const { Stacks = [] } = await this.open({ fast }).cloud.call('DescribeStacks', { StackName: stack });
    return Stacks[0]?.StackStatus ?? '';
  }

  async id(stack: string): Promise<string> {
    const { Stacks = [] } = await this.call('DescribeStacks', { StackName: stack });
    return Stacks[0]?.StackId ?? '';
  }

  /** What happened in a stack since it was made, the oldest first: `Id STATUS reason`. */
  async story(stack: string, from = 0): Promise<readonly string[]> {
    const lines: string[] = [];
    let token: string | undefined;
    do {
      const input = { StackName: stack, ...(token !== undefined && { NextToken: token }) };
      const { StackEvents = [], NextToken } = await this.call('DescribeStackEvents', input);
      for (const { LogicalResourceId, ResourceStatus, ResourceStatusReason: reason } of StackEvents) {
        lines.unshift(
          [LogicalResourceId, ResourceStatus, ...(reason === undefined ? [] : [shortened(reason)])].join(' '),
        );
      }
      token = NextToken;
    } while (token !== undefined);
    return lines.slice(from);
  }
}

export interface Deploying extends Partial<CreateChangeSetInput> {
  readonly fail?: readonly string[];
  readonly fast?: boolean;
  /** Whether a failure is left as it is. */
  readonly keep?: boolean;
}

/** Does something with a new account, and takes it away. */
export async function withAccount<T>(use: (account: Account) => Promise<T>): Promise<T> {
  const account = new Account();
  try {
    return await use(account);
  } finally {
    account.delete();
  }
}

/** What a request is refused with: `Code: message`. Fails where it is not. */
export async function refusalOf(asking: Promise<unknown>): Promise<string> {
  try {
    await asking;
  } catch (error) {
    if (error instanceof Fault) return `${error.code}: ${error.message}`;
    throw error;
  }
  throw new Error('The request was not refused.');
}

function point(text: string): FailurePoint {
  const [id = '', action] = text.split(':');
  return action === undefined ? { id } : { id, action: action as NonNullable<FailurePoint['action']> };
}

/** Without what is another in each request. */
function shortened(reason: string): string {
  return reason.replace(/RequestToken: [-0-9a-f]+/, 'RequestToken: …').trim();
}
