import { expect } from 'chai';
import type { ExecutionStatus, Stack } from '../../../deploy/api/cloudformation.js';
import { type Current, checkPlan } from '../../../deploy/plan/check.js';
import { description } from '../../../deploy/plan/hash.js';
import { plan, STACK, TEXT, values } from './plan.js';

const set = (ExecutionStatus: ExecutionStatus, rest: object = {}) => ({
  ChangeSetId: 'arn:set',
  Status: 'CREATE_COMPLETE' as const,
  ExecutionStatus,
  changes: [],
  nested: new Map(),
  ...rest,
});

const NOW: Current = { region: 'eu-west-1', account: '123456789012', stack: STACK, changeSet: set('AVAILABLE') };
const same = {
  text: TEXT,
  parameters: values(),
  tags: new Map([['Team', 'shop']]),
  capabilities: [{ name: 'CAPABILITY_IAM', ids: [] }],
};
const stack = (rest: Partial<Stack>) => ({ stack: { ...STACK, ...rest } });
const gone = 'The change set that was reviewed is gone: it was carried out or deleted.';

const cases: Readonly<Record<string, [Partial<Current>, readonly string[]]>> = {
  'nothing moved': [{}, []],
  'the blueprint is the same': [same, []],
  'an endpoint that says little': [
    {
      account: undefined,
      changeSet: { changes: [], nested: new Map() },
      stack: { StackName: 'shop', CreationTime: undefined, StackStatus: undefined },
    },
    [],
  ],
  'another region': [{ region: 'us-east-1' }, ['The plan is for the region eu-west-1, and this is us-east-1.']],
  'another account': [{ account: '1' }, ['The plan is for the account 123456789012, and this is 1.']],
  'the stack is gone, and so is the change set': [
    { stack: undefined, changeSet: undefined },
    ['There is no stack "shop" any more.', gone],
  ],
  'the stack was made anew': [
    stack({ StackId: 'arn:other' }),
    ['"shop" is another stack of the same name: the one that was reviewed is gone.'],
  ],
  'the stack was changed': [
    stack({ LastUpdatedTime: new Date(3000) }),
    ['The stack "shop" was changed at 1970-01-01T00:00:03.000Z, after the review.'],
  ],
  'the stack is in another state': [
    stack({ StackStatus: 'UPDATE_ROLLBACK_FAILED' }),
    ['The stack "shop" is in the state UPDATE_ROLLBACK_FAILED and was in UPDATE_COMPLETE.'],
  ],
  'the change set is gone': [{ changeSet: undefined }, [gone]],
  'the change set is another one': [
    { changeSet: set('AVAILABLE', { ChangeSetId: 'arn:other' }) },
    ['The change set is another one of the same name.'],
  ],
  'the change set failed': [
    { changeSet: set('UNAVAILABLE', { Status: 'FAILED' }) },
    ['The change set is in the state FAILED.'],
  ],
  'the change set is out of date': [
    { changeSet: set('OBSOLETE') },
    ['The change set is out of date: the stack was changed after it was made.'],
  ],
  'the change set is being carried out': [
    { changeSet: set('EXECUTE_IN_PROGRESS') },
    ['The change set is being carried out already.'],
  ],
  'the change set was carried out': [
    { changeSet: set('EXECUTE_COMPLETE') },
    ['The change set was carried out already.'],
  ],
  'the change set was carried out and failed': [
    { changeSet: set('EXECUTE_FAILED') },
    ['The change set was carried out already, and failed.'],
  ],
  'the change set is not available': [{ changeSet: set('UNAVAILABLE') }, ['The change set cannot be carried out.']],
  'a plan for a stack of another name': [
    stack({ StackName: 'shop2' }),
    ['The plan is for the stack "shop", and this is "shop2".'],
  ],
  'a change set that is what was reviewed': [
    {
      changeSet: set('AVAILABLE', {
        Description: description(TEXT),
        Parameters: [
          { ParameterKey: 'Stage', ParameterValue: 'test' },
          { ParameterKey: 'Password', ParameterValue: '****' },
          { ParameterKey: '__proto__', ParameterValue: 'x' },
        ],
        Tags: [{ Key: 'Team', Value: 'shop' }],
        Capabilities: ['CAPABILITY_IAM'],
        changes: [{ ResourceChange: { LogicalResourceId: 'D', Action: 'Modify' } }],
      }),
    },
    [],
  ],
  'a change set that is another than what was reviewed': [
    {
      changeSet: set('AVAILABLE', {
        Description: description('{}'),
        Parameters: [{ ParameterKey: 'Stage', ParameterValue: 'production' }],
        Tags: [{ Key: '__proto__', Value: 'shop' }],
        Capabilities: ['CAPABILITY_NAMED_IAM'],
        changes: ['D', 'E', 'F'].map((LogicalResourceId) => ({ ResourceChange: { LogicalResourceId } })),
      }),
    },
    [
      'The change set was made from another template than the one that was reviewed.',
      'The change set has another value of the parameter "Stage".',
      'The change set has another value of the tag "Team", or none.',
      'The change set has another value of the tag "__proto__", or none.',
      'The change set has CAPABILITY_NAMED_IAM, which was not reviewed.',
      'The change set changes "E" and 1 more, which the review does not show.',
    ],
  ],
  'another template': [{ text: `${TEXT} ` }, ['The template is not the one that was reviewed.']],
  'another secret': [{ parameters: values('hunter3') }, ['The parameter "Password" has another value.']],
  'another value': [{ parameters: values('hunter2', 'production') }, ['The parameter "Stage" has another value.']],
  'a value given instead of kept': [
    { parameters: values().map((one) => (one.name === 'Token' ? { ...one, source: 'given', value: 'x' } : one)) },
    ['The parameter "Token" has another value.'],
  ],
  'a default instead of a value': [
    { parameters: values().map((one) => ({ ...one, source: 'default' as const })) },
    [
      'The parameter "Password" has another value.',
      'The parameter "Stage" has another value.',
      'The parameter "Token" has another value.',
      'The parameter "__proto__" has another value.',
    ],
  ],
  'other parameters': [
    { parameters: [...values().slice(1), { name: 'New', source: 'given', value: 'x', key: false }] },
    ['The parameter "New" was not there when it was reviewed.', 'The parameter "Password" is no longer there.'],
  ],
  'other tags': [
    { tags: new Map([['A', 'b']]) },
    ['The tag "A" was not there when it was reviewed.', 'The tag "Team" is no longer there.'],
  ],
  'another tag': [{ tags: new Map([['Team', 'x']]) }, ['The tag "Team" has another value.']],
  'another capability': [
    { capabilities: [{ name: 'CAPABILITY_NAMED_IAM', ids: [] }] },
    ['CAPABILITY_NAMED_IAM is needed now, and was not when it was reviewed.'],
  ],
};

describe('what a plan is bound to', () => {
  for (const [name, [current, gives]] of Object.entries(cases))
    it(name, async () => expect(await checkPlan(await plan(), { ...NOW, ...current })).to.deep.equal(gives));
});
