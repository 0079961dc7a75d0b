import { expect } from 'chai';
import { deploy } from '../../../deploy/commands/deploy.js';
import { blueprint, STACK, Stage } from '../flow/stage.js';

describe('jiml deploy', () => {
  let stage: Stage;
  beforeEach(() => {
    stage = new Stage();
  });
  afterEach(() => stage.remove());

  it('creates a stack, and tells its outputs', async () => {
    const { verdict } = await deploy(stage.deployOptions(), stage.session());
    expect(verdict).to.equal('done');
    expect(await stage.status()).to.equal('CREATE_COMPLETE');
    expect(stage.result?.text).to.equal('The stack "jobs" is created.');
    expect(stage.result?.outputs.Topic?.value).to.match(/^arn:aws:sns:us-east-1:\d+:jobs-Jobs-/);
    expect(stage.changed).to.deep.equal(['CreateChangeSet', 'ExecuteChangeSet']);
  });

  it('finds nothing to change, and leaves nothing behind', async () => {
    await deploy(stage.deployOptions(), stage.session());
    const { verdict, failed } = await deploy(stage.deployOptions(), stage.session());
    expect([verdict, failed]).to.deep.equal(['none', false]);
    expect(await stage.changeSets()).to.deep.equal([]);
    expect(stage.changed.slice(2)).to.deep.equal(['CreateChangeSet', 'DeleteChangeSet']);
  });

  it('updates a stack', async () => {
    await deploy(stage.deployOptions(), stage.session());
    stage.write(blueprint({ delay: 5 }));
    const { verdict } = await deploy(stage.deployOptions(), stage.session());
    expect(verdict).to.equal('done');
    expect(await stage.status()).to.equal('UPDATE_COMPLETE');
    expect(stage.result?.text).to.equal('The stack "jobs" is updated.');
  });

  it('refuses without a terminal and without --yes, and leaves nothing behind', async () => {
    const { verdict } = await deploy(stage.deployOptions({ yes: false }), stage.session());
    expect(verdict).to.equal('refused');
    expect(stage.result?.next).to.deep.equal([`jiml deploy ${stage.file} --local --yes`]);
    expect(await stage.status()).to.equal(undefined);
  });

  it('leaves nothing behind where the person says no', async () => {
    const { verdict } = await deploy(stage.deployOptions({ yes: false }), stage.session([], [false]));
    expect(verdict).to.equal('refused');
    expect(stage.asked).to.deep.equal(['Create the stack "jobs" in us-east-1 of the local CloudFormation?']);
    expect(await stage.status()).to.equal(undefined);
    expect(stage.changed).to.deep.equal(['CreateChangeSet', 'DeleteChangeSet', 'DeleteStack']);
  });

  it('deletes a stack that could not be created, and says where its events are', async () => {
    const { verdict } = await deploy(stage.deployOptions(), stage.session([{ id: 'Jobs' }]));
    expect(verdict).to.equal('rolled-back');
    expect(await stage.status()).to.equal(undefined);
    expect(stage.result?.failure?.first.map(({ id }) => id)).to.deep.equal(['Jobs']);
    expect(stage.result?.failure?.first[0]?.where).to.equal(`${stage.file}:4`);
    expect(stage.result?.next[0]).to.match(/^jiml events --stack arn:aws:cloudformation:\S+ --failed --local$/);
  });

  it('keeps what failed where it is asked to, and updates it then', async () => {
    const options = stage.deployOptions({ onFailure: 'keep' });
    expect((await deploy(options, stage.session([{ id: 'Mail' }]))).verdict).to.equal('stuck');
    expect(await stage.status()).to.equal('CREATE_FAILED');
    expect((await deploy(stage.deployOptions(), stage.session())).verdict).to.equal('refused');
    expect(stage.result?.next).to.deep.equal([
      `jiml rollback ${stage.file} --local`,
      `jiml deploy ${stage.file} --local --on-failure keep`,
    ]);
    expect((await deploy(options, stage.session())).verdict).to.equal('done');
  });

  it('deletes an empty stack that was rolled back, and makes it anew', async () => {
    const options = stage.deployOptions({ onFailure: 'rollback' });
    expect((await deploy(options, stage.session([{ id: 'Jobs' }]))).verdict).to.equal('rolled-back');
    expect(await stage.status()).to.equal('ROLLBACK_COMPLETE');
    const asks = stage.deployOptions({ yes: false });
    expect((await deploy(asks, stage.session())).verdict).to.equal('refused');
    expect(await stage.status()).to.equal('ROLLBACK_COMPLETE');
    expect((await deploy(asks, stage.session([], [true, true]))).verdict).to.equal('done');
    expect(stage.asked[0]).to.match(/^The creation of "jobs" was rolled back, and nothing is left in it\./);
    expect(await stage.status()).to.equal('CREATE_COMPLETE');
  });

  it('rolls an update back', async () => {
    await deploy(stage.deployOptions(), stage.session());
    stage.write(blueprint({ delay: 5 }));
    const { verdict } = await deploy(stage.deployOptions(), stage.session([{ id: 'Jobs', action: 'update' }]));
    expect(verdict).to.equal('rolled-back');
    expect(await stage.status()).to.equal('UPDATE_ROLLBACK_COMPLETE');
  });

  it('says no more than that something has begun with --no-wait', async () => {
    const { verdict } = await deploy(stage.deployOptions({ wait: false }), stage.session());
    expect(verdict).to.equal('done');
    expect(stage.result?.text).to.equal('The creation of "jobs" has begun, and is not waited for.');
    expect(stage.result?.next).to.deep.equal([`jiml events ${stage.file} --local --follow`]);
  });

  it('leaves a stack alone in which somebody else’s change set waits', async () => {
    await stage.cloud().call('CreateChangeSet', {
      StackName: STACK,
      ChangeSetName: 'theirs',
      ChangeSetType: 'CREATE',
      TemplateBody: '{"Resources":{"A":{"Type":"AWS::SNS::Topic"}}}',
    });
    const { verdict } = await deploy(stage.deployOptions(), stage.session());
    expect(verdict).to.equal('refused');
    expect(stage.changed).to.deep.equal([]);
    expect(await stage.changeSets()).to.deep.equal(['theirs']);
  });

  it('leaves a stack alone in which another run asks a person, and cleans up what such a run forgot', async () => {
    const body = '{"Resources":{"A":{"Type":"AWS::SNS::Topic"}}}';
    const names = { StackName: STACK, ChangeSetName: 'jiml-deploy-other' };
    await stage.cloud().call('CreateChangeSet', { ...names, ChangeSetType: 'CREATE', TemplateBody: body });
    const options = stage.deployOptions({ yes: false });
    await deploy(options, stage.session());
    expect(await stage.changeSets()).to.deep.equal(['jiml-deploy-other']);
    stage.clock.pass(4_000_000);
    await deploy(options, stage.session());
    expect(await stage.status()).to.equal(undefined);
  });

  it('leaves a plan alone that waits for approval', async () => {
    const body = '{"Resources":{"A":{"Type":"AWS::SNS::Topic"}}}';
    const names = { StackName: STACK, ChangeSetName: 'jiml-plan-other' };
    await stage.cloud().call('CreateChangeSet', { ...names, ChangeSetType: 'CREATE', TemplateBody: body });
    stage.clock.pass(4_000_000);
    await deploy(stage.deployOptions({ yes: false }), stage.session());
    expect(await stage.changeSets()).to.deep.equal(['jiml-plan-other']);
  });

  it('refuses where somebody else was faster', async () => {
    await deploy(stage.deployOptions(), stage.session());
    stage.write(blueprint({ delay: 3 }));
    stage.between = (cloud) => ({
      call: async (operation, input, signal) => {
        if (operation === 'ExecuteChangeSet') {
          const { ChangeSetName } = input as { readonly ChangeSetName: string };
          await cloud.call('DeleteChangeSet', { StackName: STACK, ChangeSetName });
        }
        return await cloud.call(operation, input, signal);
      },
    });
    expect((await deploy(stage.deployOptions(), stage.session())).verdict).to.equal('refused');
    expect(stage.result?.text).to.match(/^The change set "jiml-deploy-\w+" can no longer be executed: /);
    expect(stage.result?.next).to.deep.equal([`jiml deploy ${stage.file} --local`]);
  });
});
