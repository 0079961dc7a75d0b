import { expect } from 'chai';
import { adopt } from '../../compiler/adopt/adopt.js';
import { Diagnostics } from '../../compiler/diagnostics/diagnostic.js';
import { adopted, compiled, refused } from './adopting.js';

/** A template with one resource that has these lines of YAML as its properties. */
function withProperties(...lines: readonly string[]): string {
  const head = ['Parameters:', '  P: { Type: String }', 'Resources:', '  Other: { Type: "Custom::T" }'];
  return [...head, '  T:', '    Type: Custom::T', '    Properties:', ...lines.map((line) => `      ${line}`), ''].join(
    '\n',
  );
}

/** The lines of the config that those properties become. */
function config(...lines: readonly string[]): string {
  const text = adopted(withProperties(...lines));
  const found = text.split('    config:\n')[1] ?? text;
  return found.replace(/^ {6}/gm, '').trimEnd();
}

describe('adopt', () => {
  it('writes what a person would', () => {
    const template = {
      AWSTemplateFormatVersion: '2010-09-09',
      Description: 'A queue',
      Parameters: { Stage: { Default: 'dev', Type: 'String', MaxLength: '10' } },
      Resources: {
        Jobs: {
          Properties: { DelaySeconds: 5, QueueName: { Ref: 'Stage' } },
          Type: 'AWS::SQS::Queue',
          DependsOn: ['Topic'],
        },
        Topic: { Type: 'AWS::SNS::Topic' },
      },
      Outputs: {
        Url: { Value: { Ref: 'Jobs' } },
        Arn: { Value: { 'Fn::GetAtt': ['Jobs', 'Arn'] }, Export: { Name: 'jobs' } },
      },
      Hooks: { Deploy: { Type: 'AWS::CodeDeploy::BlueGreen' } },
    };
    expect(adopted(JSON.stringify(template))).to.equal(`description: A queue
parameters:
  Stage:
    default: dev
    type: String
    maxLength: "10"
resources:
  - type: AWS::SQS::Queue
    id: Jobs
    dependsOn: [Topic]
    config:
      DelaySeconds: 5
      QueueName: $Stage
  - type: AWS::SNS::Topic
    id: Topic
outputs:
  Url: $Jobs
  Arn:
    value: $Jobs.Arn
    export: jobs
raw:
  Hooks:
    Deploy:
      Type: AWS::CodeDeploy::BlueGreen
`);
    expect(compiled(adopted(JSON.stringify(template)))).to.deep.equal(template);
  });

  const values: readonly (readonly [string, string])[] = [
    ['A: !Ref P', 'A: $P'],
    ['A: { Ref: "AWS::Region" }', 'A: $AWS::Region'],
    ['A: !Ref Unknown', 'A: !Ref Unknown'],
    ['A: !GetAtt Other.Outputs.Url', 'A: $Other.Outputs.Url'],
    ['A: !GetAtt P.x', 'A: !GetAtt P.x'],
    ['A: !GetAtt [Other, !Ref P]', 'A: !GetAtt [Other, !Ref P]'],
    ['A: !Sub "${P}-x"', 'A: !Sub ${P}-x'],
    ['A: !Join ["", [a, !Ref P, b]]', 'A: a${{ P }}b'],
    ['A: !Join ["", [a, b, !Ref P]]', 'A: !Join\n  - ""\n  - [a, b, $P]'],
    ['A: !Join ["", [!Ref P]]', 'A: !Join\n  - ""\n  - [$P]'],
    ['A: !Join ["-", [a, !Ref P]]', 'A: !Join\n  - "-"\n  - [a, $P]'],
    ['A: !Join ["", ["$", !Ref P]]', 'A: !Join\n  - ""\n  - [$, $P]'],
    [
      'A: !Join ["", ["#!/bin/sh\\n", "echo ", !Ref P, "\\n"]]',
      'A: !Join\n  - ""\n  - |\n    #!/bin/sh\n    echo ${{ P }}',
    ],
    [
      'A: !Join ["\\n", ["#!/bin/sh", !Ref P, !Join ["", [a, !Ref P]]]]',
      'A: !Join\n  - "\\n"\n  - |-\n    #!/bin/sh\n    ${{ P }}\n    a${{ P }}',
    ],
    ['A: { "Fn::Base64": !Join ["", ["a\\n", !Ref P]] }', 'A: !Base64 |-\n  a\n  ${{ P }}'],
    ['A: $default', 'A: $$default'],
    ['A: "${{ x }}"', 'A: $${{ x }}'],
    ['A: $HOME/x', 'A: $HOME/x'],
    ['A: { Condition: X }', 'A: { Condition: X }'],
  ];
  for (const [from, to] of values) it(`writes ${from}`, () => expect(config(from)).to.equal(to));

  const scalars: readonly (readonly [string, string])[] = [
    ['Yes', 'true # written Yes in the template'],
    ['off', 'false # written off in the template'],
    ['y', '"y"'],
    ['True', 'true'],
    ['0644', '420 # written 0644 in the template'],
    ['012345678901', '"012345678901"'],
    ['123456789012', '123456789012'],
    ['0x1F', '31'],
    ['1_000', '1000 # written 1_000 in the template'],
    ['22:22', '1342 # written 22:22 in the template'],
    ['3.10', '3.1'],
    ['5.0', '"5.0"'],
    ['1e3', '"1e3"'],
    ['2012-10-17', '"2012-10-17"'],
    ['"22"', '"22"'],
    ['22', '22'],
    ['.', '.'],
    ['E3012', 'E3012'],
    ['~', 'null'],
    ['!!str 22', '"22"'],
    ['!!int 22', '22'],
    ['12345678901234567890', '"12345678901234567890"'],
  ];
  for (const [from, to] of scalars) it(`reads ${from}`, () => expect(config(`A: ${from}`)).to.equal(`A: ${to}`));

  it('reads aliases and merge keys as what they stand for', () => {
    expect(config('A: &a { X: 1, W: 2 }', 'B: *a', 'C: { <<: *a, W: 3 }')).to.equal(
      'A: { X: 1, W: 2 }\nB: { X: 1, W: 2 }\nC: { X: 1, W: 3 }',
    );
  });

  it('reads keys as texts', () => {
    expect(config('012: a', 'yes: b', '2012-10-17: c')).to.equal('"10": a\n"true": b\n"2012-10-17": c');
  });

  it('keeps functions where it is asked to be exact', () => {
    expect(adopted(withProperties('A: !Ref P', 'B: !GetAtt Other.Arn', 'C: !Join ["", [a, !Ref P]]'), true)).to.include(
      '      A: !Ref P\n      B: !GetAtt Other.Arn\n      C: !Join\n        - ""\n        - [a, !Ref P]\n',
    );
  });

  it('offers references where the name of another resource is written out', () => {
    const template = {
      Resources: {
        Files: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'our-files' } },
        Policy: {
          Type: 'AWS::S3::BucketPolicy',
          Properties: {
            Bucket: 'our-files',
            PolicyDocument: {
              Statement: [
                {
                  Effect: 'Allow',
                  Action: 's3:*',
                  Principal: '*',
                  Resource: ['arn:aws:s3:::our-files/*', 'arn:aws:s3:::other-files'],
                },
              ],
            },
          },
        },
        Other: { Type: 'Custom::T', Properties: { Tags: [{ Key: 'our-files', Value: 'our-files' }] } },
      },
    };
    const blueprint = adopted(JSON.stringify(template));
    expect(blueprint.match(/.*#.*/g)).to.deep.equal([
      '      Bucket: our-files # could be $Files',
      '              - arn:aws:s3:::our-files/* # could be arn:aws:s3:::${{ Files }}/*',
    ]);
    expect(compiled(blueprint)).to.deep.equal({ AWSTemplateFormatVersion: '2010-09-09', ...template });
  });

  it('keeps comments with what they stood at', () => {
    const template = `# About all of it

# The version
AWSTemplateFormatVersion: "2010-09-09"
# What there is
Resources: # all
  # A queue
  Jobs: # beside
    # Of this type
    Type: AWS::SQS::Queue # type
    Properties: # what it has
      # How long
      DelaySeconds: 5 # seconds
      Tags: [] # none

# What is worth knowing
Outputs:
  Url: # where
    # above
    Value: !Ref Jobs # the address
`;
    expect(adopted(template)).to.equal(`# About all of it
# The version

# What there is
resources: # all
  # A queue
  # beside
  # Of this type
  - type: AWS::SQS::Queue # type
    id: Jobs
    config: # what it has
      # How long
      DelaySeconds: 5 # seconds
      Tags: [] # none

# What is worth knowing
outputs:
  # where
  # above
  Url: $Jobs # the address
`);
  });

  const raw: readonly (readonly [string, object])[] = [
    [
      'an attribute that the language has not',
      { Transform: 'M', Resources: { A: { Type: 'Custom::T', Connectors: {} } } },
    ],
    ['a resource whose id is no id', { Resources: { 'Fn::ForEach::X': ['I', ['a'], {}] } }],
    ['a reserved id', { Resources: { each: { Type: 'Custom::T' } } }],
    ['a resource without a type', { Resources: { A: {} } }],
    ['a parameter without a type', { Parameters: { P: { Default: 'x' } }, Resources: {} }],
    ['a parameter with nothing', { Parameters: { P: { Type: 'String', Default: null } }, Resources: {} }],
    ['empty sections', { Parameters: {}, Outputs: {}, Resources: {} }],
    ['another format version', { AWSTemplateFormatVersion: '2010-09-10', Resources: {} }],
    ['a description that is none', { Description: 1, Resources: {} }],
    ['an output with more', { Resources: {}, Outputs: { O: { Value: 'x', More: 1 } } }],
    ['a macro for all resources', { Resources: { 'Fn::Transform': { Name: 'X' } } }],
    ['a macro for a mapping', { Resources: {}, Mappings: { M: { 'Fn::Transform': { Name: 'X' } } } }],
  ];
  for (const [what, template] of raw) {
    it(`puts under raw ${what}`, () => {
      const blueprint = adopted(JSON.stringify(template));
      expect(blueprint).to.match(/^raw:/m);
      expect(compiled(blueprint)).to.deep.equal({ AWSTemplateFormatVersion: '2010-09-09', ...template });
    });
  }

  const repeated: readonly (readonly [string, readonly string[]])[] = [
    ['Resources:\n  A: { Type: Custom::A }\n  A: { Type: Custom::B }\n', ['3:3 A']],
    ['{"Resources": {\n  "A": {"Type": "Custom::A"},\n  "A" : {"Type": "Custom::B"}}}', ['3:3 A']],
    ['{"Resources": {"A": {"Type": "Custom::B", "Properties": {"A": [{"A": "\\"A\\":"}]}}}}', []],
  ];
  for (const [template, places] of repeated) {
    it(`says which keys are given again in ${JSON.stringify(template)}`, () => {
      const found = new Diagnostics();
      const blueprint = adopt('template', template, {}, found.report);
      expect(found.sorted.map(({ code }) => code)).to.deep.equal(places.map(() => 'repeated-key'));
      const said = found.sorted.map(
        ({ span, message }) => `${span.start.line}:${span.start.column} ${message.split('"')[1]}`,
      );
      expect(said).to.deep.equal(places);
      expect(blueprint).to.include('type: Custom::B');
    });
  }

  const wrong: readonly (readonly [string, string])[] = [
    ['', '1:1 not-a-template This is not a CloudFormation template: it is no map of sections.'],
    ['a text', '1:1 not-a-template This is not a CloudFormation template: it is no map of sections.'],
    ['[1]', '1:1 not-a-template This is not a CloudFormation template: it is no map of sections.'],
    ['a: b', '1:1 not-a-template This is not a CloudFormation template: it has no "Resources".'],
    ['{"Resources": []}', '1:1 not-a-template This is not a CloudFormation template: its "Resources" are no map.'],
    ['Resources:\n  A: !Foo x', '2:6 unknown-tag "!Foo" is not a tag of CloudFormation.'],
    ['Resources:\n  A: *x', '2:6 unknown-anchor No anchor "&x" stands before this alias.'],
    ['Resources:\n  ? [a]\n  : 1', '2:5 key-not-text A key must be a plain or quoted text.'],
  ];
  for (const [text, message] of wrong) {
    it(`refuses ${JSON.stringify(text)}`, () => expect(refused(text).map((said) => said)).to.include(message));
  }

  it('refuses texts that would not end', () => {
    const deep = `{"Resources":{"A":${'['.repeat(5000)}${']'.repeat(5000)}}}`;
    expect(refused(deep)[0]).to.include('text-too-deep');
    const bomb = [
      'a: &a [x, x, x, x, x, x, x, x, x]',
      ...'bcdefghi'.split('').map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghi'[index]}`)}]`),
    ];
    expect(refused(`${bomb.join('\n')}\nResources: {}\n`)[0]).to.include('too-many-aliases');
  });
});
