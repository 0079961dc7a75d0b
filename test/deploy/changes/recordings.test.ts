import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import type { DescribeChangeSetOutput } from '../../../deploy/api/cloudformation.js';
import type { Review } from '../../../deploy/api/report.js';
import { reviewOf } from '../../../deploy/changes/review.js';
import { published } from '../../diff/sides.js';
import { targetOf } from './reviewed.js';

interface Recording {
  readonly name: string;
  readonly before: object;
  readonly after: object;
  readonly parametersBefore: Readonly<Record<string, string>> | null;
  readonly parametersAfter: Readonly<Record<string, string>> | null;
  readonly changeSets: Readonly<Record<string, DescribeChangeSetOutput>>;
}

/** The review of the recorded update, as AWS answered with and without values. */
function reviewed(
  { before, after, parametersBefore, parametersAfter }: Recording,
  answer: DescribeChangeSetOutput,
): Review {
  return reviewOf({
    target: targetOf(after),
    region: 'us-east-1',
    deployed: {
      stack: { StackName: 'shop', CreationTime: new Date(0), StackStatus: 'UPDATE_COMPLETE' },
      template: before as never,
      parameters: new Map(Object.entries(parametersBefore ?? {})),
    },
    changeSet: { ...answer, changes: answer.Changes ?? [], nested: new Map() },
    parameters: Object.entries(parametersAfter ?? {}).map(([name, value]) => ({
      name,
      source: 'given',
      value,
      key: false,
    })),
    tags: new Map(),
    capabilities: [],
  });
}

/** `Modify Topic True`, as AWS says it; with the places that it names, unless what they are in is named. */
function said({ Changes = [] }: DescribeChangeSetOutput): readonly string[] {
  return Changes.map(({ ResourceChange: one = {} }) =>
    [one.Action, one.LogicalResourceId, one.Action === 'Modify' ? one.Replacement : ''].join(' ').trim(),
  ).sort();
}

function told({ comparison }: Review): readonly string[] {
  const names = { add: 'Add', remove: 'Remove', modify: 'Modify', import: 'Import' };
  const replaced = { true: 'True', false: 'False', conditional: 'Conditional' };
  return comparison.diff.resources
    .filter(({ metadataOnly }) => !metadataOnly)
    .map(({ action, id, replacement }) =>
      [names[action], id, action === 'modify' ? replaced[replacement] : ''].join(' ').trim(),
    )
    .sort();
}

describe('reviews of recorded change sets', () => {
  const file = published('recorded-changesets.json');
  if (file === undefined) it('agree with AWS (skipped: no recordings here, set JIML_CORPUS)');
  const recordings: readonly Recording[] = file === undefined ? [] : JSON.parse(readFileSync(file, 'utf8'));
  for (const recording of recordings) {
    for (const name of ['describe-change-set-2', 'describe-change-set-2-prop-values']) {
      const answer = recording.changeSets[name];
      if (answer === undefined || (answer.Changes ?? []).length === 0) continue;
      it(`${recording.name}, ${name}`, () => {
        const review = reviewed(recording, answer);
        expect(told(review)).to.deep.equal(said(answer));
        for (const { id, replacement, because, action, properties } of review.comparison.diff.resources) {
          expect(because.length > 0, `why ${id}`).to.equal(replacement !== 'false');
          if (action === 'modify') expect(properties, id).not.to.deep.equal([]);
        }
      });
    }
  }
});
