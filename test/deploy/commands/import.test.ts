import { expect } from 'chai';
import { Misuse } from '../../../compiler/commands/outcome.js';
import { deploy } from '../../../deploy/commands/deploy.js';
import { importResources } from '../../../deploy/commands/import.js';
import { Stage } from '../flow/stage.js';

const head = 'name: jobs\nregion: us-east-1\nresources:\n';
const topic = '  - { id: Jobs, type: AWS::SNS::Topic }\n';
const bucket = (more: string) => `  - { id: Logs, type: AWS::S3::Bucket, config: { BucketName: old-logs }${more} }\n`;

describe('jiml import', () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = new Stage(true, `name: old\nresources:\n${bucket(', deletionPolicy: Retain')}`);
    await deploy(stage.deployOptions(), stage.session());
    await stage.cloud().call('DeleteStack', { StackName: 'old' });
    stage.forget();
  });
  afterEach(() => stage.remove());

  const importing = (resources: readonly string[] = []) => ({ ...stage.deployOptions(), resources });

  it('takes over what the blueprint names, and makes the stack', async () => {
    stage.write(head + bucket(', deletionPolicy: Retain, import: old-logs'));
    expect((await importResources(importing(), stage.session())).verdict).to.equal('done');
    expect(await stage.status()).to.equal('IMPORT_COMPLETE');
    expect((await importResources(importing(), stage.session())).verdict).to.equal('none');
  });

  it('takes over what the command names, into a stack that is there', async () => {
    stage.write(head + topic);
    await deploy(stage.deployOptions(), stage.session());
    stage.write(head + topic + bucket(', deletionPolicy: Retain'));
    expect((await importResources(importing(['Logs=old-logs']), stage.session())).verdict).to.equal('done');
    expect((await deploy(stage.deployOptions(), stage.session())).verdict).to.equal('none');
  });

  it('says the same command again where what is to be imported is not there', async () => {
    stage.write(head + bucket(', deletionPolicy: Retain'));
    expect((await importResources(importing(['Logs=no-logs']), stage.session())).verdict).to.equal('rolled-back');
    expect(stage.result?.next).to.deep.equal([`jiml import ${stage.file} --local Logs=no-logs`]);
    expect((await importResources(importing(['Logs=old-logs']), stage.session())).verdict).to.equal('done');
  });

  it('imports with Retain where nothing is said, and says so', async () => {
    stage.write(head + bucket(', deletionPolicy: Delete').replace(', deletionPolicy: Delete', ''));
    expect((await importResources(importing(['Logs.BucketName=old-logs']), stage.session())).verdict).to.equal('done');
    expect(stage.texts.find((text) => text.includes('Logs gets "Retain"'))).to.exist;
    const { TemplateBody = '' } = await stage.cloud().call('GetTemplate', { StackName: 'jobs' });
    expect(JSON.parse(TemplateBody).Resources.Logs.DeletionPolicy).to.equal('Retain');
  });

  it('leaves alone what the blueprint changes beside', async () => {
    stage.write(head + topic);
    await deploy(stage.deployOptions(), stage.session());
    stage.write(
      `${head + bucket(', deletionPolicy: Retain, import: old-logs')}  - { id: New, type: AWS::SNS::Topic }\n`,
    );
    expect((await importResources(importing(), stage.session())).verdict).to.equal('done');
    const { StackResourceSummaries = [] } = await stage.cloud().call('ListStackResources', { StackName: 'jobs' });
    expect(StackResourceSummaries.map(({ LogicalResourceId }) => LogicalResourceId).sort()).to.deep.equal([
      'Jobs',
      'Logs',
    ]);
  });

  const wrong: readonly (readonly [string, string])[] = [
    ['Logs', '"Logs" does not say what to import: write ID=identifier, or ID.Key=identifier.'],
    ['Other=x', '"Other" in "Other=x" is no resource of the template.'],
    ['__proto__=x', '"__proto__=x" does not say what to import: write ID=identifier, or ID.Key=identifier.'],
    ['constructor=x', '"constructor" in "constructor=x" is no resource of the template.'],
  ];
  for (const [word, message] of wrong) {
    it(`refuses ${word}`, async () => {
      stage.write(head + bucket(', deletionPolicy: Retain'));
      const error = await importResources(importing([word]), stage.session()).catch((one) => one);
      expect(error).to.be.instanceOf(Misuse);
      expect(error.message).to.equal(message);
    });
  }

  it('needs to be told what to import', async () => {
    stage.write(head + topic);
    const error = await importResources(importing(), stage.session()).catch((one) => one);
    expect(error).to.be.instanceOf(Misuse);
    expect(stage.changed).to.deep.equal([]);
  });
});
