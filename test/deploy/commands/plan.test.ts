import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { deploy } from '../../../deploy/commands/deploy.js';
import { execute } from '../../../deploy/commands/execute.js';
import { type PlanOptions, plan } from '../../../deploy/commands/plan.js';
import { dying } from '../flow/faulty.js';
import { blueprint, Stage } from '../flow/stage.js';

describe('jiml plan', () => {
  let stage: Stage;
  let out: string;
  beforeEach(() => {
    stage = new Stage();
    out = join(stage.folder, 'plan.json');
  });
  afterEach(() => stage.remove());

  const options = (more: Partial<PlanOptions> = {}): PlanOptions => ({
    ...stage.deployOptions(),
    exitCode: false,
    version: '0',
    ...more,
  });
  const executing = () => ({ plan: out, yes: true, wait: true });

  it('shows, and leaves nothing behind', async () => {
    expect((await plan(options(), stage.session())).verdict).to.equal('done');
    expect(stage.events.some(({ kind }) => kind === 'review')).to.equal(true);
    expect(await stage.status()).to.equal(undefined);
  });

  it('says with --exit-code what there is to change', async () => {
    const exitCode = true;
    expect((await plan(options({ exitCode }), stage.session())).verdict).to.equal('changes');
    await deploy(stage.deployOptions(), stage.session());
    expect((await plan(options({ exitCode }), stage.session())).verdict).to.equal('none');
    stage.write(blueprint().replace(/ {2}- \{ id: Alarms.*\n.*\n.*\n.*\n/, ''));
    expect((await plan(options({ exitCode }), stage.session())).verdict).to.equal('destructive');
  });

  it('keeps a change set that is executed as it is', async () => {
    expect((await plan(options({ out }), stage.session())).verdict).to.equal('done');
    expect(await stage.changeSets()).to.have.length(1);
    stage.write(blueprint({ delay: 9 }));
    expect((await execute(executing(), stage.session())).verdict).to.equal('done');
    const { TemplateBody } = await stage.cloud().call('GetTemplate', { StackName: 'jobs' });
    expect(TemplateBody).to.include('delay 0');
  });

  it('tells how an executed plan went when it is executed again', async () => {
    await plan(options({ out }), stage.session([{ id: 'Jobs' }]));
    const failing = await execute(executing(), stage.session([{ id: 'Jobs' }]));
    expect(failing.verdict).to.equal('rolled-back');
    stage.forget();
    expect((await execute(executing(), stage.session())).verdict).to.be.oneOf(['rolled-back', 'refused']);
    expect(stage.changed).to.deep.equal([]);
  });

  it('goes on where the process died while it executed a plan', async () => {
    await plan(options({ out }), stage.session());
    for (let at = 0; ; at++) {
      stage.between = (cloud) => dying(cloud, at, true);
      const died = await execute(executing(), stage.session()).then(
        () => false,
        () => true,
      );
      if (!died) break;
    }
    expect(await stage.status()).to.equal('CREATE_COMPLETE');
    expect(stage.changed.filter((operation) => operation === 'ExecuteChangeSet')).to.have.length.at.most(2);
  });

  it('is refused when the stack was changed after it', async () => {
    await deploy(stage.deployOptions(), stage.session());
    stage.write(blueprint({ delay: 1 }));
    await plan(options({ out }), stage.session());
    stage.write(blueprint({ delay: 2 }));
    stage.clock.pass(1_000);
    await deploy(stage.deployOptions(), stage.session());
    stage.forget();
    expect((await execute(executing(), stage.session())).verdict).to.equal('refused');
    expect(stage.result?.text).to.match(/^The plan is not executed: .* was changed at /);
    expect(stage.changed).to.deep.equal([]);
  });

  it('asks before it executes', async () => {
    await plan(options({ out }), stage.session());
    stage.forget();
    expect((await execute({ ...executing(), yes: false }, stage.session())).verdict).to.equal('refused');
    expect(stage.changed).to.deep.equal([]);
    expect(await stage.changeSets()).to.have.length(1);
  });

  it('is not kept where a guard says no', async () => {
    const data = '  - { id: Data, type: AWS::SQS::Queue }\n';
    stage.write(blueprint({ more: data }));
    await deploy(stage.deployOptions(), stage.session());
    stage.write(blueprint());
    expect((await plan(options({ out }), stage.session())).verdict).to.equal('refused');
    expect([existsSync(out), await stage.changeSets()]).to.deep.equal([false, []]);
    expect((await plan(options({ out, allow: ['delete:Data'] }), stage.session())).verdict).to.equal('done');
    expect(JSON.parse(readFileSync(out, 'utf8')).allow).to.deep.equal(['delete:Data']);
  });

  it('deletes its change set where the file cannot be written', async () => {
    writeFileSync(join(stage.folder, 'file'), '');
    const error = await plan(options({ out: join(stage.folder, 'file', 'plan.json') }), stage.session()).catch(
      (one) => one,
    );
    expect(error.code).to.equal('ENOTDIR');
    expect(await stage.status()).to.equal(undefined);
  });
});
