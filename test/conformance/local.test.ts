import { expect } from 'chai';
import { readRecordings } from '../../conformance/changesets/recording.js';
import { localAgreement } from '../../conformance/local/agreement.js';
import type { EventfulRecording } from '../../conformance/local/recording.js';
import { localTable, verdictOn } from '../../conformance/local/table.js';
import { published } from '../diff/sides.js';

const topic = (name: string) => ({ Resources: { T: { Type: 'AWS::SNS::Topic', Properties: { TopicName: name } } } });
const change = (said: object) => ({ Changes: [{ ResourceChange: { LogicalResourceId: 'T', ...said } }] });
const event = (id: string, status: string) => ({
  LogicalResourceId: id,
  ResourceStatus: status,
  ResourceType: id === 'T' ? 'AWS::SNS::Topic' : 'AWS::CloudFormation::Stack',
});

const REPLACED = {
  Action: 'Modify',
  Replacement: 'True',
  PolicyAction: 'ReplaceAndDelete',
  Scope: ['Properties'],
  Details: [
    {
      ChangeSource: 'DirectModification',
      Evaluation: 'Static',
      Target: { Attribute: 'Properties', Name: 'TopicName', RequiresRecreation: 'Always' },
    },
  ],
};

/** Another name of a topic, as it would have been recorded. */
function recording(update: object, states: readonly string[]): EventfulRecording {
  return {
    name: 'x',
    before: topic('a'),
    after: topic('b'),
    changeSets: { 'describe-change-set-1': change({ Action: 'Add' }), 'describe-change-set-2': change(update) },
    events: {
      T: states.map((status) => event('T', status)),
      Stack: [
        'REVIEW_IN_PROGRESS',
        'CREATE_IN_PROGRESS',
        'CREATE_COMPLETE',
        'UPDATE_IN_PROGRESS',
        'UPDATE_COMPLETE',
      ].map((status) => event('s', status)),
    },
  } as unknown as EventfulRecording;
}

const STATES = [
  'CREATE_IN_PROGRESS',
  'CREATE_COMPLETE',
  'UPDATE_IN_PROGRESS',
  'UPDATE_COMPLETE',
  'DELETE_IN_PROGRESS',
  'DELETE_COMPLETE',
];

const file = published('recorded-changesets.json');

describe('recordings, played on the local CloudFormation', () => {
  const table: readonly (readonly [title: string, recorded: EventfulRecording, differences: readonly RegExp[]])[] = [
    ['what agrees', recording(REPLACED, STATES), []],
    [
      'another replacement',
      recording({ ...REPLACED, Replacement: 'False' }, STATES),
      [/^update: missing: Modify T replacement False/, /^update: too much: Modify T replacement True/],
    ],
    [
      'another reason',
      recording({ ...REPLACED, Details: [] }, STATES),
      [/^update: missing: Modify T .*Properties$/, /^update: too much: .*DirectModification Static$/],
    ],
    ['another order', recording(REPLACED, [...STATES].reverse()), [/^T: CREATE_IN_PROGRESS .*, not DELETE_COMPLETE/]],
  ];
  for (const [title, recorded, differences] of table) {
    it(`show ${title}`, async () => {
      const agreement = await localAgreement(recorded);
      expect(agreement.differences).to.have.length(differences.length);
      for (const [at, form] of differences.entries()) expect(agreement.differences[at]).to.match(form);
      expect(localTable([agreement])).to.contain(`${differences.length === 0 ? 1 : 0} of 1 have the same changes`);
    });
  }

  if (file === undefined) it('are agreed with (skipped: no recordings here, set JIML_CORPUS)');
  else {
    for (const one of readRecordings(file)) {
      it(`agree: ${one.name}`, async () => {
        const agreement = await localAgreement(one as EventfulRecording);
        expect(verdictOn(agreement), localTable([agreement])).not.to.equal('differs');
      });
    }
  }
});
