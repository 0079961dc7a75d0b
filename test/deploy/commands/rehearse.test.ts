import { expect } from 'chai';
import { compile } from '../../../compiler/compile.js';
import type { Rehearsal } from '../../../deploy/commands/rehearse/rehearsal.js';
import { type RehearseOptions, rehearse } from '../../../deploy/commands/rehearse.js';
import { project } from '../../cli/jiml.js';
import { withAccount } from '../local/account.js';
import { play } from '../queries/cloud.js';
import { validates } from '../queries/schema.js';

/** A table, a queue that is named after it, and a topic. */
function blueprint(table: string, attribute: string, more: string): string {
  return `name: orders
region: eu-central-1
parameters:
  Password: { type: String, noEcho: true, minLength: 12 }
resources:
  - id: Table
    type: AWS::DynamoDB::Table
    ${table}
    config:
      BillingMode: PAY_PER_REQUEST
      AttributeDefinitions: [{ AttributeName: ${attribute}, AttributeType: S }]
      KeySchema: [{ AttributeName: ${attribute}, KeyType: HASH }]
  - id: Jobs
    type: AWS::SQS::Queue
    config: { Tags: [{ Key: table, Value: $Table }] }
${more}`;
}

const TOPIC = '  - { id: News, type: AWS::SNS::Topic }\n';
const LOG = '  - { id: Log, type: AWS::Logs::LogGroup, deletionPolicy: Retain }\n';

/** Rehearses a blueprint, from another one where that is given; gives the data and the text. */
async function rehearsed(now: string, before: string | undefined, more: Partial<RehearseOptions> = {}) {
  const { folder, remove } = project({ 'now.yaml': now, ...(before === undefined ? {} : { 'before.yaml': before }) });
  const { session } = play({});
  const options: RehearseOptions = {
    words: [`${folder}/now.yaml`],
    components: [],
    form: 'json',
    strict: false,
    parameters: { pairs: [], environment: {} },
    from: before === undefined ? 'nothing' : `${folder}/before.yaml`,
    folder: `${folder}/local`,
    deep: false,
    full: false,
    ...more,
  };
  try {
    const { output } = await rehearse(options, { ...session, local: true });
    return output.replaceAll(`${folder}/`, '');
  } finally {
    remove();
  }
}

/** What came of it, a failure a line. */
function lines(output: string): readonly string[] {
  const data: Rehearsal = JSON.parse(output);
  validates('rehearsal', data);
  return data.failures.map(({ action, id, rollback, during, status, ends, lost, left }) =>
    [
      `${during === 'destroy' ? 'destroy' : action} ${id}${rollback ? ' twice' : ''}`,
      status,
      ends,
      ...lost.map((one) => `lost ${one}`),
      ...left.map((one) => `left ${one}`),
    ].join(', '),
  );
}

const plain = blueprint('', 'id', TOPIC);

