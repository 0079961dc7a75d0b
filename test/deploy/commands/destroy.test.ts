import { expect } from 'chai';
import { deploy } from '../../../deploy/commands/deploy.js';
import { destroy } from '../../../deploy/commands/destroy.js';
import { blueprint, Stage } from '../flow/stage.js';

const STORES = `  - { id: Logs, type: AWS::S3::Bucket, deletionPolicy: Delete, config: { BucketName: logs-of-jobs } }
  - { id: Kept, type: AWS::S3::Bucket, deletionPolicy: Retain, config: { BucketName: kept-of-jobs } }
`;

describe('jiml destroy', () => {
  let stage: Stage;
  const removing = { retain: [], emptyBuckets: false, allow: ['delete:*'] };
  beforeEach(async () => {
    stage = new Stage(true, blueprint({ more: STORES }));
    await deploy(stage.deployOptions(), stage.session());
    stage.forget();
  });
  afterEach(() => stage.remove());

  const notes = () => stage.texts.filter((text) => /stays|bucket/.test(text));

  it('shows what goes and what stays', async () => {
    expect((await destroy({ ...stage.actOptions(removing), yes: false }, stage.session())).verdict).to.equal('refused');
    expect(notes()).to.deep.equal(['What stays: Kept (retained).']);
    expect(stage.result?.next).to.deep.equal([`jiml destroy ${stage.file} --local --allow 'delete:*' --yes`]);
    const [review] = stage.events.flatMap((event) => (event.kind === 'review' ? [event.review] : []));
    expect(review?.action).to.equal('delete');
    expect(review?.comparison.diff.resources.map(({ id, action }) => `${action} ${id}`).sort()).to.deep.equal([
      'remove Alarms',
      'remove Jobs',
      'remove Kept',
      'remove Logs',
      'remove Mail',
    ]);
    expect(await stage.status()).to.equal('CREATE_COMPLETE');
  });

  it('watches resources in the order in which they go', async () => {
    await destroy(stage.actOptions(removing), stage.session());
    const [watched = []] = stage.events.flatMap((event) => (event.kind === 'watch' ? [event.resources] : []));
    const ids = watched.map(({ id }) => id);
    expect(ids.indexOf('Mail')).to.be.lessThan(ids.indexOf('Alarms'));
    expect(watched.find(({ id }) => id === 'Alarms')?.needs).to.deep.equal(['Mail']);
    expect(watched.find(({ id }) => id === 'Kept')?.action).to.equal('none');
  });

  it('needs leave for data, whatever --yes says', async () => {
    const { verdict } = await destroy(stage.actOptions({ ...removing, allow: [] }), stage.session());
    expect(verdict).to.equal('refused');
    expect(stage.result?.next).to.deep.equal([`jiml destroy ${stage.file} --local --allow delete:Logs --yes`]);
    expect(stage.changed).to.deep.equal([]);
  });

  it('proposes a command that nobody has to confirm where nobody can', async () => {
    await destroy({ ...stage.actOptions({ ...removing, allow: [], emptyBuckets: true }), yes: false }, stage.session());
    const flags = '--local --empty-buckets --allow delete:Logs --yes';
    expect(stage.result?.next).to.deep.equal([`jiml destroy ${stage.file} ${flags}`]);
  });

  it('says which buckets are not empty, and cannot delete them', async () => {
    await stage.session().storage.put('logs-of-jobs', 'a', 'text');
    expect((await destroy(stage.actOptions(removing), stage.session())).verdict).to.equal('stuck');
    expect(notes()[1]).to.equal(
      'The bucket "logs-of-jobs" (Logs) is not empty (1 object), and CloudFormation cannot delete it; --empty-buckets empties it first.',
    );
    expect(stage.result?.next[0]).to.equal(`jiml destroy ${stage.file} --local --empty-buckets`);
  });

  it('leaves alone what it kept before', async () => {
    await stage.session().storage.put('logs-of-jobs', 'a', 'text');
    await destroy(stage.actOptions(removing), stage.session());
    stage.forget();
    const { verdict } = await destroy(stage.actOptions({ ...removing, emptyBuckets: true }), stage.session());
    expect(verdict).to.equal('done');
    const touched = stage.events.flatMap((event) => (event.kind === 'resource' ? [event.id] : []));
    expect([...new Set(touched)]).to.deep.equal(['Logs']);
    const [review] = stage.events.flatMap((event) => (event.kind === 'review' ? [event.review] : []));
    expect(review?.comparison.diff.resources.map(({ id }) => id)).to.deep.equal(['Logs']);
  });

  it('empties buckets only when it is asked to', async () => {
    await stage.session().storage.put('logs-of-jobs', 'a', 'text');
    await stage.session().storage.put('kept-of-jobs', 'a', 'text');
    const { verdict } = await destroy(stage.actOptions({ ...removing, emptyBuckets: true }), stage.session());
    expect(verdict).to.equal('done');
    expect(await stage.session().storage.count('kept-of-jobs', 10)).to.equal(1);
  });

  it('shows what stays because it is to be kept', async () => {
    const failing = [{ id: 'Logs', action: 'delete' as const }];
    expect((await destroy(stage.actOptions(removing), stage.session(failing))).verdict).to.equal('stuck');
    stage.forget();
    const keeping = { ...removing, allow: [], retain: ['Logs'] };
    const error = await destroy(stage.actOptions({ ...keeping, retain: ['logs'] }), stage.session()).catch(
      (one) => one,
    );
    expect(error.message).to.equal(
      '--retain names "logs", which is no resource of the stack "jobs". Did you mean "Logs"?',
    );
    expect(stage.changed).to.deep.equal([]);
    expect((await destroy(stage.actOptions(keeping), stage.session())).verdict).to.equal('done');
    expect(notes()).to.deep.equal(['What stays: Logs (retained).']);
    expect(await stage.status()).to.equal(undefined);
  });

  it('finds its stack without a blueprint', async () => {
    const options = { ...stage.actOptions(removing), words: [], stack: 'jobs' };
    expect((await destroy(options, stage.session())).verdict).to.equal('done');
    expect((await destroy(options, stage.session())).verdict).to.equal('none');
  });

  it('refuses while another stack uses its exports', async () => {
    const exporting = blueprint().replace(
      'outputs:\n',
      'outputs:\n  Shared: { value: $Alarms, export: shared-topic }\n',
    );
    stage.write(exporting);
    expect((await deploy(stage.deployOptions({ allow: ['delete:*'] }), stage.session())).verdict).to.equal('done');
    const body = {
      Resources: { T: { Type: 'AWS::SNS::Topic', Properties: { DisplayName: { 'Fn::ImportValue': 'shared-topic' } } } },
    };
    const cloud = stage.cloud();
    const names = { StackName: 'user', ChangeSetName: 'one' };
    await cloud.call('CreateChangeSet', { ...names, ChangeSetType: 'CREATE', TemplateBody: JSON.stringify(body) });
    await cloud.call('ExecuteChangeSet', names);
    stage.forget();
    expect((await destroy(stage.actOptions(removing), stage.session())).verdict).to.equal('refused');
    expect(stage.result?.text).to.equal('The export "shared-topic" of this stack is used by user.');
    expect(stage.changed).to.deep.equal([]);
  });
});
