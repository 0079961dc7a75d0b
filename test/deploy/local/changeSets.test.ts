import { expect } from 'chai';
import type { CreateChangeSetInput, ResourceChange } from '../../../deploy/api/cloudformation.js';
import { type Account, template, topic, withAccount } from './account.js';

/** What a change set says, a line a resource: `Modify A replacement True ReplaceAndDelete [Properties]`. */
async function changes(
  account: Account,
  body: string,
  more: Partial<CreateChangeSetInput> = {},
): Promise<readonly string[]> {
  const name = await account.propose('s', body, more);
  const { Changes = [] } = await account.call('DescribeChangeSet', { StackName: 's', ChangeSetName: name });
  return Changes.flatMap(({ ResourceChange }) => (ResourceChange === undefined ? [] : [line(ResourceChange)]));
}

function line({
  Action,
  LogicalResourceId,
  Replacement,
  PolicyAction,
  Scope = [],
  ResourceDriftStatus,
}: ResourceChange): string {
  const words = [
    Action,
    LogicalResourceId,
    Replacement && `replacement ${Replacement}`,
    PolicyAction,
    ResourceDriftStatus,
  ];
  return [...words, ...(Scope.length === 0 ? [] : [`[${Scope.join(' ')}]`])].filter(Boolean).join(' ');
}

const PARAMETERS = { Parameters: { P: { Type: 'String', Default: 'one' }, Q: { Type: 'String', Default: 'x' } } };
const USES = { A: topic({ DisplayName: { Ref: 'P' } }) };

/** What is deployed, what is proposed then, and what would change. */
const CHANGES: readonly (readonly [
  title: string,
  before: string,
  after: string,
  more: Partial<CreateChangeSetInput>,
  expected: readonly string[],
])[] = [
  [
    'a property',
    template({ A: topic({ DisplayName: 'a' }) }),
    template({ A: topic({ DisplayName: 'b' }) }),
    {},
    ['Modify A replacement False [Properties]'],
  ],
  [
    'a name',
    template({ A: topic({ TopicName: 'a' }) }),
    template({ A: topic({ TopicName: 'b' }) }),
    {},
    ['Modify A replacement True ReplaceAndDelete [Properties]'],
  ],
  [
    'a name of what is to be kept',
    template({ A: topic({ TopicName: 'a' }) }),
    template({ A: topic({ TopicName: 'b' }, { UpdateReplacePolicy: 'Retain' }) }),
    {},
    ['Modify A replacement True ReplaceAndRetain [Properties UpdateReplacePolicy]'],
  ],
  [
    'what comes and what goes',
    template({ A: topic(), B: topic({}, { DeletionPolicy: 'Retain' }) }),
    template({ C: topic() }),
    {},
    ['Remove A Delete', 'Remove B Retain', 'Add C'],
  ],
  [
    'what refers to what is replaced',
    template({ A: topic({ TopicName: 'a' }), B: topic({ DisplayName: { Ref: 'A' } }) }),
    template({ A: topic({ TopicName: 'b' }), B: topic({ DisplayName: { Ref: 'A' } }) }),
    {},
    ['Modify A replacement True ReplaceAndDelete [Properties]', 'Modify B replacement False [Properties]'],
  ],
  [
    'a policy alone',
    template({ A: topic() }),
    template({ A: topic({}, { DeletionPolicy: 'Retain' }) }),
    {},
    ['Modify A replacement False [DeletionPolicy]'],
  ],
  [
    'a parameter, with the template that is there',
    template(USES, PARAMETERS),
    '',
    {
      TemplateBody: undefined,
      UsePreviousTemplate: true,
      Parameters: [
        { ParameterKey: 'P', ParameterValue: 'two' },
        { ParameterKey: 'Q', UsePreviousValue: true },
      ],
    },
    ['Modify A replacement False [Properties]'],
  ],
  [
    'tags alone',
    template({ A: topic() }),
    template({ A: topic() }),
    { Tags: [{ Key: 'a', Value: 'b' }] },
    ['Modify A replacement False [Tags]'],
  ],
  ['an output alone', template({ A: topic() }), template({ A: topic() }, { Outputs: { O: { Value: 'x' } } }), {}, []],
];

