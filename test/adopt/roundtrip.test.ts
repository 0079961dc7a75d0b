import { expect } from 'chai';
import fc from 'fast-check';
import { difference, spelled } from '../../conformance/comparison.js';
import { adopted, compiled } from './adopting.js';

/** Texts that some reader of YAML or of blueprints takes for something else. */
const ODD = [
  ...['', ' ', '22', '012', '0o17', '1e3', '1.0', '.5', '0x1F', '1_000', '22:22', '-', '?', ':', 'a: b', 'a #b', '#'],
  ...['yes', 'No', 'on', 'OFF', 'true', 'True', 'null', '~', 'Null', '.inf', '.nan', '2012-10-17', '<<', '=', 'y', 'N'],
  ...['$', '$$', '$X', '$default', '$LATEST', '$HOME', '$A', '$A.Arn', '$$A', '${A}', '${{', '$${{', '$$${{ A }}'],
  ...[
    '${{ A }}',
    'x${{ A',
    '}}',
    'a$${{ A }}',
    '$A.b?',
    '$A(b)',
    '$AWS::Region',
    '${AWS::Region}',
    '{{resolve:ssm:a}}',
  ],
  ...[
    'a\nb',
    'a\n',
    '\n',
    '\na',
    ' a\nb',
    'a \nb',
    'a\n\n',
    '\ta\n',
    'a\tb',
    'a\r\nb',
    '\r',
    '"',
    "'",
    '\\',
    '\\n',
    '%',
    '@',
    '`',
    '!Ref A',
  ],
  ...[
    '&a',
    '*a',
    '|',
    '>',
    '[',
    ']',
    '{',
    '}',
    ',',
    '\u0000',
    '\u007f',
    '\u0085',
    '\u2028',
    '\ufeff',
    '😀',
    'é',
    '__proto__',
  ],
];

const text = fc.oneof(
  fc.constantFrom(...ODD),
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
);
const key = fc
  .oneof(
    fc.constantFrom(
      'Name',
      'a',
      '1',
      '01',
      '1.5',
      'true',
      'Yes',
      'null',
      '<<',
      '__proto__',
      'constructor',
      'when',
      'forEach',
    ),
    text,
  )
  .filter((name) => name !== 'Ref' && name !== 'Condition' && !name.startsWith('Fn::'));
const scalar = fc.oneof(
  text,
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (Object.is(value, -0) ? 0 : value)),
  fc.boolean(),
  fc.constant(null),
);
const name = fc.constantFrom('A', 'B', 'P', 'AWS::Region');
const ref = name.map((target) => ({ Ref: target }));
const getAtt = fc
  .tuple(fc.constantFrom('A', 'B'), fc.constantFrom('Arn', 'Outputs.Url', 'Endpoint.Port', 'a-b_c', '1'))
  .map((pair) => ({ 'Fn::GetAtt': pair }));

const value = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5, depthSize: 'small' },
    scalar,
    ref,
    getAtt,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(key, tie('value'), { maxKeys: 4 }),
    fc
      .tuple(fc.constantFrom('', '', '\n', ','), fc.array(fc.oneof(text, ref, getAtt, tie('value')), { maxLength: 6 }))
      .map((args) => ({ 'Fn::Join': args })),
    fc
      .tuple(
        fc.constantFrom('', '\n'),
        fc.array(fc.oneof(fc.constantFrom('a\n', 'b', '\n', '$\n', '#!x\n', '${{\n', '  x\n'), ref), {
          minLength: 2,
          maxLength: 8,
        }),
      )
      .map((args) => ({ 'Fn::Join': args })),
    tie('value').map((args) => ({ 'Fn::Base64': args })),
    fc.tuple(fc.constant('C'), tie('value'), tie('value')).map((args) => ({ 'Fn::If': args })),
    fc
      .constantFrom('', 'a', '${A}', '${P}-${AWS::Region}', '${!x} $A ${{', '${A.Arn}\n#x\n')
      .map((args) => ({ 'Fn::Sub': args })),
    tie('value').map((v) => ({ 'Fn::Sub': ['${V} ${A}', { V: v }] })),
    fc.tuple(fc.constantFrom(0, '0'), tie('value')).map((args) => ({ 'Fn::Select': args })),
    fc.constant({ 'Fn::GetAZs': '' }),
    tie('value').map((args) => ({ 'Fn::ImportValue': args })),
  ),
})).value;

