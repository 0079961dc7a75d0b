import { expect } from 'chai';
import { checkPresence } from '../../../../deploy/local/template/presence.js';
import { readTemplate } from '../../../../deploy/local/template/read.js';
import { evaluated, refusalOf, TOPIC, templateWith } from './stand.js';

const CONDITIONS = { Yes: { 'Fn::Equals': [1, 1] }, No: { 'Fn::Equals': [1, 2] } };
const GONE = { Type: TOPIC, Condition: 'No' };
const topic = (DisplayName: unknown, rest: object = {}) => ({ Type: TOPIC, Properties: { DisplayName }, ...rest });

function check(Resources: object, Outputs: object = {}): string {
  const parts = { Conditions: CONDITIONS, Resources: { Gone: GONE, ...Resources }, Outputs };
  return refusalOf(() => checkPresence(readTemplate(templateWith(parts)), evaluated(parts)));
}

const FINE = 'no refusal, but undefined';
const refused = (block: string) =>
  `Template format error: Unresolved resource dependencies [Gone] in the ${block} block of the template`;

describe('references to resources that are not made', () => {
  const table: readonly (readonly [string, object, object, string])[] = [
    ['are refused in resources', { A: topic({ Ref: 'Gone' }) }, {}, refused('Resources')],
    ['are refused in texts', { A: topic({ 'Fn::Sub': '${Gone.TopicName}' }) }, {}, refused('Resources')],
    ['are refused in outputs', {}, { O: { Value: { Ref: 'Gone' } } }, refused('Outputs')],
    [
      'are refused on the side that is chosen',
      { A: topic({ 'Fn::If': ['Yes', { Ref: 'Gone' }, 'x'] }) },
      {},
      refused('Resources'),
    ],
    ['may stand on the other side', { A: topic({ 'Fn::If': ['No', { Ref: 'Gone' }, 'x'] }) }, {}, FINE],
    ['may stand in what is not made either', { A: topic({ Ref: 'Gone' }, { Condition: 'No' }) }, {}, FINE],
    ['may stand in an output that is not there', {}, { O: { Condition: 'No', Value: { Ref: 'Gone' } } }, FINE],
    ['may stand in DependsOn', { A: topic('x', { DependsOn: 'Gone' }) }, {}, FINE],
  ];
  for (const [name, resources, outputs, expected] of table) {
    it(name, () => expect(check(resources, outputs)).to.equal(expected));
  }
});