describe('change sets of the local CloudFormation', () => {
  for (const [title, before, after, more, expected] of CHANGES) {
    it(`say what changes: ${title}`, () =>
      withAccount(async (account) => {
        await account.deploy('s', before);
        expect(await changes(account, after, more)).to.deep.equal(expected);
        const { Summaries = [] } = await account.call('ListChangeSets', { StackName: 's' });
        expect(Summaries.at(-1)?.Status).to.equal('CREATE_COMPLETE');
      }));
  }

  const SAME: readonly (readonly [title: string, after: string])[] = [
    ['the same template', template({ A: topic({ DisplayName: 'a' }), B: topic({}, { DependsOn: 'A' }) })],
    ['another order of keys', template({ B: topic({}, { DependsOn: 'A' }), A: topic({ DisplayName: 'a' }) })],
    ['another order of making', template({ A: topic({ DisplayName: 'a' }), B: topic() })],
    [
      'another text with the same meaning',
      template({ A: topic({ DisplayName: { 'Fn::Join': ['', ['a']] } }), B: topic({}, { DependsOn: 'A' }) }),
    ],
  ];
  for (const [title, after] of SAME) {
    it(`fail where nothing changes: ${title}`, () =>
      withAccount(async (account) => {
        await account.deploy('s', template({ A: topic({ DisplayName: 'a' }), B: topic({}, { DependsOn: 'A' }) }));
        const name = await account.propose('s', after);
        const said = await account.call('DescribeChangeSet', { StackName: 's', ChangeSetName: name });
        expect([said.Status, said.ExecutionStatus, said.StatusReason]).to.deep.equal([
          'FAILED',
          'UNAVAILABLE',
          "The submitted information didn't contain changes. Submit different information to create a change set.",
        ]);
      }));
  }

  it('tell values before and after, and what is only known later', () =>
    withAccount(async (account) => {
      const B = topic({ DisplayName: { Ref: 'A' } });
      await account.deploy('s', template({ A: topic({ TopicName: 'a' }), B }));
      const name = await account.propose('s', template({ A: topic({ TopicName: 'b' }), B }));
      const asked = { StackName: 's', ChangeSetName: name, IncludePropertyValues: true };
      const { Changes = [] } = await account.call('DescribeChangeSet', asked);
      const [a, b] = Changes.map(({ ResourceChange }) => ResourceChange);
      expect(a?.Details?.[0]?.Target).to.deep.equal({
        Attribute: 'Properties',
        Name: 'TopicName',
        RequiresRecreation: 'Always',
        Path: '/Properties/TopicName',
        BeforeValue: 'a',
        AfterValue: 'b',
        AttributeChangeType: 'Modify',
      });
      expect(a?.PhysicalResourceId).to.equal('arn:aws:sns:us-east-1:123456789012:a');
      expect(JSON.parse(b?.BeforeContext ?? '')).to.deep.equal({ Properties: { DisplayName: a?.PhysicalResourceId } });
      expect(JSON.parse(b?.AfterContext ?? '')).to.deep.equal({
        Properties: { DisplayName: '{{changeSet:KNOWN_AFTER_APPLY}}' },
      });
      expect(b?.Details?.map(({ ChangeSource, CausingEntity }) => [ChangeSource, CausingEntity])).to.deep.equal([
        ['ResourceReference', 'A'],
        ['DirectModification', undefined],
      ]);
    }));

  it('take a moment', () =>
    withAccount(async (account) => {
      const { cloud } = account.open({ fast: false });
      const asked = { StackName: 's', ChangeSetName: 'c' };
      await cloud.call('CreateChangeSet', {
        ...asked,
        ChangeSetType: 'CREATE',
        TemplateBody: template({ A: topic() }),
      });
      const statuses: unknown[] = [];
      for (let step = 0; step < 3; step++) {
        const { Status, ExecutionStatus, Changes } = await cloud.call('DescribeChangeSet', asked);
        statuses.push([Status, ExecutionStatus, Changes?.length]);
        account.pass(500);
      }
      expect(statuses).to.deep.equal([
        ['CREATE_PENDING', 'UNAVAILABLE', 0],
        ['CREATE_IN_PROGRESS', 'UNAVAILABLE', 0],
        ['CREATE_COMPLETE', 'AVAILABLE', 1],
      ]);
    }));

  it('are the same one where the same request comes again', () =>
    withAccount(async (account) => {
      const input = {
        StackName: 's',
        ChangeSetName: 'c',
        ChangeSetType: 'CREATE',
        ClientToken: 't',
        TemplateBody: template({ A: topic() }),
      } as const;
      const first = await account.call('CreateChangeSet', input);
      expect(await account.call('CreateChangeSet', input)).to.deep.equal(first);
      const execute = { StackName: 's', ChangeSetName: 'c', ClientRequestToken: 'e' };
      await account.call('ExecuteChangeSet', execute);
      await account.call('ExecuteChangeSet', execute);
      expect((await account.story('s')).filter((one) => one.startsWith('s CREATE_IN_PROGRESS'))).to.have.length(1);
      const { StackEvents = [] } = await account.call('DescribeStackEvents', { StackName: 's' });
      expect(StackEvents.filter(({ ClientRequestToken }) => ClientRequestToken === 'e')).to.have.length(5);
    }));

  it('that are deleted leave a stack in review, and one that is not there is deleted', () =>
    withAccount(async (account) => {
      const name = await account.propose('s', template({ A: topic() }));
      await account.call('DeleteChangeSet', { StackName: 's', ChangeSetName: name });
      await account.call('DeleteChangeSet', { StackName: 's', ChangeSetName: name });
      expect(await account.status('s')).to.equal('REVIEW_IN_PROGRESS');
    }));

  it('say what they were asked for', () =>
    withAccount(async (account) => {
      const more = {
        Description: 'why',
        OnStackFailure: 'DELETE',
        ImportExistingResources: true,
        DeploymentConfig: { Mode: 'EXPRESS' },
        NotificationARNs: ['arn:aws:sns:us-east-1:123456789012:n'],
        RollbackConfiguration: { MonitoringTimeInMinutes: 5 },
        Tags: [{ Key: 'a', Value: 'b' }],
      } as const;
      const asked = { ...more, NotificationARNs: [...more.NotificationARNs], Tags: [...more.Tags] };
      const name = await account.propose('s', template({ A: topic() }), asked);
      const said = await account.call('DescribeChangeSet', { StackName: 's', ChangeSetName: name });
      expect(said).to.deep.include(more);
    }));
});
