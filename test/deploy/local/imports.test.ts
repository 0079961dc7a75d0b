import { expect } from 'chai';
import { type Account, refusalOf, template, topic, withAccount } from './account.js';

const KEPT = topic({ TopicName: 'kept' }, { DeletionPolicy: 'Retain' });
const ARN = 'arn:aws:sns:us-east-1:123456789012:kept';
const ONE = template({ A: topic() });
const BOTH = template({ A: topic(), B: KEPT });

/** A stack, and a topic that no stack has. */
async function prepared(account: Account): Promise<void> {
  await account.deploy('other', template({ X: KEPT }));
  await account.call('DeleteStack', { StackName: 'other' });
  await account.deploy('s', ONE);
}

const asked = (identifier: Record<string, string>, id = 'B', type = 'AWS::SNS::Topic') => ({
  ChangeSetType: 'IMPORT' as const,
  ResourcesToImport: [{ ResourceType: type, LogicalResourceId: id, ResourceIdentifier: identifier }],
});

describe('importing into a stack of the local CloudFormation', () => {
  it('takes what exists, and nothing else happens', () =>
    withAccount(async (account) => {
      await prepared(account);
      const name = await account.propose('s', BOTH, asked({ TopicArn: ARN }));
      const { Changes = [] } = await account.call('DescribeChangeSet', { StackName: 's', ChangeSetName: name });
      expect(
        Changes.map(({ ResourceChange: one }) => [one?.Action, one?.LogicalResourceId, one?.PhysicalResourceId]),
      ).to.deep.equal([['Import', 'B', ARN]]);
      const start = (await account.story('s')).length;
      await account.call('ExecuteChangeSet', { StackName: 's', ChangeSetName: name });
      expect(await account.story('s', start)).to.deep.equal([
        's IMPORT_IN_PROGRESS User Initiated',
        'B IMPORT_IN_PROGRESS Resource import started.',
        'B IMPORT_COMPLETE Resource import completed.',
        'B UPDATE_IN_PROGRESS Apply stack-level tags to imported resource if applicable.',
        'B UPDATE_COMPLETE',
        's IMPORT_COMPLETE',
      ]);
      expect(
        await account.deploy('s', template({ A: topic(), B: topic({ TopicName: 'kept', DisplayName: 'x' }) })),
      ).to.equal('UPDATE_COMPLETE');
    }));

  it('makes a stack of what exists', () =>
    withAccount(async (account) => {
      await prepared(account);
      expect(await account.deploy('new', template({ B: KEPT }), asked({ TopicArn: ARN }))).to.equal('IMPORT_COMPLETE');
    }));

  it('gives back what it took when it fails', () =>
    withAccount(async (account) => {
      await prepared(account);
      const start = (await account.story('s')).length;
      expect(await account.deploy('s', BOTH, asked({ TopicArn: `${ARN}-not` }))).to.equal('IMPORT_ROLLBACK_COMPLETE');
      const story = await account.story('s', start);
      expect(story.map((one) => one.split(' ').slice(0, 2).join(' '))).to.deep.equal([
        's IMPORT_IN_PROGRESS',
        'B IMPORT_IN_PROGRESS',
        'B IMPORT_FAILED',
        's IMPORT_ROLLBACK_IN_PROGRESS',
        'B IMPORT_ROLLBACK_IN_PROGRESS',
        'B IMPORT_ROLLBACK_COMPLETE',
        's IMPORT_ROLLBACK_COMPLETE',
      ]);
      expect(story[2]).to.contain(`Resource of type 'AWS::SNS::Topic' with identifier '${ARN}-not' was not found.`);
      expect(await account.deploy('s', BOTH, asked({ TopicName: 'kept' }))).to.equal('IMPORT_COMPLETE');
    }));

  it('leaves a stack of which nothing is there where it fails at first', () =>
    withAccount(async (account) => {
      await prepared(account);
      const status = await account.deploy('new', template({ B: KEPT }), asked({ TopicArn: `${ARN}-not` }));
      expect(status).to.equal('IMPORT_ROLLBACK_COMPLETE');
      const { TemplateBody = '' } = await account.call('GetTemplate', { StackName: 'new' });
      expect(JSON.parse(TemplateBody)).to.deep.equal({ Resources: {} });
      expect(await account.deploy('new', template({ C: topic() }))).to.equal('UPDATE_COMPLETE');
      expect(await account.deploy('new', template({ C: topic(), B: KEPT }), asked({ TopicArn: ARN }))).to.equal(
        'IMPORT_COMPLETE',
      );
      await account.call('DeleteStack', { StackName: 'new' });
      expect(await refusalOf(account.status('new'))).to.match(/does not exist/);
    }));

  const REFUSED: readonly (readonly [body: string, more: object, answer: string])[] = [
    [BOTH, { ChangeSetType: 'IMPORT' }, 'You must specify ResourcesToImport for change sets of type IMPORT'],
    [BOTH, asked({ TopicArn: ARN }, 'C'), 'Resources [C] are missing from the template'],
    [
      BOTH,
      asked({ TopicArn: ARN }, 'B', 'AWS::SQS::Queue'),
      'ResourceType of B in ResourcesToImport does not match the template',
    ],
    [
      template({ A: topic(), B: topic() }),
      asked({ TopicArn: ARN }),
      'Resources [B] must have DeletionPolicy attribute specified in the template',
    ],
    [
      template({ A: topic({ DisplayName: 'x' }), B: KEPT }),
      asked({ TopicArn: ARN }),
      'You have modified resources [A] in your template that are not being imported. Update, create or delete operations cannot be executed during import operations.',
    ],
  ];
  for (const [body, more, answer] of REFUSED) {
    it(`is refused: ${answer}`, () =>
      withAccount(async (account) => {
        await prepared(account);
        expect(await refusalOf(account.propose('s', body, more))).to.equal(`ValidationError: ${answer}`);
      }));
  }
});
