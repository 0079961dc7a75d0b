import { expect } from 'chai';
import type { ResourceEvent } from '../../../deploy/api/report.js';
import { deploy } from '../../../deploy/commands/deploy.js';
import { destroy } from '../../../deploy/commands/destroy.js';
import { Stage } from '../flow/stage.js';

const inner = (delay: number) =>
  JSON.stringify({
    Resources: { Inner: { Type: 'AWS::SNS::Topic', Properties: { DisplayName: `delay ${delay}` } } },
  });

describe('a stack within a stack', () => {
  let stage: Stage;
  afterEach(() => stage.remove());

  async function written(delay: number): Promise<void> {
    const { storage } = stage.session();
    if ((await storage.findTemplateBucket()) === undefined) await storage.createTemplateBucket('templates-of-jobs');
    const url = await storage.put('templates-of-jobs', `inner-${delay}.json`, inner(delay));
    stage.write(`name: jobs
resources:
  - { id: Nested, type: AWS::CloudFormation::Stack, deletionPolicy: Delete, config: { TemplateURL: "${url}" } }
  - { id: Other, type: AWS::SNS::Topic }
`);
  }

  it('gives what the templates within need, once that is allowed', async () => {
    stage = new Stage();
    const { storage } = stage.session();
    await storage.createTemplateBucket('templates-of-jobs');
    const trust = {
      Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
    };
    const role = { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: trust } };
    const url = await storage.put('templates-of-jobs', 'role.json', JSON.stringify({ Resources: { Role: role } }));
    const nested = `  - { id: Nested, type: AWS::CloudFormation::Stack, deletionPolicy: Delete, config: { TemplateURL: "${url}" } }`;
    stage.write(`name: jobs\nresources:\n${nested}\n`);
    expect((await deploy(stage.deployOptions(), stage.session())).verdict).to.equal('refused');
    expect(stage.result?.text).to.match(/CAPABILITY_IAM is needed, for Nested\./);
    const allow = ['capability:CAPABILITY_IAM'];
    expect((await deploy(stage.deployOptions({ allow }), stage.session())).verdict).to.equal('done');
    stage.write(`name: jobs\nresources:\n${nested}\n  - { id: Other, type: AWS::SNS::Topic }\n`);
    expect((await deploy(stage.deployOptions(), stage.session())).verdict).to.equal('done');
  });

  const told = (): readonly ResourceEvent[] =>
    stage.events.flatMap((event) => (event.kind === 'resource' ? [event] : []));

  for (const fast of [true, false]) {
    it(`is shown with what is in it (${fast ? 'at once' : 'as it happens'})`, async () => {
      stage = new Stage(fast);
      await written(1);
      expect((await deploy(stage.deployOptions(), stage.session())).verdict).to.equal('done');
      const within = told().filter(({ stack }) => stack === 'jobs/Nested');
      expect(within.map(({ id, status }) => `${id} ${status}`)).to.deep.equal([
        'Inner CREATE_IN_PROGRESS',
        'Inner CREATE_IN_PROGRESS',
        'Inner CREATE_COMPLETE',
      ]);
      stage.forget();
      await written(2);
      expect((await deploy(stage.deployOptions(), stage.session())).verdict).to.equal('done');
      expect(
        told()
          .filter(({ stack }) => stack === 'jobs/Nested')
          .map(({ status }) => status),
      ).to.deep.equal(['UPDATE_IN_PROGRESS', 'UPDATE_COMPLETE']);
      stage.forget();
      const removing = { retain: [], emptyBuckets: false, allow: ['delete:*'] };
      expect((await destroy(stage.actOptions(removing), stage.session())).verdict).to.equal('done');
      expect(told().some(({ stack, status }) => stack === 'jobs/Nested' && status === 'DELETE_COMPLETE')).to.equal(
        true,
      );
    });
  }

  it('tells what failed in it first', async () => {
    stage = new Stage();
    await written(1);
    const { verdict } = await deploy(stage.deployOptions(), stage.session([{ id: 'Inner' }]));
    expect(verdict).to.equal('rolled-back');
    expect(stage.result?.failure?.first.map(({ stack, id }) => `${stack} ${id}`)).to.deep.equal(['jobs/Nested Inner']);
  });
});
