import { expect } from 'chai';
import type { DeployEvent } from '../../../deploy/api/report.js';
import { cancel } from '../../../deploy/commands/cancel.js';
import { deploy } from '../../../deploy/commands/deploy.js';
import { destroy } from '../../../deploy/commands/destroy.js';
import { blueprint, Stage } from '../flow/stage.js';

describe('going away while something goes on', () => {
  let stage: Stage;
  beforeEach(() => {
    stage = new Stage(false);
  });
  afterEach(() => stage.remove());

  async function created(): Promise<void> {
    await deploy(stage.deployOptions(), stage.session());
    stage.forget();
  }

  it('Ctrl-C while a change set is made deletes it', async () => {
    stage.clock.after(10, () => stage.interrupt());
    const { verdict } = await deploy(stage.deployOptions(), stage.session());
    expect(verdict).to.equal('interrupted');
    expect(stage.result?.text).to.equal('jiml stopped: the change set was deleted, and nothing was done to "jobs".');
    expect(await stage.status()).to.equal(undefined);
    expect(stage.changed).to.deep.equal(['CreateChangeSet', 'DeleteChangeSet', 'DeleteStack']);
  });

  it('Ctrl-C while a stack is created stops watching, and the same command joins it', async () => {
    stage.onStep('executing', () => stage.clock.after(500, () => stage.interrupt()));
    const { verdict } = await deploy(stage.deployOptions(), stage.session());
    expect(verdict).to.equal('interrupted');
    expect(stage.result?.text).to.equal(
      'jiml stopped watching: what goes on in "jobs" goes on without jiml (CREATE_IN_PROGRESS).',
    );
    expect(stage.result?.next).to.include(`jiml events ${stage.file} --local --follow`);
    stage.forget();
    expect((await deploy(stage.deployOptions(), stage.session())).verdict).to.equal('none');
    expect(stage.texts[0]).to.equal('waiting for what goes on in "jobs" (CREATE_IN_PROGRESS)');
    const states = stage.events.flatMap((event) => (event.kind === 'stack' ? [event.status] : []));
    expect(states).to.deep.equal(['CREATE_IN_PROGRESS', 'CREATE_COMPLETE']);
  });

  it('a second Ctrl-C offers to cancel an update, which is then followed', async () => {
    await created();
    stage.write(blueprint({ delay: 9 }));
    const session = stage.session([], [true]);
    stage.onStep('executing', () => {
      stage.clock.after(100, () => stage.interrupt());
      stage.clock.after(300, () => stage.interrupt());
    });
    const { verdict } = await deploy(stage.deployOptions(), session);
    expect(stage.asked).to.deep.equal(['Cancel the update of "jobs" and roll it back?']);
    expect(verdict).to.equal('interrupted');
    expect(stage.result?.text).to.equal('The update of "jobs" is cancelled; it is as it was before.');
    expect(stage.result).not.to.have.property('failure');
    expect(await stage.status()).to.equal('UPDATE_ROLLBACK_COMPLETE');
  });

  it('one Ctrl-C of a person lets an update go on', async () => {
    await created();
    stage.write(blueprint({ delay: 9 }));
    const session = stage.session([], [true]);
    stage.onStep('executing', () => stage.clock.after(100, () => stage.interrupt()));
    expect((await deploy(stage.deployOptions(), session)).verdict).to.equal('interrupted');
    expect(stage.asked).to.deep.equal([]);
    expect(stage.result?.next).to.include(`jiml cancel ${stage.file} --local`);
  });

  it('--timeout ends watching only', async () => {
    const { verdict } = await deploy(stage.deployOptions({ timeout: 2_000 }), stage.session());
    expect(verdict).to.equal('timed-out');
    expect(stage.result?.text).to.equal(
      'The time to wait is over: what goes on in "jobs" goes on without jiml (CREATE_IN_PROGRESS).',
    );
    expect((await deploy(stage.deployOptions(), stage.session())).verdict).to.equal('none');
  });

  it('--no-wait refuses to wait for somebody else', async () => {
    await deploy(stage.deployOptions({ wait: false }), stage.session());
    const { verdict } = await deploy(stage.deployOptions({ wait: false }), stage.session());
    expect(verdict).to.equal('refused');
    expect(stage.result?.text).to.equal('Something goes on in the stack "jobs" (CREATE_IN_PROGRESS).');
  });

  it('tells what failed in an operation that it joins', async () => {
    await created();
    stage.write(blueprint({ delay: 9 }));
    const fail = [{ id: 'Jobs', action: 'update' as const }];
    await deploy(stage.deployOptions({ wait: false }), stage.session(fail));
    stage.forget();
    const { verdict } = await deploy(stage.deployOptions(), stage.session());
    expect(verdict).to.equal('done');
    expect(stage.texts.find((text) => text.startsWith('What went on in "jobs" ended in UPDATE_ROLLBACK_COMPLETE.'))).to
      .exist;
  });

  it('jiml cancel rolls an update back', async () => {
    await created();
    stage.write(blueprint({ delay: 9 }));
    await deploy(stage.deployOptions({ wait: false }), stage.session());
    expect((await cancel(stage.actOptions({}), stage.session())).verdict).to.equal('done');
    expect(await stage.status()).to.equal('UPDATE_ROLLBACK_COMPLETE');
  });

  it('a deletion that goes on is joined', async () => {
    await created();
    const options = stage.actOptions({ retain: [], emptyBuckets: false, allow: [] });
    expect((await destroy({ ...options, wait: false }, stage.session())).verdict).to.equal('done');
    expect(stage.result?.text).to.equal('The deletion of "jobs" has begun, and is not waited for.');
    expect((await destroy(options, stage.session())).verdict).to.equal('done');
    expect(stage.result?.text).to.equal('The stack "jobs" is deleted.');
    expect(await stage.status()).to.equal(undefined);
  });

  it('--timeout while only the clean-up goes on is success', async () => {
    stage.write(blueprint({ more: '  - { id: Extra, type: AWS::SNS::Topic }\n' }));
    await created();
    stage.write(blueprint());
    for (const timeout of [500, 1_000, 1_500, 2_000, 2_500, 3_000, 4_000]) {
      const { verdict } = await deploy(stage.deployOptions({ timeout }), stage.session());
      if ((await stage.status()) !== 'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS') continue;
      expect(verdict).to.equal('done');
      expect(stage.result?.text).to.equal(
        'The stack "jobs" is updated; what it no longer needs is still being deleted.',
      );
      return;
    }
    expect.fail('The clean-up was never seen.');
  });

  it('Ctrl-C before anything is begun begins nothing', async () => {
    await created();
    const removing = { retain: [], emptyBuckets: false, allow: [] };
    const session = stage.session();
    const report = (event: DeployEvent) => {
      if (event.kind === 'review') stage.interrupt();
      session.report(event);
    };
    const { verdict } = await destroy(stage.actOptions(removing), { ...session, report });
    expect([verdict, stage.result?.text]).to.deep.equal(['interrupted', 'Nothing was done to "jobs".']);
    expect(stage.changed).to.deep.equal([]);
  });
});
