import { expect } from 'chai';
import fc from 'fast-check';
import { Fault } from '../../../deploy/api/fault.js';
import { Account, template, topic } from './account.js';

/** What a topic is to be: its name, which makes a new one when it changes, and what it is shown as. */
interface Wanted {
  readonly name: number;
  readonly shown: number;
  readonly needs: boolean;
}

type Model = Readonly<Record<string, Wanted | null>>;

const IDS = ['A', 'B', 'C'] as const;

const wanted = fc.option(fc.record({ name: fc.nat(2), shown: fc.nat(2), needs: fc.boolean() }));
const model = fc
  .record({ A: wanted, B: wanted, C: wanted })
  .filter((one) => Object.values(one).some((it) => it !== null));
const failure = fc.constantFrom('A', 'B', 'C', 'A:rollback', 'B:rollback', 'C:delete');

const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('deploy' as const),
      to: model,
      fail: fc.array(failure, { maxLength: 2 }),
      keep: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('continue', 'rollback', 'delete', 'force') }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function written(to: Model): Readonly<Record<string, object>> {
  const entries = IDS.flatMap((id, at) => {
    const one = to[id];
    if (one === null || one === undefined) return [];
    const before = IDS.slice(0, at).filter((other) => to[other] !== null && to[other] !== undefined);
    const more = one.needs && before.length > 0 ? { DependsOn: before } : {};
    return [[id, topic({ TopicName: `${id}-${one.name}`, DisplayName: `${one.shown}` }, more)] as const];
  });
  return Object.fromEntries(entries);
}

/** What the stack has: the properties of each resource that exists. */
async function deployed(account: Account): Promise<unknown> {
  const { StackResourceSummaries = [] } = await account.call('ListStackResources', { StackName: 's' });
  const found: [string, unknown][] = [];
  for (const { LogicalResourceId: id = '', ResourceStatus: status = '' } of StackResourceSummaries) {
    if (status !== 'DELETE_COMPLETE') found.push([id, await account.open().deployedProperties('s', id)]);
  }
  return Object.fromEntries(found);
}

async function take(account: Account, one: Step): Promise<void> {
  const stack = { StackName: 's' };
  if (one.kind === 'deploy') await account.deploy('s', template(written(one.to)), { fail: one.fail, keep: one.keep });
  else if (one.kind === 'continue') await account.call('ContinueUpdateRollback', stack);
  else if (one.kind === 'rollback') await account.call('RollbackStack', stack);
  else
    await account.call('DeleteStack', {
      ...stack,
      ...(one.kind === 'force' && { DeletionMode: 'FORCE_DELETE_STACK' }),
    });
}

/** Takes a step, and looks at what came of it. Gives what the stack was last known to have in good order. */
async function checked(account: Account, one: Step, stable: unknown): Promise<unknown> {
  try {
    await take(account, one);
  } catch (error) {
    expect(error).to.be.instanceOf(Fault);
  }
  const { Stacks = [] } = await account.call('DescribeStacks', {});
  const status = Stacks[0]?.StackStatus;
  expect(status ?? 'none').not.to.match(/_IN_PROGRESS$(?<!REVIEW_IN_PROGRESS)/);
  if (one.kind === 'deploy' && (status === 'CREATE_COMPLETE' || status === 'UPDATE_COMPLETE')) {
    const all = await deployed(account);
    return all;
  }
  if (status === 'UPDATE_ROLLBACK_COMPLETE' && stable !== undefined)
    expect(await deployed(account)).to.deep.equal(stable);
  return status === undefined || status === 'ROLLBACK_COMPLETE' ? undefined : stable;
}

describe('whatever is done with a stack on the local CloudFormation', () => {
  it('ends in a state that lasts, with what the template says or what there was', () =>
    fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        const account = new Account();
        try {
          let stable: unknown;
          for (const one of steps) stable = await checked(account, one, stable);
          // However it ends, it can be deleted, and be made again.
          for (let times = 0; times < 2; times++) await account.call('DeleteStack', { StackName: 's' });
          expect(await account.deploy('s', template(written(EVERYTHING)))).to.equal('CREATE_COMPLETE');
        } finally {
          account.delete();
        }
      }),
      { numRuns: 25 },
    ));

  it('gives what the template says when it is done', () =>
    fc.assert(
      fc.asyncProperty(fc.array(model, { minLength: 1, maxLength: 5 }), async (models) => {
        const account = new Account();
        try {
          for (const to of models) {
            await take(account, { kind: 'deploy', to, fail: [], keep: false }).catch((error) =>
              expect(error).to.be.instanceOf(Fault),
            );
            const properties = Object.entries(written(to)).map(([id, one]) => [
              id,
              (one as { Properties: object }).Properties,
            ]);
            expect(await deployed(account)).to.deep.equal(Object.fromEntries(properties));
          }
        } finally {
          account.delete();
        }
      }),
      { numRuns: 25 },
    ));
});

const EVERYTHING: Model = {
  A: { name: 9, shown: 0, needs: false },
  B: { name: 9, shown: 0, needs: false },
  C: { name: 9, shown: 0, needs: false },
};
