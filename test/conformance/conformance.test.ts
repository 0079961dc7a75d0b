import { expect } from 'chai';
import { difference, spelled } from '../../conformance/comparison.js';
import { failures } from '../../conformance/exceptions.js';
import { pathsIn } from '../../conformance/paths.js';
import { readText } from '../../conformance/reading.js';
import { table } from '../../conformance/table.js';
import { type Result, trial } from '../../conformance/trial.js';

const sound: Result = {
  file: 'good/a.yaml',
  template: true,
  adopted: true,
  compiled: true,
  equal: true,
  errors: [],
  warnings: [],
  milliseconds: 3,
};

describe('the reading of conformance', () => {
  const table: readonly (readonly [string, unknown])[] = [
    ['{"a": 1.5}', { a: 1.5 }],
    ['a: yes', { a: true }],
    ['a: y', { a: 'y' }],
    ['a: 010', { a: 8 }],
    ['a: 1:30', { a: 90 }],
    ['a: 2012-10-17', { a: '2012-10-17' }],
    ['a: .', { a: '.' }],
    ['a: E3012', { a: 'E3012' }],
    ['a: !Ref b', { a: { Ref: 'b' } }],
    ['a: !GetAtt b.c.d', { a: { 'Fn::GetAtt': ['b', 'c.d'] } }],
    ['a: !Join ["", [!Sub x]]', { a: { 'Fn::Join': ['', [{ 'Fn::Sub': 'x' }]] } }],
    ['a: &b !If [c, 1, 2]\nd: *b', { a: { 'Fn::If': ['c', 1, 2] }, d: { 'Fn::If': ['c', 1, 2] } }],
    ['a: { <<: { b: 1 }, c: 2 }', { a: { b: 1, c: 2 } }],
  ];
  for (const [text, value] of table)
    it(`reads ${JSON.stringify(text)}`, () => expect(readText(text)).to.deep.equal(value));
});

describe('the comparison of conformance', () => {
  const table: readonly (readonly [unknown, unknown, string | undefined])[] = [
    [{ a: 1, b: [2] }, { b: [2], a: 1 }, undefined],
    [{ a: '22' }, { a: 22 }, '/a ("22", then 22)'],
    [{ a: null }, { a: {} }, '/a (null, then {})'],
    [{ a: [1] }, { a: [1, 2] }, '/a (1 items, then 2)'],
    [{ a: 1 }, {}, '/a (lost)'],
    [{}, { a: 1 }, '/a (added)'],
    [spelled({ a: { 'Fn::GetAtt': 'b.c' } }), spelled({ a: { 'Fn::GetAtt': ['b', 'c'] } }), undefined],
  ];
  for (const [one, other, difference_] of table)
    it(`of ${JSON.stringify(one)} and ${JSON.stringify(other)}`, () =>
      expect(difference(one, other)).to.equal(difference_));
});

describe('conformance', () => {
  it('tries a template', () => {
    const result = trial(
      'a.yaml',
      'Resources:\n  A: { Type: Custom::T, Properties: { B: !Ref C } }\n  C: { Type: Custom::T }\n',
    );
    expect(result).to.include({ template: true, adopted: true, compiled: true, equal: true });
    expect(result.errors).to.deep.equal([]);
  });

  it('looks for what must be found at its place', () => {
    const text = `Resources:
  myInstance:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-0123456789abcdef0
      Tags:
        - { Key: !Ref Nothing, Value: x }
Outputs: { O: { Value: !GetAtt myInstance.Nothing } }
`;
    const path = pathsIn(text);
    expect(['Nothing,', 'ami-', 'myInstance.'].map((word) => path(text.indexOf(word)))).to.deep.equal([
      'Resources/myInstance/Properties/Tags/0/Key',
      'Resources/myInstance/Properties/ImageId',
      'Outputs/O/Value',
    ]);
    const blueprint = 'resources:\n  - id: A\n    type: T\n    config: { B: [1, { C: x }] }\n    dependsOn: D\n';
    const within = pathsIn(blueprint);
    expect(['x }', 'D\n', 'T\n'].map((word) => within(blueprint.indexOf(word)))).to.deep.equal([
      'Resources/A/Properties/B/1/C',
      'Resources/A/DependsOn',
      'Resources/A/Type',
    ]);
    const found = trial('cfn-lint/bad/resources/uniqueNames.yaml', 'Resources: { A: { Type: Custom::T } }');
    expect(found).to.include({ expected: 1 });
    expect(found.missed).to.deep.equal(['duplicate-name at Resources/Name/Id']);
    expect(trial('good/a.yaml', text).expected).to.equal(undefined);
  });

  it('tries what is no template', () => {
    const result = trial('a.yaml', 'a: b');
    expect(result).to.include({ template: false, adopted: false, compiled: false, equal: false });
    expect(result.errors[0]).to.match(/^not-a-template: /);
  });

  it('says what is not as it must be', () => {
    const results: readonly Result[] = [
      sound,
      { ...sound, file: 'good/b.yaml', equal: false, difference: '/a (lost)' },
      { ...sound, file: 'good/c.yaml', compiled: false, equal: false, errors: ['unknown-name: x'] },
      { ...sound, file: 'cfn-lint/bad/d.yaml', compiled: false, equal: false, errors: ['unknown-name: x'] },
      { ...sound, file: 'cfn-lint/bad/e.yaml', crash: 'Error: no' },
      { ...sound, file: 'cfn-lint/bad/f.yaml', expected: 2, missed: ['unknown-key at Resources/A'] },
    ];
    expect(failures(results)).to.deep.equal([
      { file: 'good/b.yaml', why: 'differs at /a (lost)' },
      { file: 'good/c.yaml', why: 'unknown-name: x' },
      { file: 'cfn-lint/bad/e.yaml', why: 'crashed: Error: no' },
      { file: 'cfn-lint/bad/f.yaml', why: 'not found: unknown-key at Resources/A' },
    ]);
    const lines = table(['good', 'cfn-lint'], results).split('\n');
    expect(lines.map((line) => line.split(/ +/).slice(0, 6).join(' '))).to.deep.equal([
      'folder files templates adopted compiled equal',
      'good 3 3 3 2 1',
      'cfn-lint 3 3 3 2 2',
      'all 6 6 6 4 3',
      '',
    ]);
    expect(lines[2]).to.match(/ 2 +1 +3 ms$/);
  });
});
