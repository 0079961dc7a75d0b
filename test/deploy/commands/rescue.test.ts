import { expect } from 'chai';
import { Misuse } from '../../../compiler/commands/outcome.js';
import { continueRollback } from '../../../deploy/commands/continue.js';
import { deploy } from '../../../deploy/commands/deploy.js';
import { destroy } from '../../../deploy/commands/destroy.js';
import { protect } from '../../../deploy/commands/protect.js';
import { rollback } from '../../../deploy/commands/rollback.js';
import { blueprint, Stage } from '../flow/stage.js';

describe('rescuing a stack', () => {
  let stage: Stage;
  const removing = { retain: [] as readonly string[], emptyBuckets: false, allow: [] };
  beforeEach(() => {
    stage = new Stage();
  });
  afterEach(() => stage.remove());

  async function created(): Promise<void> {
    await deploy(stage.deployOptions(), stage.session());
    stage.write(blueprint({ delay: 9 }));
    stage.forget();
  }

  it('names what could not be put back, and not what failed before', async () => {
    await created();
    stage.write(blueprint({ delay: 9, more: '  - { id: New, type: AWS::SNS::Topic, dependsOn: Jobs }\n' }));
    const fail = [{ id: 'New' }, { id: 'Jobs', action: 'rollback' as const }];
    await deploy(stage.deployOptions(), stage.session(fail));
    stage.forget();
    expect((await deploy(stage.deployOptions(), stage.session())).verdict).to.equal('refused');
    expect(stage.result?.text).to.match(/\(UPDATE_ROLLBACK_FAILED\): Jobs failed\.$/);
    expect(stage.result?.next.at(-1)).to.equal(`jiml continue ${stage.file} --local --skip Jobs`);
  });

  describe('whose rollback failed', () => {
    beforeEach(async () => {
      await created();
      const fail = [
        { id: 'Jobs', action: 'update' as const },
        { id: 'Jobs', action: 'rollback' as const },
      ];
      const { verdict } = await deploy(stage.deployOptions(), stage.session(fail));
      expect([verdict, await stage.status()]).to.deep.equal(['stuck', 'UPDATE_ROLLBACK_FAILED']);
    });

    it('the failure names the commands that help', () => {
      expect(stage.result?.next).to.deep.equal([
        `jiml continue ${stage.file} --local`,
        `jiml continue ${stage.file} --local --skip Jobs`,
      ]);
    });

    it('jiml continue completes it', async () => {
      const { verdict } = await continueRollback(stage.actOptions({ skip: [] }), stage.session());
      expect([verdict, await stage.status()]).to.deep.equal(['done', 'UPDATE_ROLLBACK_COMPLETE']);
      expect(stage.texts.find((text) => text.startsWith('"Jobs" is not put back: '))).to.exist;
    });

    it('jiml continue --skip leaves out what failed', async () => {
      const fail = [{ id: 'Jobs', action: 'rollback' as const }];
      expect((await continueRollback(stage.actOptions({ skip: [] }), stage.session(fail))).verdict).to.equal('stuck');
      const { verdict } = await continueRollback(stage.actOptions({ skip: ['Jobs'] }), stage.session(fail));
      expect([verdict, await stage.status()]).to.deep.equal(['done', 'UPDATE_ROLLBACK_COMPLETE']);
    });

    it('jiml continue --skip is for what failed only', async () => {
      const error = await continueRollback(stage.actOptions({ skip: ['Alarms'] }), stage.session()).catch((one) => one);
      expect(error).to.be.instanceOf(Misuse);
      expect(error.message).to.equal('Only what could not be put back can be skipped (Jobs), and not Alarms.');
      expect(stage.changed.slice(2)).to.deep.equal([]);
    });

    it('asks before it continues', async () => {
      const options = { ...stage.actOptions({ skip: [] }), yes: false };
      expect((await continueRollback(options, stage.session())).verdict).to.equal('refused');
      expect(await stage.status()).to.equal('UPDATE_ROLLBACK_FAILED');
    });
  });

  it('jiml rollback brings back what was changed', async () => {
    await created();
    const options = stage.deployOptions({ onFailure: 'keep' });
    await deploy(options, stage.session([{ id: 'Jobs', action: 'update' }]));
    expect(await stage.status()).to.equal('UPDATE_FAILED');
    expect((await rollback(stage.actOptions({}), stage.session())).verdict).to.equal('done');
    expect(await stage.status()).to.equal('UPDATE_ROLLBACK_COMPLETE');
  });

  it('a protected stack is not deleted, and the way out is said', async () => {
    await created();
    const on = { ...stage.actOptions({}), off: false };
    expect((await protect(on, stage.session())).verdict).to.equal('done');
    expect((await protect(on, stage.session())).verdict).to.equal('none');
    expect((await destroy(stage.actOptions(removing), stage.session())).verdict).to.equal('refused');
    expect(stage.result?.next[0]).to.equal(`jiml protect ${stage.file} --local --off`);
    expect((await protect({ ...on, off: true }, stage.session())).verdict).to.equal('done');
    expect((await destroy(stage.actOptions(removing), stage.session())).verdict).to.equal('done');
  });

  describe('that cannot be deleted', () => {
    const fail = [{ id: 'Alarms', action: 'delete' as const }];
    beforeEach(created);

    it('what will not go is named', async () => {
      const { verdict } = await destroy(stage.actOptions(removing), stage.session(fail));
      expect([verdict, await stage.status()]).to.deep.equal(['stuck', 'DELETE_FAILED']);
      expect(stage.result?.failure?.first.map(({ id }) => id)).to.deep.equal(['Alarms']);
      expect(stage.result?.next).to.deep.equal([
        `jiml destroy ${stage.file} --local`,
        `jiml destroy ${stage.file} --local --retain Alarms`,
      ]);
    });

    it('a person may leave it alone, and delete the rest', async () => {
      const { verdict } = await destroy(stage.actOptions(removing), stage.session(fail, [true]));
      expect([verdict, await stage.status()]).to.deep.equal(['done', undefined]);
      expect(stage.asked).to.deep.equal(['Alarms could not be deleted. Delete the stack, and leave it alone?']);
    });

    it('--retain leaves it alone', async () => {
      await destroy(stage.actOptions(removing), stage.session(fail));
      const options = stage.actOptions({ ...removing, retain: ['Alarms'] });
      expect((await destroy(options, stage.session(fail))).verdict).to.equal('done');
      expect(await stage.status()).to.equal(undefined);
    });

    it('--retain is for what could not be deleted', async () => {
      const options = stage.actOptions({ ...removing, retain: ['Alarms'] });
      const error = await destroy(options, stage.session()).catch((one) => one);
      expect(error).to.be.instanceOf(Misuse);
      expect(await stage.status()).to.equal('CREATE_COMPLETE');
    });
  });

  it('a stack in which nothing was created is dismissed', async () => {
    await stage.cloud().call('CreateChangeSet', {
      StackName: 'jobs',
      ChangeSetName: 'jiml-deploy-left',
      ChangeSetType: 'CREATE',
      TemplateBody: '{"Resources":{"A":{"Type":"AWS::SNS::Topic"}}}',
    });
    expect((await destroy(stage.actOptions(removing), stage.session())).verdict).to.equal('done');
    expect(await stage.status()).to.equal(undefined);
  });
});
