import { expect } from 'chai';
import { readTemplate } from '../../../../deploy/local/template/read.js';
import { refusalOf, TOPIC, templateWith } from './stand.js';

const many = (count: number, entry: object) =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`N${at}`, entry]));
const topics = (count: number) => ({ Resources: many(count, { Type: TOPIC }) });

describe('reading templates', () => {
  it('reads JSON', () => {
    const template = readTemplate(templateWith({ Description: 'd', Outputs: { A: { Value: 'x' } } }));
    expect([...template.resources.keys()]).to.deep.equal(['Db']);
    expect(template.description).to.equal('d');
    expect([...template.outputs.keys()]).to.deep.equal(['A']);
  });

  it('reads YAML with tags and YAML 1.1 scalars', () => {
    const body = `
Resources:
  A:
    Type: ${TOPIC}
    DependsOn: B
    Properties: { Name: !Sub 'x-\${B}', Flag: yes, Mode: 0644, Arn: !GetAtt B.Topic.Arn, Zones: !GetAZs '' }
  B: { Type: ${TOPIC}, DependsOn: [A] }
`;
    const { resources } = readTemplate(body);
    expect(JSON.parse(JSON.stringify(resources.get('A')?.properties))).to.deep.equal({
      Name: { 'Fn::Sub': 'x-${B}' },
      Flag: true,
      Mode: 420,
      Arn: { 'Fn::GetAtt': ['B', 'Topic.Arn'] },
      Zones: { 'Fn::GetAZs': '' },
    });
    expect(resources.get('A')?.dependsOn).to.deep.equal(['B']);
    expect(resources.get('B')?.dependsOn).to.deep.equal(['A']);
  });

  it('keeps the text that it was given', () => {
    const body = `# c\nResources: { A: { Type: ${TOPIC} } }\n`;
    expect(readTemplate(body).body).to.equal(body);
  });

  it('takes as many as CloudFormation does', () => {
    expect(readTemplate(JSON.stringify(topics(500))).resources.size).to.equal(500);
  });

  const refusals: readonly (readonly [string, string | object, string])[] = [
    ['nothing', '', 'Template format error: unsupported structure.'],
    ['a text', 'hello', 'Template format error: unsupported structure.'],
    ['a list', '[1]', 'Template format error: unsupported structure.'],
    ['broken JSON', '{"Resources": {', 'Template format error: JSON not well-formed. (line 1, column 16)'],
    ['broken YAML', 'Resources:\n  A: [', 'Template format error: YAML not well-formed. (line 2, column 6)'],
    ['an unknown tag', 'Resources:\n  A: !Foo x', 'Template format error: YAML not well-formed. (line 2, column 6)'],
    ['no resources', {}, 'Template format error: At least one Resources member must be defined.'],
    ['empty resources', { Resources: {} }, 'Template format error: At least one Resources member must be defined.'],
    ['resources that are a list', { Resources: [1] }, 'Template format error: [/Resources] section must be an object.'],
    ['an unknown section', { ...topics(1), Foo: 1, Bar: 2 }, 'Invalid template property or properties [Foo, Bar]'],
    [
      'a resource that is a text',
      { Resources: { A: 'x' } },
      'Template format error: Any Resources member must be an object.',
    ],
    [
      'a resource without type',
      { Resources: { A: {} } },
      'Template format error: [/Resources/A] Every Resources object must contain a Type member.',
    ],
    [
      'an unknown key of a resource',
      { Resources: { A: { Type: TOPIC, Foo: 1 } } },
      "Invalid template resource property 'Foo'",
    ],
    [
      'an id with a dash',
      { Resources: { 'a-b': { Type: TOPIC } } },
      'Template format error: Resource name a-b is non alphanumeric.',
    ],
    [
      'null',
      { Resources: { A: { Type: TOPIC, Properties: { B: [{ C: null }] } } } },
      "[/Resources/A/Properties/B/0/C] 'null' values are not allowed in templates",
    ],
    [
      'DependsOn that is a map',
      { Resources: { A: { Type: TOPIC, DependsOn: {} } } },
      'Template format error: DependsOn must be a string or list of strings.',
    ],
    [
      'a condition that is a list',
      { Resources: { A: { Type: TOPIC, Condition: [] } } },
      'Template format error: Every Condition member must be a string.',
    ],
    [
      'too many resources',
      topics(501),
      'Template format error: Number of resources, 501, is greater than maximum allowed, 500',
    ],
    [
      'too many parameters',
      { ...topics(1), Parameters: many(201, { Type: 'String' }) },
      'Template format error: Number of parameters, 201, is greater than maximum allowed, 200',
    ],
    [
      'too many outputs',
      { ...topics(1), Outputs: many(201, { Value: 'x' }) },
      'Template format error: Number of outputs, 201, is greater than maximum allowed, 200',
    ],
    [
      'a long description',
      { ...topics(1), Description: 'ü'.repeat(513) },
      "Template format error: 'Description' length is greater than 1024.",
    ],
    [
      'a parameter without type',
      { ...topics(1), Parameters: { P: {} } },
      'Template format error: Every Parameters object must contain a Type member.',
    ],
    [
      'a parameter of an unknown type',
      { ...topics(1), Parameters: { P: { Type: 'Text' } } },
      'Template format error: Unrecognized parameter type: Text',
    ],
    [
      'an unknown key of a parameter',
      { ...topics(1), Parameters: { P: { Type: 'String', Foo: 1 } } },
      "Invalid template parameter property 'Foo'",
    ],
    [
      'a default that is a list',
      { ...topics(1), Parameters: { P: { Type: 'String', Default: [] } } },
      'Template format error: Every Default member must be a string.',
    ],
    [
      'a parameter with an underscore',
      { ...topics(1), Parameters: { a_b: { Type: 'String' } } },
      'Template format error: Parameter name a_b is non alphanumeric.',
    ],
    [
      'a name twice',
      { ...topics(1), Parameters: { N0: { Type: 'String' } } },
      'Template format error: Duplicate name N0 in the template',
    ],
    [
      'an output without value',
      { ...topics(1), Outputs: { O: {} } },
      'Template format error: Every Outputs member must contain a Value object',
    ],
    [
      'an output with a dash',
      { ...topics(1), Outputs: { 'o-o': { Value: 1 } } },
      "Template format error: Outputs name 'o-o' is non alphanumeric.",
    ],
    [
      'a serverless template',
      { ...topics(1), Transform: 'AWS::Serverless-2016-10-31', Globals: {} },
      'Transform AWS::Serverless-2016-10-31 failed with: a local CloudFormation runs no transform but AWS::LanguageExtensions.',
    ],
    ['a macro', { ...topics(1), Transform: ['Mine'] }, 'No transform named Mine found.'],
    [
      'too much text',
      `{"Resources": {"A": {"Type": "${TOPIC}"}}, "Metadata": "${'x'.repeat(1_000_000)}"}`,
      'Template may not exceed 1000000 bytes in size.',
    ],
  ];
  for (const [name, body, expected] of refusals) {
    it(`refuses ${name}`, () => {
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      expect(refusalOf(() => readTemplate(text).json)).to.equal(expected);
    });
  }

  it('refuses what stands too deep', () => {
    const deep = `{"Resources": {"A": {"Type": "${TOPIC}", "Properties": ${'['.repeat(5000)}${']'.repeat(5000)}}}}`;
    expect(refusalOf(() => readTemplate(deep).json)).to.equal('Template format error: JSON not well-formed.');
  });

  it('has no special names', () => {
    const body = `{"Resources": {"constructor": {"Type": "${TOPIC}", "Properties": {"__proto__": {"a": 1}}}}}`;
    expect(JSON.stringify(readTemplate(body).resources.get('constructor')?.properties)).to.equal(
      '{"__proto__":{"a":1}}',
    );
  });
});
