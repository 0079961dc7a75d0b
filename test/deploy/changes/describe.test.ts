import { expect } from 'chai';
import type { DescribeChangeSetOutput } from '../../../deploy/api/cloudformation.js';
import { describeChangeSet } from '../../../deploy/changes/describe.js';
import type { WholeChangeSet } from '../../../deploy/changes/whole.js';
import { cloudOf } from './cloud.js';

const WARNING = '[WARN] --include-property-values option can return incomplete ChangeSet data because: too much';

/** Changes in short: `A` is one of A, `A!` one of A with values, `N>arn` a nested stack with a change set. */
function changes(text: string): NonNullable<DescribeChangeSetOutput['Changes']> {
  return text
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => {
      const [, id = '', mark = '', nested] = /^(\w+)(!?)(?:>(\w+))?$/.exec(word) ?? [];
      return {
        Type: 'Resource',
        ResourceChange: {
          Action: 'Modify',
          LogicalResourceId: id,
          ...(mark === '!' && { AfterContext: '{}' }),
          ...(nested !== undefined && { ChangeSetId: nested }),
        },
      };
    });
}

function shown({ changes: all, nested }: WholeChangeSet): string {
  return all
    .map(({ ResourceChange: one }) => {
      const inner = nested.get(one?.LogicalResourceId ?? '');
      return `${one?.LogicalResourceId}${one?.AfterContext === undefined ? '' : '!'}${inner === undefined ? '' : `(${shown(inner)})`}`;
    })
    .join(' ');
}

interface Case {
  /** By change set and token: the changes, and the next token. */
  readonly pages: Readonly<Record<string, readonly [changes: string, next?: string]>>;
  readonly plain?: Readonly<Record<string, readonly [changes: string, next?: string]>>;
  readonly reason?: string;
  readonly gives: string;
}

describe('describing a change set', () => {
  const cases: Readonly<Record<string, Case>> = {
    'one page': { pages: { set: ['A! B!'] }, gives: 'A! B!' },
    'no changes': { pages: { set: [''] }, gives: '' },
    'all pages': { pages: { set: ['A!', '1'], 'set 1': ['B!', '2'], 'set 2': ['C!'] }, gives: 'A! B! C!' },
    'pages that go round': { pages: { set: ['A!', '1'], 'set 1': ['B!', '1'] }, gives: 'A! B!' },
    'values that leave something out': {
      reason: WARNING,
      pages: { set: ['B!', '1'], 'set 1': ['D!'] },
      plain: { set: ['A B', '1'], 'set 1': ['C D'] },
      gives: 'A B! C D!',
    },
    'another reason': { reason: 'Something else', pages: { set: ['A!'] }, plain: {}, gives: 'A!' },
    'nested stacks': {
      pages: { set: ['A! N>inner'], inner: ['X!', '1'], 'inner 1': ['M>deep'], deep: ['Y'] },
      gives: 'A! N(X! M(Y))',
    },
    'nested stacks that go round': { pages: { set: ['N>inner'], inner: ['N>set'] }, gives: 'N(N)' },
  };
  for (const [name, { pages, plain, reason, gives }] of Object.entries(cases))
    it(name, async () => {
      const cloud = cloudOf({
        DescribeChangeSet: ({ ChangeSetName, NextToken, IncludePropertyValues }) => {
          const from = IncludePropertyValues === true ? pages : (plain ?? {});
          const [said, next] = from[[ChangeSetName, NextToken].filter(Boolean).join(' ')] ?? ['MISSING'];
          return {
            ChangeSetId: `arn:${ChangeSetName}`,
            Changes: changes(said),
            ...(next !== undefined && { NextToken: next }),
            ...(reason !== undefined && { StatusReason: reason }),
          };
        },
      });
      const whole = await describeChangeSet({ cloud }, 'shop', 'set');
      expect(shown(whole)).to.equal(gives);
      expect(whole.ChangeSetId).to.equal('arn:set');
    });

  it('names the stack, but for a nested one', async () => {
    const asked: { StackName?: string }[] = [];
    const cloud = cloudOf(
      { DescribeChangeSet: ({ ChangeSetName }) => ({ Changes: changes(ChangeSetName === 'set' ? 'N>inner' : '') }) },
      asked,
    );
    await describeChangeSet({ cloud }, 'shop', 'set');
    expect(asked.map(({ StackName }) => StackName)).to.deep.equal(['shop', undefined]);
  });

  it('does without changes', async () => {
    const cloud = cloudOf({ DescribeChangeSet: () => ({ Status: 'CREATE_PENDING' }) });
    const whole = await describeChangeSet({ cloud }, 'shop', 'set');
    expect([whole.Status, whole.changes]).to.deep.equal(['CREATE_PENDING', []]);
  });
});
