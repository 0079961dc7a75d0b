import { expect } from 'chai';
import { Secret } from '../../../deploy/inputs/secret.js';
import { again, change, detail, lines, type Reviewed, resources, review } from './reviewed.js';

const TOPIC = 'AWS::SNS::Topic';
const TABLE = 'AWS::DynamoDB::Table';
const topic = (name: string) => resources({ T: [TOPIC, { TopicName: name }] });
const shown = (name: string) => resources({ T: [TOPIC, { DisplayName: name }] });

const nested = resources({ N: ['AWS::CloudFormation::Stack', { TemplateURL: 'https://a' }] });
const nestedNow = resources({ N: ['AWS::CloudFormation::Stack', { TemplateURL: 'https://b' }] });
const param = (value: string) => ({
  Parameters: { P: { Type: 'String' } },
  Resources: { T: { Type: TOPIC, Properties: { TopicName: { Ref: 'P' } } } },
  Metadata: value,
});

const cases: Readonly<Record<string, Reviewed & { readonly gives: readonly string[] }>> = {
  'a new stack': { after: topic('a'), listed: [change('Add', 'T')], gives: ['add T'] },
  'nothing but what the templates say, where there is no change set': {
    before: topic('a'),
    after: topic('b'),
    gives: ['modify T true because T.TopicName', '  Properties.TopicName: "a" -> "b" true'],
  },
  'values from the templates, replacement from CloudFormation': {
    before: topic('a'),
    after: topic('b'),
    listed: [change('Modify', 'T', { Replacement: 'False' })],
    gives: ['modify T false', '  Properties.TopicName: "a" -> "b"'],
  },
  'what CloudFormation does not list does not happen': {
    before: resources({ T: [TOPIC, { DisplayName: 'a' }], U: [TOPIC, { DisplayName: 'a' }] }),
    after: resources({ T: [TOPIC, { DisplayName: 'b' }], U: [TOPIC, { DisplayName: 'b' }] }),
    listed: [change('Modify', 'U', { Replacement: 'False' })],
    gives: ['modify U false', '  Properties.DisplayName: "a" -> "b"'],
  },
  'unless it touches nothing': {
    before: resources({ T: TOPIC, U: [TOPIC, { DisplayName: 'a' }] }),
    after: resources({ T: [TOPIC, {}, { Metadata: { a: 1 } }], U: [TOPIC, { DisplayName: 'b' }] }),
    listed: [change('Modify', 'U', { Replacement: 'False' })],
    gives: [
      'modify T false metadata',
      '  Metadata: undefined -> {"a":1}',
      'modify U false',
      '  Properties.DisplayName: "a" -> "b"',
    ],
  },
  'an endpoint that lists nothing': {
    before: shown('a'),
    after: shown('b'),
    listed: [],
    gives: ['modify T false', '  Properties.DisplayName: "a" -> "b"'],
  },
  'an endpoint that says no replacement': {
    before: topic('a'),
    after: topic('b'),
    listed: [change('Modify', 'T')],
    gives: ['modify T true because T.TopicName', '  Properties.TopicName: "a" -> "b" true'],
  },
  'an endpoint that says no action': {
    before: topic('a'),
    after: topic('b'),
    listed: [{ LogicalResourceId: 'T' }],
    gives: ['modify T true later because T.TopicName', '  Properties.TopicName: "a" -> "b" true'],
  },
  'an action that nobody knows yet': {
    before: topic('a'),
    after: topic('b'),
    listed: [change('Refactor' as never, 'T', { Replacement: 'False' })],
    gives: ['modify T false later', '  Properties.TopicName: "a" -> "b"'],
  },
  'entries without a resource': {
    before: topic('a'),
    after: topic('b'),
    listed: [{}],
    gives: ['modify T true because T.TopicName', '  Properties.TopicName: "a" -> "b" true'],
  },
  'only what stands beside the properties': {
    before: shown('a'),
    after: shown('a'),
    listed: [change('Modify', 'T', { Replacement: 'False', Scope: ['Metadata', 'UpdatePolicy'] })],
    gives: ['modify T false metadata'],
  },
  'what is deleted with its data': {
    before: resources({ D: TABLE }),
    after: { Resources: {} },
    listed: [change('Remove', 'D', { PolicyAction: 'Delete', ResourceType: TABLE })],
    gives: ['remove D data deleted'],
  },
  'what is kept': {
    before: resources({ D: TABLE }),
    after: { Resources: {} },
    listed: [change('Remove', 'D', { PolicyAction: 'Retain', ResourceType: TABLE })],
    gives: ['remove D data retained'],
  },
  'what is deleted and holds nothing': {
    before: shown('a'),
    after: { Resources: {} },
    listed: [change('Remove', 'T', { PolicyAction: 'Delete', ResourceType: TOPIC })],
    gives: ['remove T'],
  },
  'what is replaced, which only the policy says': {
    before: resources({ D: TABLE }),
    after: resources({ D: [TABLE, { TableName: 'a' }] }),
    listed: [change('Modify', 'D', { PolicyAction: 'ReplaceAndSnapshot' })],
    gives: ['modify D true data snapshot because D.TableName', '  Properties.TableName: undefined -> "a" true'],
  },
  'what is replaced, and nobody says what becomes of it': {
    before: resources({ D: TABLE }),
    after: resources({ D: TABLE }),
    listed: [change('Modify', 'D', { Replacement: 'True', ResourceType: TABLE })],
    gives: ['modify D true data deleted'],
  },
  'a resource that exists': {
    before: { Resources: {} },
    after: resources({ D: TABLE }),
    listed: [change('Import', 'D')],
    gives: ['import D'],
  },
  'what is decided later': {
    before: nested,
    after: nestedNow,
    listed: [change('Dynamic', 'N')],
    gives: ['modify N false later', '  Properties.TemplateURL: "https://a" -> "https://b"'],
  },
  'what is in line with what is there': {
    before: shown('a'),
    after: shown('b'),
    listed: [change('SyncWithActual', 'T', { ResourceDriftStatus: 'MODIFIED' })],
    gives: ['modify T false metadata drift modified', '  Properties.DisplayName: "a" -> "b"'],
  },
  'what was deleted by hand': {
    before: shown('a'),
    after: shown('a'),
    listed: [change('Add', 'T', { ResourceDriftStatus: 'DELETED' })],
    gives: ['add T drift deleted'],
  },
  'nested stacks': {
    before: nested,
    after: nestedNow,
    listed: [change('Modify', 'N', { Replacement: 'False', ResourceType: 'AWS::CloudFormation::Stack' })],
    nested: {
      N: [
        change('Add', 'A', { ResourceType: TOPIC }),
        change('Modify', 'D', {
          Replacement: 'True',
          PolicyAction: 'ReplaceAndDelete',
          ResourceType: TABLE,
          Details: [
            detail('/Properties/TableName', { ...again, ChangeSource: 'ResourceReference', CausingEntity: 'A' }),
          ],
        }),
      ],
    },
    gives: [
      'modify N false',
      '  Properties.TemplateURL: "https://a" -> "https://b"',
      'add N/A',
      'modify N/D true dynamic data deleted because N/D.TableName',
      '  Properties.TableName true, through N/A',
    ],
  },
  'a nested stack in which nothing changes': {
    before: nested,
    after: nested,
    listed: [change('Modify', 'N', { Replacement: 'False' })],
    nested: { N: [] },
    gives: ['modify N false dynamic'],
  },
  'a condition that only CloudFormation knows': {
    before: { Resources: {} },
    after: {
      Conditions: { C: { 'Fn::Equals': [{ Ref: 'P' }, 'x'] } },
      Parameters: { P: { Type: 'String' } },
      ...resources({ T: [TOPIC, {}, { Condition: 'C' }] }),
    },
    listed: [change('Add', 'T')],
    gives: ['add T'],
  },
  'ids that are special elsewhere': {
    before: { Resources: {} },
    after: resources({ constructor: TOPIC }),
    listed: [change('Add', 'constructor'), change('Add', '__proto__')],
    gives: ['add __proto__', 'add constructor'],
  },
};

