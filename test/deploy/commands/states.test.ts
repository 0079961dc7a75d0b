import { expect } from 'chai';
import type { Outcome } from '../../../compiler/commands/outcome.js';
import type { Operation } from '../../../deploy/api/cloudformation.js';
import { Fault } from '../../../deploy/api/fault.js';
import type { Session } from '../../../deploy/api/session.js';
import { cancel } from '../../../deploy/commands/cancel.js';
import { continueRollback } from '../../../deploy/commands/continue.js';
import { type DeployOptions, deploy } from '../../../deploy/commands/deploy.js';
import { destroy } from '../../../deploy/commands/destroy.js';
import { drift } from '../../../deploy/commands/drift.js';
import { execute } from '../../../deploy/commands/execute.js';
import { importResources } from '../../../deploy/commands/import.js';
import { plan } from '../../../deploy/commands/plan.js';
import { protect } from '../../../deploy/commands/protect.js';
import { rollback } from '../../../deploy/commands/rollback.js';
import { fill } from '../../../deploy/flow/say.js';
import type { Condition, Decision, Verb } from '../../../deploy/flow/states/decision.js';
import { states } from '../../../deploy/flow/states/states.js';
import { Situation } from '../flow/situations.js';

interface Asked {
  readonly wait?: boolean;
  readonly onFailure?: 'keep';
  readonly answers?: readonly boolean[];
}

type Command = (situation: Situation, session: Session, asked: Asked) => Promise<Outcome>;

/** How each verb is asked for, and what it asks CloudFormation first where it goes on. */
const commands: Readonly<Record<Verb, { readonly run: Command; readonly first: Operation }>> = {
  deploy: { run: (on, session, asked) => deploy(deployment(on, asked), session), first: 'CreateChangeSet' },
  plan: {
    run: (on, session, asked) =>
      plan({ ...deployment(on, asked), out: on.planFile, exitCode: false, version: '0' }, session),
    first: 'CreateChangeSet',
  },
  execute: {
    run: (on, session, asked) => execute({ plan: on.planFile, yes: true, wait: true, ...asked }, session),
    first: 'ExecuteChangeSet',
  },
  import: {
    run: (on, session, asked) =>
      importResources({ ...deployment(on, asked), blueprint: on.importing, resources: [] }, session),
    first: 'CreateChangeSet',
  },
  destroy: {
    run: (on, session, asked) => destroy({ ...acting(on, asked), retain: [], emptyBuckets: false, allow: [] }, session),
    first: 'DeleteStack',
  },
  rollback: { run: (on, session, asked) => rollback(acting(on, asked), session), first: 'RollbackStack' },
  continue: {
    run: (on, session, asked) => continueRollback({ ...acting(on, asked), skip: [] }, session),
    first: 'ContinueUpdateRollback',
  },
  cancel: { run: (on, session, asked) => cancel(acting(on, asked), session), first: 'CancelUpdateStack' },
  protect: {
    run: (on, session) => protect({ ...acting(on, {}), off: false }, session),
    first: 'UpdateTerminationProtection',
  },
  drift: {
    run: (on, session, asked) => drift({ ...acting(on, asked), form: 'text', detect: true }, session),
    first: 'DetectStackDrift',
  },
};

function deployment(on: Situation, { wait = true, onFailure }: Asked): DeployOptions {
  return {
    blueprint: on.file,
    stack: on.named,
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
    wait,
    onFailure,
  };
}

function acting(on: Situation, { wait = true }: Asked) {
  return { words: [on.file], stack: on.named, components: [], yes: true, wait };
}

async function ask(verb: Verb, on: Situation, asked: Asked = {}): Promise<Outcome> {
  return await commands[verb].run(on, on.session(asked.answers), asked);
}

/** A plan for `execute`: a real one where it can be executed, otherwise one that was made of another stack. */
async function planFor(on: Situation, { do: what }: Decision): Promise<void> {
  if (what === 'go') {
    await dismiss(on);
    expect((await ask('plan', on)).verdict).to.equal('done');
  } else {
    const other = await Situation.in('ABSENT');
    await ask('plan', other);
    on.adoptPlan(other.planFile);
    other.remove();
  }
  on.changed.length = 0;
}

/** Deletes somebody else's change sets. */
async function dismiss(on: Situation): Promise<void> {
  for (const name of await on.changeSets())
    await on.account.call('DeleteChangeSet', { StackName: 's', ChangeSetName: name });
}

