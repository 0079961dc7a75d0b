import { expect } from 'chai';
import { component, type Files, found, property, template, withProperty } from './compiling.js';

const GIVEN = `parameters:
  Name: {}
  Ids: { type: CommaDelimitedList }
  Size: { type: Number, default: 1 }
conditions:
  Prod: !Equals [$Name, prod]
`;

/** Offers a text, a list, a thing and nothing; waits for its second part. */
const OFFERING: Files = component(
  'offering',
  { name: { type: 'string' } },
  `resources:
  self: { type: Our::A::Self, config: { Name: $name } }
  Second: { type: Our::A::Second, config: { Self: $self } }
attributes:
  word: word
  list: [a, $self.Arn]
  second: $Second
  arn: $self.Arn
  nothing: $none
  done: $Second
`,
);
const WITH_OFFERING = `${GIVEN}outputs:\n  Used: !If [Prod, a, b]\n`;

function given(value: string): unknown {
  const text = withProperty(value, WITH_OFFERING).replace(
    'resources:\n',
    'resources:\n  - { type: offering, id: Off }\n',
  );
  return template(text, OFFERING).Resources.Thing.Properties?.P;
}

const ref = (name: string) => ({ Ref: name });
const att = (name: string, attribute: string) => ({ 'Fn::GetAtt': [name, attribute] });
const join = (...parts: unknown[]) => ({ 'Fn::Join': ['', parts] });

describe('what is referred to', () => {
  const table: [value: string, becomes: unknown][] = [
    ['$Name', ref('Name')],
    ['$Bucket', ref('Bucket')],
    ['$Bucket.Arn', att('Bucket', 'Arn')],
    ['$Bucket.Deep.Attribute', att('Bucket', 'Deep.Attribute')],
    ['$Bucket.Names.0', { 'Fn::Select': ['0', att('Bucket', 'Names')] }],
    ['$Ids.1', { 'Fn::Select': ['1', ref('Ids')] }],
    ['$AWS::Region', ref('AWS::Region')],
    ['"${{ Name }}"', ref('Name')],
    ['"${{ Bucket.Arn }}/*"', join(att('Bucket', 'Arn'), '/*')],
    ['"a-${{ AWS::Region }}-${{ Name }}"', join('a-', ref('AWS::Region'), '-', ref('Name'))],
    ['!Ref Name', ref('Name')],
    ['{ Ref: Bucket }', ref('Bucket')],
    ['!GetAtt Bucket.Arn', att('Bucket', 'Arn')],
    ['{ Fn::GetAtt: [Bucket, Arn] }', att('Bucket', 'Arn')],
    ['!GetAtt [Bucket, Deep.Attribute]', att('Bucket', 'Deep.Attribute')],
    ['$Off', ref('Off')],
    ['$Off.word', 'word'],
    ['$Off.list', ['a', att('Off', 'Arn')]],
    ['$Off.list.1', att('Off', 'Arn')],
    ['$Off.second', ref('OffSecond')],
    ['$Off.second.Arn', att('OffSecond', 'Arn')],
    ['$Off.nothing?', undefined],
    ['"${{ Off.word }}-${{ Off.arn }}"', join('word-', att('Off', 'Arn'))],
    ['"x${{ Off.nothing? }}"', undefined],
    ['"x${{ Off.nothing? }}${{ Off.word }}"', 'xword'],
    ['"${{ Off.list }}"', { 'Fn::Join': [',', ['a', att('Off', 'Arn')]] }],
    ['[$Off.list, b]', ['a', att('Off', 'Arn'), 'b']],
    ['!Ref Off', ref('Off')],
    ['!GetAtt Off.Arn', att('Off', 'Arn')],
    ['!GetAtt Off.arn', att('Off', 'Arn')],
    ['!Sub "${Off.word}/${Name}/${!Literal}"', join('word/', ref('Name'), '/${Literal}')],
    ['!Sub "${Off.Arn}"', { 'Fn::Sub': '${Off.Arn}' }],
    ['!Sub ["${A}/${Off.word}", { A: $Bucket.Arn }]', join(att('Bucket', 'Arn'), '/word')],
    ['!If [Prod, $Off.word, $Off.nothing?]', { 'Fn::If': ['Prod', 'word', ref('AWS::NoValue')] }],
  ];
  for (const [value, becomes] of table) it(value, () => expect(given(value)).to.deep.equal(becomes));
});

