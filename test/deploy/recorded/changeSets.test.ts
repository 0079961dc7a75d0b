import { expect } from 'chai';
import type { DescribeChangeSetOutput } from '../../../deploy/api/cloudformation.js';
import type { Review } from '../../../deploy/api/report.js';
import { describeChangeSet } from '../../../deploy/changes/describe.js';
import { reviewOf } from '../../../deploy/changes/review.js';
import { POLICY_ACTIONS } from '../../../deploy/changes/tables.js';
import type { WholeChangeSet } from '../../../deploy/changes/whole.js';
import { targetOf } from '../changes/reviewed.js';
import { FakeClock } from '../flow/clock.js';
import { asSent, missing, type Recording, recordings } from './recordings.js';
import { pageOf, replayed } from './replay.js';

const UPDATE = 'describe-change-set-2';
const VALUES = `${UPDATE}-prop-values`;

/** What jiml reads where these are answered, over HTTP and in pages, without and with values. */
async function described(plain: DescribeChangeSetOutput, values: DescribeChangeSetOutput): Promise<WholeChangeSet> {
  const script = {
    DescribeChangeSet: ({ IncludePropertyValues: valued = false, NextToken }: Asked) => {
      const { Changes = [], ...head } = asSent(valued ? values : plain);
      const { page, next } = pageOf(Changes, NextToken);
      return { ...head, Changes: page, ...next };
    },
  };
  return await replayed(script, new FakeClock(), (cloud) => describeChangeSet({ cloud }, 'shop', 'jiml-deploy-1'));
}

interface Asked {
  readonly IncludePropertyValues?: boolean | undefined;
  readonly NextToken?: string | undefined;
}

function reviewed({ before, after, parametersBefore, parametersAfter }: Recording, changeSet: WholeChangeSet): Review {
  return reviewOf({
    target: targetOf(after),
    region: 'us-east-1',
    deployed: {
      stack: { StackName: 'shop', CreationTime: new Date(0), StackStatus: 'UPDATE_COMPLETE' },
      template: before as never,
      parameters: new Map(Object.entries(parametersBefore ?? {})),
    },
    changeSet,
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

/** `Modify Topic True`, as AWS says it. */
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

/** What happens to the data of each resource, by what AWS says of its policy. */
function fates({ Changes = [] }: DescribeChangeSetOutput): ReadonlyMap<string, string> {
  return new Map(
    Changes.flatMap(({ ResourceChange: { LogicalResourceId = '', PolicyAction } = {} }) =>
      PolicyAction === undefined ? [] : [[LogicalResourceId, POLICY_ACTIONS[PolicyAction].data]],
    ),
  );
}

function holds(recording: Recording, answer: DescribeChangeSetOutput): void {
  it('is read as it was sent, with scopes, details, contexts and policies', async () => {
    const { changes, nested, ...head } = await described(answer, answer);
    expect({ ...head, Changes: changes }).to.deep.equal(asSent(answer));
    expect(nested.size).to.equal(0);
  });

  it('becomes a review that says the same', async () => {
    const review = reviewed(recording, await described(answer, answer));
    expect(told(review)).to.deep.equal(said(answer));
    const known = fates(answer);
    for (const { id, replacement, because, action, properties, data } of review.comparison.diff.resources) {
      expect(because.length > 0, `why ${id}`).to.equal(replacement !== 'false');
      if (action === 'modify') expect(properties, id).not.to.deep.equal([]);
      if (data !== undefined) expect(data, id).to.equal(known.get(id) ?? data);
    }
  });
}

describe('recorded change sets, over HTTP', () => {
  const skipped = missing();
  if (skipped !== undefined) it(skipped);
  for (const recording of recordings()) {
    for (const name of [UPDATE, VALUES]) {
      const answer = recording.changeSets[name];
      if ((answer?.Changes ?? []).length === 0) continue;
      describe(`${recording.name}, ${name}`, () => holds(recording, answer as DescribeChangeSetOutput));
    }
  }

  const reason = '[WARN] --include-property-values option can return incomplete ChangeSet data because of ranges';
  for (const recording of recordings()) {
    const { [UPDATE]: plain = {}, [VALUES]: values = {} } = recording.changeSets;
    if (plain.Changes?.length === values.Changes?.length) continue;
    it(`${recording.name}: has the changes that AWS leaves out for their values, where it says so`, async () => {
      const { changes } = await described(plain, { ...values, StatusReason: reason });
      expect(said({ Changes: [...changes] })).to.deep.equal(said(plain));
      const known = asSent(values).Changes ?? [];
      expect(changes).to.deep.include.members(known);
    });
  }
});