describe('the review of a change set', () => {
  for (const [name, { gives, ...said }] of Object.entries(cases))
    it(name, () => expect(lines(review(said))).to.deep.equal(gives));

  it('says the risks of what really happens', () => {
    const risks = (said: Reviewed) => review(said).comparison.diff.risks.map(({ kind, id }) => `${kind} ${id}`);
    const sides = {
      before: resources({ D: [TABLE, { TableName: 'a' }] }),
      after: resources({ D: [TABLE, { TableName: 'b' }] }),
    };
    expect(risks(sides)).to.deep.equal(['data-loss D', 'replacement D']);
    expect(risks({ ...sides, listed: [change('Modify', 'D', { Replacement: 'False' })] })).to.deep.equal([]);
    expect(risks({ ...sides, listed: [change('Modify', 'D', { Replacement: 'Conditional' })] })).to.deep.equal([]);
  });

  it('says of a new stack nothing about how it was written', () => {
    const after = { AWSTemplateFormatVersion: '2010-09-09', ...shown('a') };
    const listed = [change('Add', 'T')];
    expect(review({ after, listed }).comparison.diff.same).to.deep.equal([]);
    expect(review({ before: shown('b'), after, listed }).comparison.diff.same).not.to.deep.equal([]);
  });

  it('says where the blueprint speaks of it, also of what is nested', () => {
    const found = review({ after: nested, listed: [change('Add', 'N')], nested: { N: [change('Add', 'A')] } });
    expect(found.comparison.diff.resources.map(({ after }) => after?.span.start.line)).to.deep.equal([1, 1]);
  });

  const actions: Readonly<Record<string, [Reviewed, string]>> = {
    create: [{ after: shown('a'), listed: [change('Add', 'T')] }, 'create'],
    'create in a stack that was only reviewed': [
      { before: { Resources: {} }, status: 'REVIEW_IN_PROGRESS', after: shown('a'), listed: [change('Add', 'T')] },
      'create',
    ],
    update: [{ before: shown('a'), after: shown('b'), listed: [change('Modify', 'T')] }, 'update'],
    import: [{ before: shown('a'), after: shown('a'), listed: [change('Import', 'T')] }, 'import'],
    none: [{ before: shown('a'), after: shown('a') }, 'none'],
  };
  for (const [name, [said, expected]] of Object.entries(actions))
    it(`is about: ${name}`, () => expect(review(said).action).to.equal(expected));

  it('shows parameters without their secrets', () => {
    const parameters = [
      { name: 'A', source: 'given', value: 'a', key: false },
      { name: 'B', source: 'previous', value: 'b', key: false },
      { name: 'C', source: 'given', value: new Secret('hunter2'), key: false },
      { name: 'D', source: 'previous', value: undefined, key: false },
    ] as const;
    const found = review({ after: shown('a'), listed: [], parameters });
    expect(
      found.parameters.map(({ name, value, previous }) => `${name}=${value}${previous ? ' (previous)' : ''}`),
    ).to.deep.equal(['A=a', 'B=b (previous)', 'C=****', 'D=**** (previous)']);
    expect(JSON.stringify(found)).not.to.include('hunter2');
  });

  it('takes no notice of a secret that an endpoint tells', () => {
    const template = { ...param('x'), Parameters: { P: { Type: 'String', NoEcho: true } } };
    const parameters = [{ name: 'P', source: 'previous', value: undefined, key: false }] as const;
    const told = { before: template, after: template, values: { P: 'hunter2' }, parameters };
    expect(lines(review(told))).to.deep.equal([]);
  });

  it('compares what is looked up by what was found', () => {
    const template = param('x');
    const said = { before: template, after: template, values: { P: 'ami-1' } };
    const parameters = [{ name: 'P', source: 'previous', value: '/ami', found: 'ami-1', key: true }] as const;
    expect(lines(review({ ...said, parameters }))).to.deep.equal([]);
    const resolved = [{ ParameterKey: 'P', ParameterValue: '/ami', ResolvedValue: 'ami-2' }];
    expect(
      lines(review({ ...said, parameters, resolved, listed: [change('Modify', 'T', { Replacement: 'True' })] }))[1],
    ).to.equal('  Properties.TopicName: "ami-1" -> "ami-2" true');
  });
});
