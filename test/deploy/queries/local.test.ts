import { expect } from 'chai';
import { compile } from '../../../compiler/compile.js';
import type { DeployEvent } from '../../../deploy/api/report.js';
import type { Clock, Session } from '../../../deploy/api/session.js';
import { drift } from '../../../deploy/commands/drift.js';
import { events } from '../../../deploy/commands/events.js';
import { list } from '../../../deploy/commands/list.js';
import { outputs } from '../../../deploy/commands/outputs.js';
import { resources } from '../../../deploy/commands/resources.js';
import { status } from '../../../deploy/commands/status.js';
import { project } from '../../cli/jiml.js';
import { type Account, REGION, withAccount } from '../local/account.js';
import { validates } from './schema.js';

const SCRIPT = `#!/bin/bash -ex
export QUEUE=\${{ Jobs.QueueName }}
export TOKEN=\${{ Token }}
echo "$QUEUE in \${{ AWS::Region }}"
`;

const BLUEPRINT = `name: work
parameters:
  Token: { noEcho: true }
resources:
  - id: Jobs
    type: AWS::SQS::Queue
    config:
      QueueName: jobs
      DelaySeconds: 5
  - id: Worker
    type: AWS::EC2::Instance
    config:
      ImageId: ami-12345678
      UserData: !Base64 |
${SCRIPT.replace(/^/gm, '        ').trimEnd()}
outputs:
  Url: { value: $Jobs }
`;

interface Looking {
  readonly account: Account;
  readonly folder: string;
  readonly session: Session;
  readonly told: DeployEvent[];
  /** What every command is given. */
  readonly options: {
    readonly words: readonly string[];
    readonly components: readonly string[];
    readonly form: 'text';
  };
  /** Deploys the blueprint, with something else in its place. */
  deploy(
    from?: string,
    to?: string,
    more?: { readonly fast?: boolean; readonly fail?: readonly string[] },
  ): Promise<string>;
}

/** Does something with a blueprint and an account that it can be deployed to. */
async function looking<T>(use: (at: Looking) => Promise<T>, fast = true): Promise<T> {
  const { folder, remove } = project({ 'work.yaml': BLUEPRINT });
  try {
    return await withAccount(async (account) => {
      const told: DeployEvent[] = [];
      let now = Date.UTC(2026, 0, 1, 1);
      const clock: Clock = {
        now: () => now,
        sleep: async (milliseconds) => {
          now += milliseconds;
          account.pass(milliseconds);
        },
      };
      const session: Session = {
        ...account.open({ fast }),
        ...{ region: REGION, local: true, clock, person: undefined },
        report: (event) => told.push(event),
        onInterrupt: () => () => {},
      };
      const deploy: Looking['deploy'] = (from = '', to = '', more = {}) => {
        const { text = '' } = compile([{ file: 'work.yaml', text: BLUEPRINT.replace(from, to) }], {}, folder);
        const Parameters = [{ ParameterKey: 'Token', ParameterValue: 'hush' }];
        return account.deploy('work', text, { Parameters, ...more });
      };
      const options = { words: [`${folder}/work.yaml`], components: [], form: 'text' } as const;
      return await use({ account, folder, session, told, options, deploy });
    });
  } finally {
    remove();
  }
}

