import { expect } from 'chai';
import { Misuse, type Outcome } from '../../../compiler/commands/outcome.js';
import type { Session } from '../../../deploy/api/session.js';
import { deploy } from '../../../deploy/commands/deploy.js';
import { destroy } from '../../../deploy/commands/destroy.js';
import { execute } from '../../../deploy/commands/execute.js';
import { plan } from '../../../deploy/commands/plan.js';
import { blueprint, Stage } from './stage.js';

describe('what --fail names', () => {
  let stage: Stage;
  beforeEach(() => {
    stage = new Stage();
  });
  afterEach(() => stage.remove());

  const out = () => `${stage.folder}/plan.json`;
  const commands: Readonly<Record<string, (session: Session) => Promise<Outcome>>> = {
    deploy: (session) => deploy(stage.deployOptions(), session),
    plan: (session) => plan({ ...stage.deployOptions(), exitCode: false, version: '0', out: out() }, session),
    destroy: (session) => destroy(stage.actOptions({ retain: [], emptyBuckets: false, allow: [] }), session),
  };
  const refused = async (work: Promise<Outcome>) => {
    const error = await work.then(
      () => undefined,
      (one) => one,
    );
    expect(error).to.be.instanceOf(Misuse);
    expect(stage.changed).to.deep.equal([]);
    return error.message;
  };

  for (const [name, run] of Object.entries(commands))
    it(`is known before anything is done: ${name}`, async () => {
      if (name === 'destroy') await deploy(stage.deployOptions(), stage.session());
      stage.forget();
      expect(await refused(run(stage.session([{ id: 'jobs' }])))).to.equal(
        '--fail names "jobs", which is no resource of the stack "jobs". Did you mean "Jobs"?',
      );
      expect(await refused(run(stage.session([{ id: 'Jobs' }, { id: '__proto__', action: 'delete' }])))).to.equal(
        '--fail names "__proto__", which is no resource of the stack "jobs". It has Alarms, Jobs, Mail.',
      );
    });

  it('is known where a plan is executed', async () => {
    await commands.plan?.(stage.session());
    stage.forget();
    const message = await refused(execute({ plan: out(), yes: true, wait: true }, stage.session([{ id: 'Nope' }])));
    expect(message).to.match(/^--fail names "Nope"/);
  });

  it('may be a resource that the blueprint no longer has, or one within a stack within the stack', async () => {
    stage.write(blueprint({ more: '  - { id: Old, type: AWS::SNS::Topic }\n' }));
    await deploy(stage.deployOptions(), stage.session());
    stage.write(blueprint());
    expect((await deploy(stage.deployOptions(), stage.session([{ id: 'Old', action: 'delete' }]))).verdict).to.equal(
      'done',
    );
    const more =
      '  - { id: Inner, type: AWS::CloudFormation::Stack, config: { TemplateURL: "https://a.s3.amazonaws.com/b" } }\n';
    stage.write(blueprint({ more }));
    await plan({ ...stage.deployOptions(), exitCode: false, version: '0' }, stage.session([{ id: 'Inner/Vpc' }]));
    expect(stage.result?.text).not.to.match(/--fail/);
  });
});
