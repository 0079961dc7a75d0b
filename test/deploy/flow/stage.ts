import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CloudFormation, Operation, StackStatus } from '../../../deploy/api/cloudformation.js';
import { isAbsent } from '../../../deploy/api/fault.js';
import type { DeployEvent, Result } from '../../../deploy/api/report.js';
import type { Person, Session } from '../../../deploy/api/session.js';
import type { DeployOptions } from '../../../deploy/commands/deploy.js';
import type { ActOptions } from '../../../deploy/commands/named.js';
import { type FailurePoint, openLocal } from '../../../deploy/local/open.js';
import { FakeClock } from './clock.js';

export const REGION = 'us-east-1';
export const STACK = 'jobs';

/** The operations that change something. */
export const CHANGING: ReadonlySet<Operation> = new Set<Operation>([
  'CancelUpdateStack',
  'ContinueUpdateRollback',
  'CreateChangeSet',
  'DeleteChangeSet',
  'DeleteStack',
  'DetectStackDrift',
  'ExecuteChangeSet',
  'RollbackStack',
  'UpdateTerminationProtection',
]);

/** A blueprint of three resources, one of which waits for the others. */
export function blueprint({ delay = 0, more = '' }: { readonly delay?: number; readonly more?: string } = {}): string {
  return `name: ${STACK}
region: ${REGION}
resources:
  - { id: Jobs, type: AWS::SNS::Topic, config: { DisplayName: "delay ${delay}" } }
  - { id: Alarms, type: AWS::SNS::Topic }
  - id: Mail
    type: AWS::SNS::Subscription
    config: { TopicArn: $Alarms, Protocol: sqs, Endpoint: $Jobs }
${more}outputs:
  Topic: $Jobs
`;
}

/** A folder with a blueprint, a local CloudFormation, and what commands are given. */
export class Stage {
  readonly folder = mkdtempSync(join(tmpdir(), 'jiml-flow-'));
  readonly clock = new FakeClock();
  readonly file = join(this.folder, 'jobs.yaml');
  /** What was reported. */
  readonly events: DeployEvent[] = [];
  /** The changing operations that were asked for. */
  readonly changed: Operation[] = [];
  /** What the person was asked. */
  readonly asked: string[] = [];
  /** Stands between commands and the local CloudFormation. */
  between: (cloud: CloudFormation) => CloudFormation = (cloud) => cloud;
  private handlers: (() => void)[] = [];
  private readonly steps: ((text: string) => void)[] = [];

  constructor(
    private readonly fast = true,
    text = blueprint(),
  ) {
    this.write(text);
  }

  write(text: string): void {
    writeFileSync(this.file, text);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }

  cloud(fail: readonly FailurePoint[] = [], fast = this.fast): CloudFormation {
    const { clock, folder } = this;
    return openLocal({ folder: join(folder, 'local'), region: REGION, fast, fail, clock }).cloud;
  }

  /** @param answers What the person answers; without them there is nobody. */
  session(fail: readonly FailurePoint[] = [], answers?: readonly boolean[]): Session {
    const { storage } = openLocal({
      folder: join(this.folder, 'local'),
      region: REGION,
      fast: true,
      fail,
      clock: this.clock,
    });
    return {
      cloud: this.between(this.recorded(this.cloud(fail))),
      storage,
      region: REGION,
      local: true,
      failing: fail.map(({ id }) => id),
      clock: this.clock,
      person: answers && this.person(answers),
      report: (event) => {
        this.events.push(event);
        if (event.kind === 'step') for (const step of this.steps) step(event.text);
      },
      onInterrupt: (handler) => {
        this.handlers.push(handler);
        return () => {
          this.handlers = this.handlers.filter((one) => one !== handler);
        };
      },
    };
  }

  /** Does something when a step is told that begins so. */
  onStep(begins: string, act: () => void): void {
    this.steps.push((text) => {
      if (text.startsWith(begins)) act();
    });
  }

  interrupt(): void {
    for (const handler of this.handlers) handler();
  }

  private person(answers: readonly boolean[]): Person {
    const left = [...answers];
    return {
      confirm: async (question) => {
        this.asked.push(question);
        return left.shift() ?? false;
      },
      ask: async () => '',
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

  async status(stack = STACK): Promise<StackStatus | undefined> {
    try {
      const { Stacks: [found] = [] } = await this.cloud().call('DescribeStacks', { StackName: stack });
      return found?.StackStatus;
    } catch (error) {
      if (isAbsent(error)) return undefined;
      throw error;
    }
  }

  /** The names of the change sets that could be executed. */
  async changeSets(): Promise<readonly string[]> {
    if ((await this.status()) === undefined) return [];
    const { Summaries = [] } = await this.cloud().call('ListChangeSets', { StackName: STACK });
    return Summaries.filter(({ ExecutionStatus }) => ExecutionStatus === 'AVAILABLE').map(
      ({ ChangeSetName = '' }) => ChangeSetName,
    );
  }

  /** How the last command ended. */
  get result(): Result | undefined {
    return this.events.flatMap((event) => (event.kind === 'end' ? [event.result] : [])).at(-1);
  }

  get texts(): readonly string[] {
    return this.events.flatMap((event) => ('text' in event ? [event.text] : []));
  }

  forget(): void {
    this.events.length = 0;
    this.changed.length = 0;
    this.asked.length = 0;
  }

  deployOptions(more: Partial<DeployOptions> = {}): DeployOptions {
    return {
      blueprint: this.file,
      components: [],
      strict: false,
      parameters: { pairs: [], environment: {} },
      tags: [],
      allow: [],
      notify: [],
      rollbackAlarms: [],
      importExisting: false,
      revertDrift: false,
      express: false,
      yes: true,
      wait: true,
      ...more,
    };
  }

  actOptions<T extends object>(more: T): ActOptions & T {
    return { words: [this.file], components: [], yes: true, wait: true, ...more };
  }
}