describe('what a local stack is asked', () => {
  it('prints the script that the machine runs, with references filled in and secrets masked', async () => {
    await looking(async ({ session, options, deploy }) => {
      await deploy();
      const asked = { ...options, words: [...options.words, 'Worker'], physicalId: false, userData: true };
      const { output } = await resources(asked, session);
      expect(output).to.equal('#!/bin/bash -ex\nexport QUEUE=jobs\nexport TOKEN=****\necho "$QUEUE in us-east-1"\n');
    });
  });

  it('lists its resources and prints its outputs', async () => {
    await looking(async ({ session, folder, options, deploy }) => {
      await deploy();
      const { output } = await resources({ ...options, physicalId: false, userData: false }, session);
      expect(output.replaceAll(`${folder}/`, '')).to.match(
        /^Jobs +AWS::SQS::Queue +CREATE_COMPLETE +work\.yaml:5 +https:\/\/sqs\S+\/jobs$/m,
      );
      const url = await outputs({ ...options, words: [...options.words, 'Url'] }, session);
      expect(url.output).to.match(/^https:\/\/sqs\S+\/jobs\n$/);
    });
  });

  it('finds what was changed behind its back, at the line that says otherwise', async () => {
    await looking(async ({ account, session, folder, options, deploy }) => {
      await deploy();
      const clean = await drift(options, session);
      expect(clean.verdict).to.equal(undefined);
      await account.open().injectDrift('work', 'Jobs', ['DelaySeconds'], 60);
      await account.open().injectDrift('work', 'Worker', []);
      const { verdict, output } = await drift(options, session);
      expect(verdict).to.equal('drifted');
      const shown = output.replaceAll(`${folder}/`, '').split('\n');
      expect(shown).to.include('work.yaml:5: Jobs (AWS::SQS::Queue) was changed.');
      expect(shown).to.include('  ~  DelaySeconds  5 → 60  work.yaml:9');
      expect(shown).to.include('work.yaml:10: Worker (AWS::EC2::Instance) was deleted.');
      const data = JSON.parse((await drift({ ...options, form: 'json', detect: false }, session)).output);
      validates('drift', data);
      expect(data.status).to.equal('DRIFTED');
    });
  });

  it('says how it is after a failure, and what failed', async () => {
    await looking(async ({ session, options, deploy }) => {
      await deploy();
      expect(await deploy('DelaySeconds: 5', 'DelaySeconds: 6', { fail: ['Jobs'] })).to.equal(
        'UPDATE_ROLLBACK_COMPLETE',
      );
      const { output } = await status(options, session);
      expect(output.split('\n').slice(0, 2)).to.deep.equal([
        'work (us-east-1): UPDATE_ROLLBACK_COMPLETE',
        'Updating it failed or was cancelled; it is as it was before.',
      ]);
      expect(output).to.match(/^ {2}Token {2}\*\*\*\*$/m);
      const failed = await events({ ...options, follow: false, failed: true, operation: 'last' }, session);
      expect(failed.output).to.match(/UPDATE_FAILED {2}Jobs .*Simulated failure \(--fail Jobs\)/);
      expect(failed.output.trimEnd().split('\n')).to.have.lengthOf(1);
    });
  });

  it('follows what is running to its end, and warns about outputs meanwhile', async () => {
    await looking(async ({ session, told, options, deploy }) => {
      await deploy('', '', { fast: false });
      await outputs(options, session);
      expect(told.map(({ kind }) => kind)).to.deep.equal(['warning']);
      const { verdict } = await events({ ...options, follow: true, failed: false, operation: 'last' }, session);
      expect(verdict).to.equal(undefined);
      const states = told.flatMap((event) => (event.kind === 'stack' ? [event.status] : []));
      expect(states).to.deep.equal(['CREATE_IN_PROGRESS', 'CREATE_COMPLETE']);
    }, false);
  });

  it('waits for what is running before it looks for drift', async () => {
    await looking(async ({ session, told, options, deploy }) => {
      await deploy('', '', { fast: false });
      expect((await drift(options, session)).output).to.match(/^"work" is as its template says/);
      expect(told[0]).to.deep.equal({ kind: 'step', text: 'waiting for what goes on (CREATE_IN_PROGRESS)' });
    }, false);
  });

  it('is listed, and when it is deleted only where that is asked', async () => {
    await looking(async ({ account, session, deploy }) => {
      await deploy();
      const names = async (all: boolean) => {
        const data = JSON.parse((await list({ form: 'json', all }, session)).output);
        validates('list', data);
        return data.stacks.map(({ stack, status: state }: { stack: string; status: string }) => `${stack} ${state}`);
      };
      expect(await names(false)).to.deep.equal(['work CREATE_COMPLETE']);
      await account.call('DeleteStack', { StackName: 'work' });
      expect(await names(false)).to.deep.equal([]);
      expect(await names(true)).to.deep.equal(['work DELETE_COMPLETE']);
    });
  });
});
