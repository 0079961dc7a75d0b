import { expect } from 'chai';
import { Specifications } from '../../compiler/specification/read.js';
import { agreementOn } from '../../conformance/changesets/agreement.js';
import { readRecordings } from '../../conformance/changesets/recording.js';
import { table, verdict } from '../../conformance/changesets/table.js';
import { published } from './sides.js';

const file = published('recorded-changesets.json');
const topic = (name: string) => ({ Resources: { T: { Type: 'AWS::SNS::Topic', Properties: { TopicName: name } } } });
const answer = (Action: 'Add' | 'Modify', Replacement: 'True' | 'False') => ({
  'describe-change-set-2': { Changes: [{ ResourceChange: { Action, LogicalResourceId: 'T', Replacement } }] },
});

describe('recorded change sets', () => {
  const specifications = new Specifications();

  it('are disagreed with where they are wrong', () => {
    const pair = { name: 'x', before: topic('a'), after: topic('b') };
    const right = agreementOn({ ...pair, changeSets: answer('Modify', 'True') }, specifications);
    const replaced = agreementOn({ ...pair, changeSets: answer('Modify', 'False') }, specifications);
    const added = agreementOn({ ...pair, changeSets: answer('Add', 'True') }, specifications);
    expect([right, replaced, added].map((one) => one && verdict(one))).to.deep.equal(['agrees', 'differs', 'differs']);
    expect(replaced?.wrongReplacements).to.deep.equal(['T: true, not False']);
    expect(added?.onlyOurs).to.deep.equal(['Modify T']);
    expect(table([right, added].flatMap((one) => one ?? []))).to.contain('1 of 2 have the same resources and actions');
  });

  if (file === undefined) it('are agreed with (skipped: no recordings here, set JIML_CORPUS)');
  else {
    for (const recording of readRecordings(file)) {
      it(`agree: ${recording.name}`, () => {
        const agreement = agreementOn(recording, specifications);
        expect(agreement && verdict(agreement), agreement && table([agreement])).not.to.equal('differs');
      });
    }
  }
});
