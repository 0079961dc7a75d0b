import { expect } from 'chai';
import { guarded, needless } from '../../../deploy/changes/guards.js';
import { change, type Reviewed, resources, review } from './reviewed.js';

const TABLE = 'AWS::DynamoDB::Table';
const TOPIC = 'AWS::SNS::Topic';
const table = (name: string, rest: object = {}) => resources({ D: [TABLE, { TableName: name }, rest] });
const topic = (name: string) => resources({ T: [TOPIC, { TopicName: name }] });
const open = (cidr: string) =>
  resources({
    F: [
      'AWS::EC2::SecurityGroupIngress',
      { IpProtocol: 'tcp', FromPort: 22, ToPort: 22, CidrIp: cidr, GroupId: 'sg-1' },
    ],
  });
const role = resources({ R: ['AWS::IAM::Role', {}], Q: ['AWS::IAM::Role', {}] });
const none = { Resources: {} };
const replaced = { Replacement: 'True', PolicyAction: 'ReplaceAndDelete', ResourceType: TABLE } as const;

interface Case extends Reviewed {
  readonly protect?: readonly string[];
  readonly allow?: readonly string[];
  readonly gives: readonly string[];
}

const LOST =
  'replace:D "D" (AWS::DynamoDB::Table) is replaced by a new one, and the old one is deleted with the data in it.';
const nested = {
  before: topic('a'),
  after: topic('a'),
  listed: [change('Modify', 'T', { Replacement: 'False' })],
  nested: { T: [change('Modify', 'D', replaced)] },
};

