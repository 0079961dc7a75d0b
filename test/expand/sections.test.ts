import { expect } from 'chai';
import { compiled, found, template } from './compiling.js';

const ONE = 'resources:\n  - { type: Our::X::Y, id: A, config: { P: $P } }\n';

describe('parameters', () => {
  const table: [written: string, becomes: object][] = [
    ['{}', { Type: 'String' }],
    [
      '{ type: Number, default: 22, minValue: 1, maxValue: 1000 }',
      { Type: 'Number', Default: 22, MinValue: 1, MaxValue: 1000 },
    ],
    [
      '{ default: "022", minLength: 1, maxLength: 9, allowedPattern: "\\\\d+" }',
      { Type: 'String', Default: '022', MinLength: 1, MaxLength: 9, AllowedPattern: '\\d+' },
    ],
    [
      '{ noEcho: true, description: d, constraintDescription: c }',
      { Type: 'String', NoEcho: true, Description: 'd', ConstraintDescription: 'c' },
    ],
    ['{ type: AWS::EC2::VPC::Id }', { Type: 'AWS::EC2::VPC::Id' }],
    ['{ type: "List<AWS::EC2::Subnet::Id>" }', { Type: 'List<AWS::EC2::Subnet::Id>' }],
    ['{ type: CommaDelimitedList, default: "a,b" }', { Type: 'CommaDelimitedList', Default: 'a,b' }],
    [
      '{ type: "AWS::SSM::Parameter::Value<String>", default: /a/b }',
      { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/a/b' },
    ],
  ];
  for (const [written, becomes] of table) {
    it(written, () => expect(template(`parameters: { P: ${written} }\n${ONE}`).Parameters.P).to.deep.equal(becomes));
  }

  const wrong: [written: string, at: string][] = [
    ['{ default: $A }', '1:29 wrong-kind'],
    ['{ allowedValues: [a, !Ref A] }', '1:39 wrong-kind'],
    ['{ default: [a] }', '1:29 wrong-kind'],
    ['{ defualt: a }', '1:20 unknown-key'],
    ['{ Type: String }', '1:20 unknown-key'],
    ['{ type: Strng }', '1:26 unknown-parameter-type'],
    ['{ minLength: x }', '1:31 bad-text'],
    ['{ default: a, allowedValues: [b] }', '1:29 bad-default'],
    ['text', '1:18 wrong-kind'],
  ];
  for (const [written, at] of wrong) {
    it(`${written}: ${at}`, () => {
      const all = found(`parameters: { P: ${written} }\n${ONE}`).map((message) =>
        message.split(' ').slice(0, 2).join(' '),
      );
      expect(all).to.include(at);
    });
  }
});

describe('the other sections', () => {
  const all = template(`name: shop
description: What it is for.
region: eu-west-1
tags: { team: a }
parameters: { P: {} }
mappings: { M: { a: { v: 1, w: [x, y] } } }
conditions:
  C: !Equals [$P, a]
  D: !And [{ Condition: C }, !Not [!Condition C]]
rules:
  R: { Assertions: [{ Assert: !Contains [[a, b], !Ref P] }] }
metadata: { AWS::CloudFormation::Interface: { ParameterGroups: [] } }
transform: [AWS::LanguageExtensions, { Name: M, Parameters: { A: b } }]
resources:
  - { type: Our::X::Y, id: A, condition: D, config: { V: !FindInMap [M, a, v] } }
outputs:
  Plain: $A
  Text: "x-\${{ P }}"
  Number: 1
  Full: { value: $A.Arn, description: d, export: "\${{ AWS::StackName }}-a", condition: D }
raw:
  Hooks: { H: { Type: x } }
`);
  const table: [section: string, becomes: unknown][] = [
    ['Description', 'What it is for.'],
    ['Mappings', { M: { a: { v: 1, w: ['x', 'y'] } } }],
    [
      'Conditions',
      {
        C: { 'Fn::Equals': [{ Ref: 'P' }, 'a'] },
        D: { 'Fn::And': [{ Condition: 'C' }, { 'Fn::Not': [{ Condition: 'C' }] }] },
      },
    ],
    ['Rules', { R: { Assertions: [{ Assert: { 'Fn::Contains': [['a', 'b'], { Ref: 'P' }] } }] } }],
    ['Metadata', { 'AWS::CloudFormation::Interface': { ParameterGroups: [] } }],
    ['Transform', ['AWS::LanguageExtensions', { Name: 'M', Parameters: { A: 'b' } }]],
    ['Hooks', { H: { Type: 'x' } }],
    ['Tags', undefined],
  ];
  for (const [section, becomes] of table) it(section, () => expect(all[section]).to.deep.equal(becomes));

  it('Outputs', () => {
    expect(all.Outputs).to.deep.equal({
      Plain: { Value: { Ref: 'A' } },
      Text: { Value: { 'Fn::Join': ['', ['x-', { Ref: 'P' }]] } },
      Number: { Value: 1 },
      Full: {
        Condition: 'D',
        Description: 'd',
        Export: { Name: { 'Fn::Join': ['', [{ Ref: 'AWS::StackName' }, '-a']] } },
        Value: { 'Fn::GetAtt': ['A', 'Arn'] },
      },
    });
  });

  const wrong: [rest: string, at: string][] = [
    ['name: "${{ AWS::Region }}"', '1:7 wrong-kind'],
    ['region: $AWS::Region', '1:9 wrong-kind'],
    ['region: somewhere', '1:9 bad-text'],
    ['tags: { a: $AWS::Region }', '1:12 wrong-kind'],
    ['tags: [a]', '1:7 wrong-kind'],
    ['resuorces: []', '1:1 unknown-key'],
    ['Outputs: {}', '1:1 unknown-key'],
    ['outputs: { O: { valeu: 1 } }', '1:17 unknown-key'],
    ['outputs: { A: { valeu: 1 }, B: [x] }', '1:17 unknown-key'],
    ['outputs: { A: { valeu: 1 }, B: [x] }', '1:32 wrong-kind'],
    ['outputs: { O: { value: 1, condition: $C } }', '1:38 wrong-kind'],
    ['outputs: { O: { value: 1, condition: C } }', '1:38 unknown-condition'],
    ['mappings: { M: { a: x } }', '1:21 wrong-kind'],
    ['conditions: { C: !Equals [$B, a] }', '1:27 resource-too-early'],
  ];
  for (const [rest, at] of wrong) {
    it(`${rest}: ${at}`, () => {
      const messages = found(`${rest}\nresources: [{ type: Our::X::Y, id: B }]\n`);
      expect(messages.map((message) => message.split(' ').slice(0, 2).join(' '))).to.include(at);
    });
  }

  it('leave out an output whose value is not given', () => {
    const files = {
      'components/none/schema.json': '{ "type": "object", "additionalProperties": false, "properties": {} }',
      'components/none/template.yaml': 'resources: { self: { type: Our::X::Y } }\nattributes: { x: $none }\n',
    };
    const { Outputs } = template(
      'resources: [{ type: none, id: N }]\noutputs: { A: $N.x?, B: { value: $N.x?, description: d }, C: c }\n',
      files,
    );
    expect(Object.keys(Outputs)).to.deep.equal(['C']);
  });
});

describe('raw', () => {
  const BASE = `description: d
metadata: { A: 1 }
parameters: { P: {} }
mappings: { M: { a: { b: c } } }
conditions: { C: !Equals [$P, a] }
resources: [{ type: Our::X::Y, id: A, condition: C, config: { V: !FindInMap [M, a, b] } }]
outputs: { O: $A }
`;

  it('is merged as it stands, and what it has can be referred to', () => {
    const all = template(`${BASE.replace('$A }', '"${{ B.Arn }}${{ Q }}" }')}raw:
  Parameters: { Q: { Type: String } }
  Resources: { B: { Type: Our::X::Z, Properties: { Name: $P } } }
  Hooks: { H: x }
`);
    expect(Object.keys(all.Parameters)).to.deep.equal(['P', 'Q']);
    expect(all.Resources.B).to.deep.equal({ Type: 'Our::X::Z', Properties: { Name: { Ref: 'P' } } });
    expect(all.Hooks).to.deep.equal({ H: 'x' });
    expect(all.Outputs.O.Value).to.deep.equal({ 'Fn::Join': ['', [{ 'Fn::GetAtt': ['B', 'Arn'] }, { Ref: 'Q' }]] });
  });

  const collisions: [raw: string, name: string][] = [
    ['Resources: { A: { Type: Our::X::Z } }', '"A" is defined twice in Resources.'],
    ['Parameters: { P: { Type: String } }', '"P" is defined twice in Parameters.'],
    ['Mappings: { M: {} }', '"M" is defined twice in Mappings.'],
    ['Conditions: { C: !Equals [a, a] }', '"C" is defined twice in Conditions.'],
    ['Outputs: { O: { Value: 1 } }', '"O" is defined twice in Outputs.'],
    ['Description: e', '"Description" is defined twice in the template.'],
    ['Metadata: { B: 1 }', '"Metadata" is defined twice in the template.'],
  ];
  for (const [raw, name] of collisions) {
    it(`${raw}: ${name}`, () => {
      const { diagnostics } = compiled(`${BASE}raw: { ${raw} }\n`);
      const [{ code, message, span, related } = { code: '', message: '', span: { start: { line: 0 } }, related: [] }] =
        diagnostics;
      expect([code, message, span.start.line]).to.deep.equal(['duplicate-name', name, 8]);
      expect(related.length > 0 || name.endsWith('the template.')).to.equal(true);
    });
  }

  it('collides with what a type made, too', () => {
    const text = 'resources: [{ type: bucket, id: B }]\nraw: { Resources: { BPolicy: { Type: Our::X::Y } } }\n';
    expect(found(text).join()).to.match(/^2:21 duplicate-name/);
  });
});

describe('several files', () => {
  it('are one blueprint', () => {
    const { text } = compiled(['parameters: { P: {} }\n', ONE, 'outputs: { O: $A }\n']);
    expect(text).to.equal(compiled(`parameters: { P: {} }\n${ONE}outputs: { O: $A }\n`).text);
  });

  const twice: [first: string, second: string, code: string, place: string][] = [
    ['parameters: { P: {} }\n', 'parameters: { P: {} }\n', 'duplicate-name', 'b.yaml:1:15'],
    ['region: us-east-1\n', 'region: us-east-1\n', 'duplicate-name', 'b.yaml:1:1'],
    ['outputs: { O: 1 }\n', 'outputs: { O: 1 }\n', 'duplicate-name', 'b.yaml:1:12'],
    ['tags: { O: 1 }\n', 'tags: { O: 1 }\n', 'duplicate-name', 'b.yaml:1:9'],
    [
      'resources: [{ type: Our::X::Y, id: B }]\n',
      'resources: [{ type: Our::X::Y, id: B }]\n',
      'duplicate-id',
      'b.yaml:1:36',
    ],
  ];
  for (const [first, second, code, place] of twice) {
    it(`${first.trim()} and again: ${code}`, () => {
      const { diagnostics } = compiled([first, second, 'resources: [{ type: Our::X::Y, id: A }]\n']);
      const [only, ...more] = diagnostics;
      expect(more).to.deep.equal([]);
      expect([only?.code, `${only?.file}:${only?.span.start.line}:${only?.span.start.column}`]).to.deep.equal([
        code,
        place,
      ]);
      expect(only?.related.map(({ file, span }) => `${file}:${span.start.line}`)).to.deep.equal(['a.yaml:1']);
    });
  }
});