type Check = (on: Situation, verb: Verb, decision: Decision) => Promise<void>;

/** What must be seen of each kind of decision. */
const checks: Readonly<Record<Decision['do'], Check>> = {
  go: async (on, verb) => {
    const { verdict } = await ask(verb, on, { wait: verb === 'drift' });
    expect(verdict).to.equal(verb === 'drift' ? undefined : 'done');
    expect(on.changed[0]).to.equal(commands[verb].first);
  },
  nothing: async (on, verb) => {
    expect((await ask(verb, on)).verdict).to.equal('none');
    expect(on.changed).to.deep.equal([]);
  },
  wait: async (on, verb) => {
    if (verb !== 'drift') {
      expect((await ask(verb, on, { wait: false })).verdict).to.equal('refused');
      expect(on.result?.next).to.deep.equal([`jiml events ${on.subjectOf(verb)} --follow`]);
      expect(on.changed).to.deep.equal([]);
    }
    // What is waited for ends, and then it is decided by what it ended in.
    await ask(verb, on).catch((error: Error) => expect(error.name).to.be.oneOf(['Fault', 'Declined']));
    expect(await on.status()).not.to.match(/[^W]_IN_PROGRESS$/);
  },
  absent: async (on, verb) => {
    const error = await ask(verb, on).catch((thrown: unknown) => thrown);
    expect(error).to.be.instanceOf(Fault);
    expect((error as Fault).message).to.match(/^There is no stack "/);
    expect(on.changed).to.deep.equal([]);
  },
  refuse: async (on, verb, decision) => {
    if (decision.do !== 'refuse') return;
    const next = decision.next.map((line) => fill(line, { stack: on.named, subject: on.subjectOf(verb) }));
    const outcome = await ask(verb, on).catch((thrown: unknown) => thrown as Error & { next: readonly string[] });
    if ('next' in outcome) expect(verb).to.equal('drift');
    else {
      // A plan is made anew from what it was made from, which the table does not know.
      const anew = (line: string) =>
        line.replace(/^jiml plan \S+ --stack s --out \S+ --local$/, 'jiml plan --stack s --local');
      expect([outcome.verdict, on.result?.next.map(anew)]).to.deep.equal(['refused', next]);
    }
    expect(on.changed).to.deep.equal([]);
  },
  rescue: async (on, verb, decision) => {
    if (decision.do === 'rescue') await rescues[decision.rescue](on, verb);
  },
};

const rescues: Readonly<
  Record<(Decision & { readonly do: 'rescue' })['rescue'], (on: Situation, verb: Verb) => Promise<void>>
> = {
  review: async (on, verb) => {
    expect((await ask(verb, on)).verdict).to.equal('refused');
    expect(on.result?.text).to.include('the change set "set-');
    expect(on.changed).to.deep.equal([]);
    // Once it is gone, the stack is anybody's.
    await dismiss(on);
    expect((await ask(verb, on)).verdict).to.equal('done');
  },
  empty: async (on, verb) => {
    expect((await ask(verb, on)).verdict).to.equal('done');
    expect(on.changed).to.deep.equal(['DeleteStack', 'CreateChangeSet', 'ExecuteChangeSet']);
  },
  kept: async (on, verb) => {
    expect((await ask(verb, on)).verdict).to.equal('refused');
    expect(on.changed).to.deep.equal([]);
    if (verb === 'execute') return;
    expect((await ask(verb, on, { onFailure: 'keep' })).verdict).to.equal('done');
    expect(on.changed[0]).to.equal(commands[verb].first);
  },
  unfinished: async (on, verb) => {
    expect((await ask(verb, on)).verdict).to.equal('refused');
    expect(on.result?.text).to.include(': A failed.');
    expect(on.changed).to.deep.equal([]);
    expect((await ask(verb, on, { answers: [true, true, true] })).verdict).to.equal('done');
    expect(on.changed).to.deep.equal(['ContinueUpdateRollback', 'CreateChangeSet', 'ExecuteChangeSet']);
  },
};

for (const verb of Object.keys(states) as Verb[]) {
  describe(`jiml ${verb} of a stack`, () => {
    for (const [condition, decision] of Object.entries(states[verb]) as [Condition, Decision][]) {
      it(`in ${condition}: ${decision.word}`, async () => {
        const on = await Situation.in(condition);
        try {
          if (verb === 'execute') await planFor(on, decision);
          await checks[decision.do](on, verb, decision);
        } finally {
          on.remove();
        }
      });
    }
  });
}