const cases: Readonly<Record<string, Case>> = {
  'nothing to be feared': { before: topic('a'), after: topic('b'), gives: [] },
  'a table that is replaced': { before: table('a'), after: table('b'), gives: [LOST] },
  'and CloudFormation says so': {
    before: table('a'),
    after: table('b'),
    listed: [change('Modify', 'D', replaced)],
    gives: [LOST],
  },
  'and CloudFormation says that it is not': {
    before: table('a'),
    after: table('b'),
    listed: [change('Modify', 'D', { Replacement: 'False' })],
    gives: [],
  },
  'a table that may be replaced': {
    before: table('a'),
    after: table('b'),
    listed: [change('Modify', 'D', { Replacement: 'Conditional' })],
    gives: [],
  },
  'a table that is replaced and kept': {
    before: table('a'),
    after: table('b', { UpdateReplacePolicy: 'Retain' }),
    gives: [
      'replace:D "D" (AWS::DynamoDB::Table) is replaced by a new one, and the old one is kept outside of the stack.',
    ],
  },
  'a table that is deleted': {
    before: table('a'),
    after: none,
    gives: ['delete:D "D" (AWS::DynamoDB::Table) is deleted with the data in it.'],
  },
  'a table that is deleted after a snapshot': {
    before: table('a'),
    after: none,
    listed: [change('Remove', 'D', { PolicyAction: 'Snapshot', ResourceType: TABLE })],
    gives: ['delete:D "D" (AWS::DynamoDB::Table) is deleted; a snapshot of its data is kept.'],
  },
  'a table that is kept': { before: table('a', { DeletionPolicy: 'Retain' }), after: none, gives: [] },
  'a table that is kept, and protected': {
    before: table('a', { DeletionPolicy: 'Retain' }),
    after: none,
    protect: ['D'],
    gives: ['delete:D "D" (AWS::DynamoDB::Table) is taken out of the stack and the blueprint protects it.'],
  },
  'a policy that is taken back': {
    before: table('a', { DeletionPolicy: 'Retain' }),
    after: table('a', { DeletionPolicy: 'Delete' }),
    gives: ['delete:D "D" (AWS::DynamoDB::Table) is no longer kept when it leaves the stack.'],
  },
  'a policy that is as good': {
    before: table('a', { DeletionPolicy: 'Retain' }),
    after: table('a', { DeletionPolicy: 'Snapshot' }),
    gives: [],
  },
  'a policy that is given': { before: table('a'), after: table('a', { DeletionPolicy: 'Retain' }), gives: [] },
  'a topic that is protected': {
    before: topic('a'),
    after: topic('b'),
    protect: ['T*'],
    gives: ['replace:T "T" (AWS::SNS::Topic) is replaced by a new one; the blueprint protects it.'],
  },
  'a topic that is protected and deleted': {
    before: topic('a'),
    after: none,
    protect: ['?'],
    gives: ['delete:T "T" (AWS::SNS::Topic) is deleted and the blueprint protects it.'],
  },
  'a topic that is protected and changed': {
    before: topic('a'),
    after: resources({ T: [TOPIC, { TopicName: 'a', DisplayName: 'x' }] }),
    protect: ['T'],
    gives: [],
  },
  'a pattern that is for others': { before: topic('a'), after: topic('b'), protect: ['t', 'TT'], gives: [] },
  'what is nested': {
    ...nested,
    gives: [
      'replace:T/D "T/D" (AWS::DynamoDB::Table) is replaced by a new one, and the old one is deleted with the data in it.',
    ],
  },
  'what gets wider': {
    before: open('10.0.0.0/8'),
    after: open('0.0.0.0/0'),
    gives: ['widen:F "F" newly lets in tcp port 22 from 0.0.0.0/0.'],
  },
  'what gets narrower': { before: open('0.0.0.0/0'), after: open('10.0.0.0/8'), gives: [] },
  'what is open in a new stack': { after: open('0.0.0.0/0'), listed: [change('Add', 'F')], gives: [] },
  'a capability that a new stack needs': {
    after: role,
    listed: [change('Add', 'R'), change('Add', 'Q')],
    gives: ['capability:CAPABILITY_IAM CAPABILITY_IAM is needed, for Q, R.'],
  },
  'a capability that the stack has': {
    before: role,
    after: resources({ R: ['AWS::IAM::Role', {}], Q: ['AWS::IAM::Role', {}], P: ['AWS::IAM::Role', {}] }),
    listed: [change('Add', 'P')],
    gives: [],
  },
  'the worst first': {
    before: { Resources: { ...table('a').Resources, ...topic('a').Resources, ...resources({ A: TABLE }).Resources } },
    after: { Resources: { ...table('b').Resources, ...topic('b').Resources, ...role.Resources } },
    protect: ['T'],
    gives: ['delete:A', 'replace:D', 'replace:T', 'capability:CAPABILITY_IAM'],
  },
  'allowed by name': { before: table('a'), after: table('b'), allow: ['replace:D'], gives: [] },
  'allowed by a pattern': { before: table('a'), after: table('b'), allow: ['replace:*'], gives: [] },
  'something else allowed': {
    before: table('a'),
    after: table('b'),
    allow: ['delete:D', 'replace:DD', 'replace:d', ''],
    gives: [LOST],
  },
};

describe('guards', () => {
  for (const [name, { gives, protect = [], allow = [], ...said }] of Object.entries(cases))
    it(name, () => {
      const found = guarded(review(said), { protect }, allow);
      expect(
        found.map(({ code, reason }) => (gives[0]?.includes(' ') === false ? code : `${code} ${reason}`)),
      ).to.deep.equal(gives);
    });

  it('say where', () => {
    const [found] = guarded(review({ before: table('a'), after: table('b') }), { protect: [] }, []);
    expect(found?.where?.span.start.line).to.equal(1);
  });

  it('tell what is allowed for nothing', () => {
    const found = review({ before: table('a'), after: table('b') });
    const allow = ['replace:D', 'replace:*', 'replace:DB', 'replce:D', 'foo', 'foo', 'widen:*'];
    expect(needless(found, { protect: [] }, allow)).to.deep.equal([
      '"replace:DB" allows nothing that would be done. Did you mean "replace:D"?',
      '"replce:D" is nothing that can be allowed. Did you mean "replace:D"?',
      '"foo" is nothing that can be allowed.',
      '"widen:*" allows nothing that would be done.',
    ]);
  });
});