describe('jiml rehearse', () => {
  it('lets each resource fail as it is created', async () => {
    expect(lines(await rehearsed(plain, undefined))).to.deep.equal([
      'create Jobs, DELETE_COMPLETE, as-before',
      'create News, DELETE_COMPLETE, as-before',
      'create Table, DELETE_COMPLETE, as-before',
    ]);
  });

  it('tells what is left of a creation', async () => {
    expect(lines(await rehearsed(blueprint('deletionPolicy: Retain', 'id', ''), undefined))).to.deep.equal([
      'create Jobs, DELETE_COMPLETE, as-before, left Table',
      'create Table, DELETE_COMPLETE, as-before',
    ]);
  });

  it('lets what is changed, added and removed fail, and nothing else', async () => {
    const now = blueprint('', 'name', LOG);
    expect(lines(await rehearsed(now, plain))).to.deep.equal([
      'delete News, UPDATE_COMPLETE, done, lost Table, left News',
      'update Jobs, UPDATE_ROLLBACK_COMPLETE, as-before, left Log',
      'create Log, UPDATE_ROLLBACK_COMPLETE, as-before',
      'update Table, UPDATE_ROLLBACK_COMPLETE, as-before',
    ]);
  });

  it('lets rollbacks and deletions fail, too', async () => {
    const now = blueprint('', 'name', '');
    const found = lines(await rehearsed(now, blueprint('', 'id', ''), { deep: true }));
    expect(found.filter((line) => line.includes('twice') || line.includes('destroy'))).to.deep.equal([
      'destroy Jobs, DELETE_FAILED, person',
      'update Jobs twice, UPDATE_ROLLBACK_FAILED, person',
      'destroy Table, DELETE_FAILED, person',
      'update Table twice, UPDATE_ROLLBACK_FAILED, person',
    ]);
    const created = lines(await rehearsed(now, undefined, { deep: true }));
    expect(created.filter((line) => line.includes('twice'))).to.deep.equal([
      'create Table twice, DELETE_FAILED, person',
    ]);
  });

  it('says all of it in words', async () => {
    expect(await rehearsed(blueprint('', 'name', LOG), plain, { form: 'text', deep: true })).to.equal(
      `IF THIS FAILS                            IT ENDS IN                AND THEN
deleting Jobs and Table with the stack   DELETE_FAILED             somebody has to help
updating Jobs and Table, and undoing it  UPDATE_ROLLBACK_FAILED    somebody has to help
deleting News                            UPDATE_COMPLETE           it succeeds, the data of Table is gone, News goes on outside of the stack
updating Jobs                            UPDATE_ROLLBACK_COMPLETE  all else is as it was, Log goes on outside of the stack                    now.yaml:13
creating Log                             UPDATE_ROLLBACK_COMPLETE  all is as it was                                                           now.yaml:16
updating Table                           UPDATE_ROLLBACK_COMPLETE  all is as it was                                                           now.yaml:6

If nothing fails, "orders" is updated, the data of Table is gone.
Of 8 failures, 2 leave all as it was, 1 leaves something behind, 1 is passed over, 4 need a person.

In DELETE_FAILED:
  jiml destroy now.yaml --local
  jiml destroy now.yaml --local --retain Jobs
In UPDATE_ROLLBACK_FAILED:
  jiml continue now.yaml --local
  jiml continue now.yaml --local --skip Jobs
`,
    );
  });

  it('says that nothing would change', async () => {
    expect(await rehearsed(plain, plain, { form: 'text' })).to.equal(
      'Nothing would change in "orders", so that nothing can fail.\n',
    );
  });

  it('begins with what the local account has, secrets too, and leaves it alone', async () => {
    await withAccount(async (account) => {
      const { folder, remove } = project({ 'now.yaml': plain });
      const { text = '' } = compile([{ file: 'now.yaml', text: plain }], {}, folder);
      const Parameters = [{ ParameterKey: 'Password', ParameterValue: 'correct horse' }];
      const local = account.open({ region: 'eu-central-1' });
      await local.cloud.call('CreateStack', { StackName: 'orders', TemplateBody: text, Parameters });
      const protect = { StackName: 'orders', EnableTerminationProtection: true };
      await local.cloud.call('UpdateTerminationProtection', protect);
      remove();
      const options = { from: undefined, folder: account.folder, deep: true };
      const now = plain.replace('PAY_PER_REQUEST', 'PROVISIONED').replace('Tags:', 'DelaySeconds: 3, Tags:');
      const found = lines(await rehearsed(now, undefined, options));
      expect(found.filter((line) => line.startsWith('update'))).to.deep.equal([
        'update Jobs twice, UPDATE_ROLLBACK_FAILED, person',
        'update Table twice, UPDATE_ROLLBACK_FAILED, person',
        'update Jobs, UPDATE_ROLLBACK_COMPLETE, as-before',
        'update Table, UPDATE_ROLLBACK_COMPLETE, as-before',
      ]);
      const { Stacks = [] } = await local.cloud.call('DescribeStacks', { StackName: 'orders' });
      expect(Stacks[0]).to.deep.include({ StackStatus: 'CREATE_COMPLETE', EnableTerminationProtection: true });
    });
  });

  it('refuses to begin with a stack that needs help', async () => {
    await withAccount(async (account) => {
      const local = account.open({ region: 'eu-central-1', fail: ['A'] });
      const TemplateBody = '{"Resources": {"A": {"Type": "AWS::SNS::Topic"}}}';
      await local.cloud.call('CreateStack', { StackName: 'orders', TemplateBody, OnFailure: 'DO_NOTHING' });
      const error = await rehearsed(plain, undefined, { from: undefined, folder: account.folder }).catch((one) => one);
      expect(error.message).to.equal('The stack "orders" is in CREATE_FAILED: help it first, or begin from nothing.');
      expect(error.next[1]).to.match(/^jiml rehearse \S+now\.yaml --from nothing$/);
    });
  });

  it('says what fails by itself', async () => {
    const resources = [
      '{ id: Fresh, type: AWS::SQS::Queue }',
      '{ id: Wrong, type: AWS::SNS::Topic, config: { TopicName: !Select [9, !Split ["-", $Fresh.QueueName]] } }',
    ];
    const wrong = blueprint('', 'id', resources.map((one) => `  - ${one}\n`).join(''));
    const error = await rehearsed(wrong, plain).catch((one) => one);
    expect(error.message).to.match(
      /^Without any failure of ours, "orders" fails at "Wrong": Template error: Fn::Select/,
    );
  });

  it('says what CloudFormation does not even begin with', async () => {
    const wrong = blueprint(
      '',
      'id',
      '  - { id: Wrong, type: AWS::SNS::Topic, config: { TopicName: !ImportValue nobody } }\n',
    );
    const error = await rehearsed(wrong, plain).catch((one) => one);
    expect(error.message).to.match(/^CloudFormation does not take it: No export named nobody found/);
  });

  it('stops where the blueprint has errors', async () => {
    const { folder, remove } = project({ 'now.yaml': 'name: orders\nresources:\n  - { id: A, type: nothing }\n' });
    const options = {
      words: [`${folder}/now.yaml`],
      components: [],
      form: 'text',
      strict: false,
      deep: false,
      full: false,
    } as const;
    const { failed, output } = await rehearse(
      { ...options, parameters: { pairs: [], environment: {} }, from: 'nothing', folder },
      play({}).session,
    );
    remove();
    expect({ failed, output }).to.deep.equal({ failed: true, output: '' });
  });
});