describe('what is no reference', () => {
  const table: [value: string, becomes: unknown][] = [
    ['$$default', '$default'],
    ['$$', '$'],
    ['"$$5 for ${{ Name }}"', join('$5 for ', ref('Name'))],
    ['"$${{ Name }}"', '${{ Name }}'],
    ['"a $${{ Name }} ${{ Name }}"', join('a ${{ Name }} ', ref('Name'))],
    ['"$HOME ${VAR} $(cmd) $? ${aws:username}"', '$HOME ${VAR} $(cmd) $? ${aws:username}'],
    ['"arn:aws:s3:::b/${aws:username}/*"', 'arn:aws:s3:::b/${aws:username}/*'],
    ['"$1"', '$1'],
    ['"$HOME/x"', '$HOME/x'],
    ['"`${x}`"', '`${x}`'],
  ];
  for (const [value, becomes] of table) it(value, () => expect(property(value, GIVEN)).to.deep.equal(becomes));
});

describe('a name that is wrong', () => {
  const table: [value: string, at: string, hint: string][] = [
    ['$Nam', '7:11 unknown-name', 'Did you mean "Name"?'],
    ['$Zzzzzzzz', '7:11 unknown-name', 'write "$$Zzzzzzzz"'],
    ['$default', '7:11 unknown-name', 'write "$$default"'],
    ['$LATEST', '7:11 unknown-name', 'write "$$LATEST"'],
    ['"a ${{ Buckt.Arn }}"', '7:17 unknown-name', 'Did you mean "Bucket"?'],
    ['$Off.wrod', '7:15 unknown-attribute', 'Did you mean "word"?'],
    ['"${{ Off.zzzzzz }}"', '7:19 unknown-attribute', 'It offers word, list, second, arn, nothing.'],
    ['!GetAtt Off.wrod', '7:22 unknown-attribute', 'Did you mean "word"?'],
    ['$Name.Arn', '7:16 attribute-of-parameter', ''],
    ['!Ref Buckt', '7:15 unknown-reference', 'Did you mean "Bucket"?'],
    ['{ Ref: Buckt }', '7:17 unknown-reference', 'Did you mean "Bucket"?'],
    ['!GetAtt Buckt.Arn', '7:18 unknown-reference', 'Did you mean "Bucket"?'],
    ['!Sub "a ${Buckt}"', '7:20 unknown-reference', 'Did you mean "Bucket"?'],
    ['"${{ Off"', '7:11 bad-reference', ''],
    ['"${{ Off + 1 }}"', '7:11 bad-reference', ''],
    ['{ Fn::Sbu: x }', '7:12 unknown-function', 'Did you mean "Fn::Sub"?'],
    ['!Sbu x', '7:10 unknown-tag', 'Did you mean "!Sub"?'],
  ];
  for (const [value, at, hint] of table) {
    it(`${value}: ${at}`, () => {
      const text = withProperty(value, WITH_OFFERING).replace(
        'resources:\n',
        'resources:\n  - { type: offering, id: Off }\n',
      );
      const [first = '', ...more] = found(text, OFFERING);
      expect(first.split(' ').slice(0, 2).join(' ')).to.equal(at);
      expect(first).to.include(hint);
      expect(more).to.deep.equal([]);
    });
  }
});

