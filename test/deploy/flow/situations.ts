import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CloudFormation, Operation } from '../../../deploy/api/cloudformation.js';
import type { DeployEvent, Result } from '../../../deploy/api/report.js';
import type { Session } from '../../../deploy/api/session.js';
import type { Condition, Verb } from '../../../deploy/flow/states/decision.js';
import { Account, REGION, template, topic } from '../local/account.js';
import { WAYS } from '../local/ways.js';
import { CHANGING } from './stage.js';

/** A stack in a state, and a blueprint that is not what it runs. */
export class Situation {
  readonly account = new Account();
  readonly folder = mkdtempSync(join(tmpdir(), 'jiml-states-'));
  readonly file = join(this.folder, 's.yaml');
  /** The same with a resource that exists already. */
  readonly importing = join(this.folder, 'importing.yaml');
  readonly planFile = join(this.folder, 'plan.json');
  /** The changing operations that were asked for, and the end that was told. */
  readonly changed: Operation[] = [];
  result: Result | undefined;
  /** The stack's id, where it has one. */
  id: string | undefined;
  private time = 0;

  private constructor(private readonly condition: Condition) {}

  /** Brings the stack there. A topic waits outside of it to be imported. */
  static async in(condition: Condition): Promise<Situation> {
    const situation = new Situation(condition);
    const { account } = situation;
    await account.deploy('spare', template({ B: topic({ TopicName: 'spare' }, { DeletionPolicy: 'Retain' }) }));
    const { StackResources = [] } = await account.call('DescribeStackResources', { StackName: 'spare' });
    await account.call('DeleteStack', { StackName: 'spare' });
    if (condition !== 'ABSENT') await WAYS[condition](account);
    situation.id = condition === 'ABSENT' ? undefined : await idOf(account);
    situation.write(StackResources[0]?.PhysicalResourceId ?? '');
    return situation;
  }

  private write(topicArn: string): void {
    const head = `name: s
resources:
  - { id: A, type: AWS::SNS::Topic, config: { DisplayName: three } }
`;
    const taken = `  - { id: Spare, type: AWS::SNS::Topic, config: { TopicName: spare }, deletionPolicy: Retain, import: "${topicArn}" }
`;
    writeFileSync(this.file, head);
    writeFileSync(this.importing, head + taken);
  }

  /** How the stack is named on the command line: only its id is known of one that is deleted. */
  get named(): string {
    return this.condition === 'DELETE_COMPLETE' && this.id !== undefined ? this.id : 's';
  }

  /** How a command names it again. */
  subjectOf(verb: Verb): string {
    if (verb === 'execute') return '--stack s --local';
    return this.subjectIn(verb === 'import' ? this.importing : this.file);
  }

  private subjectIn(file: string): string {
    return `${file} --stack ${this.named} --local`;
  }

  async changeSets(): Promise<readonly string[]> {
    const { Summaries = [] } = await this.account.call('ListChangeSets', { StackName: 's' });
    return Summaries.map(({ ChangeSetName = '' }) => ChangeSetName);
  }

  remove(): void {
    this.account.delete();
    rmSync(this.folder, { recursive: true });
  }

  /** @param answers What the person answers; without them there is nobody. */
  session(answers?: readonly boolean[]): Session {
    const { cloud, storage } = this.account.open({ fast: false });
    const left = [...(answers ?? [])];
    const person = { confirm: async () => left.shift() ?? false, ask: async () => '' };
    return {
      cloud: this.recorded(cloud),
      storage,
      region: REGION,
      local: true,
      clock: {
        now: () => this.time,
        sleep: async (milliseconds) => {
          this.time += milliseconds;
          this.account.pass(milliseconds);
        },
      },
      person: answers && person,
      report: (event: DeployEvent) => {
        if (event.kind === 'end') this.result = event.result;
      },
      onInterrupt: () => () => {},
    };
  }

  private recorded(cloud: CloudFormation): CloudFormation {
    return {
      call: (operation, input, signal) => {
        if (CHANGING.has(operation)) this.changed.push(operation);
        return cloud.call(operation, input, signal);
      },
    };
  }

  /** Changes the plan, so that it is for this stack whatever has become of it. */
  adoptPlan(from: string): void {
    const plan = JSON.parse(readFileSync(from, 'utf8'));
    if (this.id !== undefined) plan.stack.id = this.id;
    else delete plan.stack.id;
    writeFileSync(this.planFile, JSON.stringify(plan));
  }

  async status(): Promise<string | undefined> {
    const { Stacks = [] } = await this.account.call('DescribeStacks', {});
    return Stacks.find(({ StackName }) => StackName === 's')?.StackStatus;
  }
}

/** Of a deleted stack only the events of its life tell the id. */
async function idOf(account: Account): Promise<string | undefined> {
  const { StackSummaries = [] } = await account.open({ fast: false }).cloud.call('ListStacks', {});
  return StackSummaries.find(({ StackName }) => StackName === 's')?.StackId;
}
