import { expect } from 'chai';
import fc from 'fast-check';
import { intrinsics } from '../../../../compiler/template/cloudformation.js';
import { Fault } from '../../../../deploy/api/fault.js';
import { readTemplate } from '../../../../deploy/local/template/read.js';
import { comesTo, TOPIC, templateWith } from './stand.js';

const NAMES = [...intrinsics.keys()].filter((name) => name !== 'Condition');
const WORDS = [
  'Db',
  'Name',
  'Names',
  'Yes',
  'Sizes',
  'web',
  '0',
  ',',
  '${Name}',
  '${Db.Zones}',
  'AWS::NoValue',
  '10.0.0.0/16',
  '',
];

const PARTS = {
  Parameters: { Name: { Type: 'String', Default: 'web' }, Names: { Type: 'CommaDelimitedList', Default: 'a,b' } },
  Conditions: { Yes: { 'Fn::Equals': [{ Ref: 'Name' }, 'web'] } },
  Mappings: { Sizes: { web: { small: 'x' } } },
};

/** Values and functions within each other, mostly wrong ones. */
const { expression } = fc.letrec((tie) => ({
  expression: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom<unknown>(...WORDS, 0, 2, true),
    fc.array(tie('expression'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'Ref', 'b', '__proto__', 'DefaultValue'), tie('expression'), { maxKeys: 2 }),
    fc.tuple(fc.constantFrom(...NAMES), tie('expression')).map(([name, arg]) => ({ [name]: arg })),
    fc
      .tuple(fc.constantFrom(...NAMES), fc.array(tie('expression'), { maxLength: 4 }))
      .map(([name, args]) => ({ [name]: args })),
  ),
}));

/** Whether a function is left in it. */
function holdsCall(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const keys = Object.keys(value);
  const call = keys.length === 1 && (keys[0] === 'Ref' || keys[0]?.startsWith('Fn::') === true);
  return call || Object.values(value).some(holdsCall);
}

describe('whatever a template says', () => {
  it('comes to a value without functions, or is refused', () => {
    let values = 0;
    fc.assert(
      fc.property(expression, (raw) => {
        try {
          expect(holdsCall(comesTo(raw, PARTS))).to.equal(false);
          values++;
        } catch (error) {
          if (!(error instanceof Fault) || error.kind !== 'refused') throw error;
        }
      }),
      { numRuns: 1000 },
    );
    expect(values).to.be.above(50);
  });

  it('is read or refused, whatever stands in its sections', () => {
    const sections = fc.dictionary(
      fc.constantFrom(
        'Parameters',
        'Conditions',
        'Mappings',
        'Rules',
        'Outputs',
        'Transform',
        'Metadata',
        'Description',
      ),
      fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.dictionary(fc.constantFrom('A', 'B'), fc.jsonValue({ maxDepth: 3 }))),
    );
    let read = 0;
    fc.assert(
      fc.property(sections, (parts) => {
        try {
          expect(readTemplate(templateWith(parts)).resources.get('Db')?.type).to.equal(TOPIC);
          read++;
        } catch (error) {
          if (!(error instanceof Fault) || error.kind !== 'refused') throw error;
        }
      }),
      { numRuns: 500 },
    );
    expect(read).to.be.above(20);
  });
});