const map = fc.dictionary(key, value, { maxKeys: 4 });
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const resource = fc
  .record({
    Type: fc.constant('Custom::Thing'),
    Properties: optional(map),
    Metadata: optional(map),
    Condition: optional(fc.constant('C')),
    DependsOn: optional(fc.constantFrom('Z', ['Z'], ['Z', 'Y'], ['Y', 'Z'], [])),
    DeletionPolicy: optional(fc.constantFrom('Retain', 'Delete')),
    UpdateReplacePolicy: optional(fc.constantFrom('Retain', 'Snapshot')),
    UpdatePolicy: optional(map),
    Unheard: optional(fc.constant({ of: 1 })),
  })
  .map(without);

const parameter = fc
  .record({
    Type: fc.constant('String'),
    Default: optional(fc.oneof(text, fc.boolean(), fc.integer())),
    Description: optional(text),
    NoEcho: optional(fc.constantFrom(false, 'false')),
    MaxLength: optional(fc.constantFrom(4000, '4000')),
  })
  .map(without);

const template = fc
  .record({
    Description: optional(text),
    Metadata: optional(map),
    Transform: optional(fc.constant('M')),
    Parameters: fc.record({ P: parameter }),
    Mappings: optional(
      fc.record({
        M: fc.dictionary(
          text.filter((name) => name !== ''),
          fc.dictionary(key, fc.oneof(text, fc.integer(), fc.boolean(), fc.array(text))),
          { maxKeys: 3 },
        ),
      }),
    ),
    Conditions: fc.constantFrom<unknown>(
      { C: { 'Fn::Equals': [{ Ref: 'P' }, '012'] } },
      { C: { 'Fn::Not': [{ Condition: 'D' }] }, D: { 'Fn::Equals': ['yes', { Ref: 'P' }] } },
    ),
    Resources: fc.record({
      A: resource,
      B: resource,
      Y: fc.constant({ Type: 'Custom::Last' }),
      Z: fc.constant({ Type: 'Custom::Last', Properties: {} }),
    }),
    Outputs: optional(
      fc.record({
        O: fc
          .record({
            Value: fc.oneof(text, ref, getAtt),
            Description: optional(text),
            Export: optional(fc.record({ Name: fc.oneof(text, ref) })),
            Condition: optional(fc.constant('C')),
          })
          .map(without),
      }),
    ),
    Unknown: optional(map),
  })
  .map(without);

function without(record: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([, item]) => item !== undefined));
}

/** What is wrong with a template is not what this is about: what it refers to need not be sensible. */
const ABOUT_CONTENT =
  /^(?:unknown-key|bad-default|dependency-cycle|unused|conditional|computed-argument|noecho|wrong-arguments|description|too-many|bad-constraint|bad-argument|wrong-kind|out-of-range)/;

describe('adopting and compiling', () => {
  for (const exact of [false, true]) {
    it(`gives every template again${exact ? ', exactly written' : ''}`, () => {
      let compiledOnes = 0;
      fc.assert(
        fc.property(template, (given) => {
          const blueprint = adopted(JSON.stringify(given), exact);
          const made = compiled(blueprint);
          if (Array.isArray(made)) {
            expect(
              made.filter((message) => !ABOUT_CONTENT.test(message)),
              blueprint,
            ).to.deep.equal([]);
            return;
          }
          compiledOnes++;
          expect(difference(spelled(JSON.parse(JSON.stringify(given))), spelled(made as never)), blueprint).to.equal(
            undefined,
          );
        }),
        { numRuns: 200 },
      );
      expect(compiledOnes).to.be.greaterThan(50);
    });
  }

  it('keeps a line of blanks in a long text', () => {
    const region = { Ref: 'AWS::Region' };
    const parts = [region, region, 'a long line before it\n', ' \n', 'a line after it'];
    const given = { Resources: { A: { Type: 'Our::X::Y', Properties: { P: { 'Fn::Join': ['', parts] } } } } };
    expect(compiled(adopted(JSON.stringify(given), false))).to.deep.include(given);
  });
});