describe('a function that was pasted', () => {
  const table: [value: string, becomes: unknown][] = [
    ['!Join ["-", [a, !Ref Name, $Name]]', { 'Fn::Join': ['-', ['a', ref('Name'), ref('Name')]] }],
    ['!Join ["", [a, b]]', { 'Fn::Join': ['', ['a', 'b']] }],
    ['!Select [0, !GetAZs ""]', { 'Fn::Select': [0, { 'Fn::GetAZs': '' }] }],
    ['!Select [0, $Ids]', { 'Fn::Select': [0, ref('Ids')] }],
    ['!Split [",", a]', { 'Fn::Split': [',', 'a'] }],
    ['!Base64 x', { 'Fn::Base64': 'x' }],
    ['!ImportValue x', { 'Fn::ImportValue': 'x' }],
    ['!Cidr [10.0.0.0/16, 2, 8]', { 'Fn::Cidr': ['10.0.0.0/16', 2, 8] }],
    ['!If [Prod, { A: 1 }, !Ref AWS::NoValue]', { 'Fn::If': ['Prod', { A: 1 }, ref('AWS::NoValue')] }],
    ['{ Fn::If: [Prod, [], {}] }', { 'Fn::If': ['Prod', [], {}] }],
    ['!Sub "$HOME ${Name} ${!x} ${AWS::Region}"', { 'Fn::Sub': '$HOME ${Name} ${!x} ${AWS::Region}' }],
    ['!Sub ["${A}", { A: !Ref Name }]', { 'Fn::Sub': ['${A}', { A: ref('Name') }] }],
    ['{ Fn::Sub: "${Bucket.Arn}" }', { 'Fn::Sub': '${Bucket.Arn}' }],
    ['{ Fn::Base64: { Fn::Sub: "${Name}" } }', { 'Fn::Base64': { 'Fn::Sub': '${Name}' } }],
    ['{ Condition: { Ref: 1 } }', undefined],
  ];
  for (const [value, becomes] of table.slice(0, -1)) {
    it(value, () => expect(property(value, GIVEN)).to.deep.equal(becomes));
  }

  it('leaves a policy its Condition', () => {
    const value = '{ Condition: { StringEquals: { "aws:username": "${aws:username}" } } }';
    expect(property(value)).to.deep.equal({ Condition: { StringEquals: { 'aws:username': '${aws:username}' } } });
  });

  it('does not take the items of a list for arguments', () => {
    const text = `resources:
  - { type: Our::X::Y, id: Many, forEach: 2 }
  - { type: Our::X::Y, id: One, config: { J: !Join [",", $Many], S: !Select [0, $Many], L: [$Many, x] } }
`;
    expect(template(text).Resources.One.Properties).to.deep.equal({
      J: { 'Fn::Join': [',', [ref('Many1'), ref('Many2')]] },
      S: { 'Fn::Select': [0, [ref('Many1'), ref('Many2')]] },
      L: [ref('Many1'), ref('Many2'), 'x'],
    });
  });

  it('is a map of properties only as a macro', () => {
    const config = (value: string) => `${GIVEN}resources:\n  - { type: Our::X::Y, id: A, config: ${value} }\n`;
    const { A } = template(config('{ Fn::Transform: { Name: M, Parameters: { N: $Name } } }')).Resources;
    expect(A.Properties).to.deep.equal({ 'Fn::Transform': { Name: 'M', Parameters: { N: ref('Name') } } });
    expect(found(config('$Name')).join()).to.include('wrong-kind This stands where a map of properties belongs.');
  });
});

describe('scalars', () => {
  const table: [value: string, becomes: unknown][] = [
    ['012345670123', '012345670123'],
    ['2012-10-17', '2012-10-17'],
    ['22', 22],
    ['"22"', '22'],
    ['true', true],
    ['[]', []],
    ['{}', {}],
    ['{ a: [], b: { c: {} } }', { a: [], b: { c: {} } }],
    ['""', ''],
  ];
  for (const [value, becomes] of table) it(value, () => expect(property(value)).to.deep.equal(becomes));
});
