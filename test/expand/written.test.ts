import { expect } from 'chai';
import { compiled } from './compiling.js';

function resource(text: string): unknown {
  const blueprint = `transform: AWS::LanguageExtensions\nparameters: { P: {} }\nresources:\n  - { type: Custom::T, id: B }\n  - { type: Custom::T, id: C }\n  - type: Custom::T\n    id: A\n${text}`;
  const { template, diagnostics } = compiled(blueprint);
  expect(diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code)).to.deep.equal([]);
  const { Type, ...made } = JSON.parse(JSON.stringify(template?.Resources.A)) as Record<string, unknown>;
  return made;
}

function property(text: string): unknown {
  return (resource(`    config:\n      X: ${text}\n`) as { Properties: { X: unknown } }).Properties.X;
}

describe('what authors of raw resources write', () => {
  const table: readonly (readonly [string, unknown])[] = [
    ['    dependsOn: B\n', { DependsOn: 'B' }],
    ['    dependsOn: [B]\n', { DependsOn: ['B'] }],
    ['    dependsOn: [C, B]\n', { DependsOn: ['C', 'B'] }],
    ['    dependsOn: [C]\n    waitFor: [B]\n', { DependsOn: ['B', 'C'] }],
    ['', {}],
    ['    config: {}\n', { Properties: {} }],
  ];
  for (const [text, made] of table)
    it(`stands: ${JSON.stringify(text)}`, () => expect(resource(text)).to.deep.equal(made));

  const values: readonly (readonly [string, unknown])[] = [
    ['!Sub [a, {}]', { 'Fn::Sub': ['a', {}] }],
    ['!Sub ["${V}", { V: $P }]', { 'Fn::Sub': ['${V}', { V: { Ref: 'P' } }] }],
    ['{ Fn::Sub: { Fn::Transform: { Name: M } } }', { 'Fn::Sub': { 'Fn::Transform': { Name: 'M' } } }],
    ['{ Ref: !Sub "${P}" }', { Ref: { 'Fn::Sub': '${P}' } }],
    ['{ Fn::Transform: [{ Name: M }] }', { 'Fn::Transform': [{ Name: 'M' }] }],
  ];
  for (const [text, made] of values) it(`stands: ${text}`, () => expect(property(text)).to.deep.equal(made));
});

describe('a text in the place of the list of Fn::Join', () => {
  const block = (...lines: readonly string[]) => lines.map((line) => `          ${line}`).join('\n');
  const table: readonly (readonly [string, string, unknown])[] = [
    ['', block('#!/bin/sh', 'echo'), ['#!/bin/sh\n', 'echo\n']],
    ['', block('a ${{ P }}', 'b ${{ P }} c'), ['a ', { Ref: 'P' }, '\n', 'b ', { Ref: 'P' }, ' c\n']],
    ['', block('${{ P }}${{ B.Arn }}'), [{ Ref: 'P' }, { 'Fn::GetAtt': ['B', 'Arn'] }, '\n']],
    ['\\n', block('a', 'b'), ['a', 'b', '']],
    ['\\n', block('${{ P }}', 'b ${{ P }}'), [{ Ref: 'P' }, { 'Fn::Join': ['', ['b ', { Ref: 'P' }]] }, '']],
  ];
  for (const [delimiter, text, parts] of table) {
    it(`stands for its lines, with "${delimiter}": ${text.trim()}`, () => {
      const made = property(`!Join\n        - "${delimiter}"\n        - |\n${text}`) as { 'Fn::Join': unknown };
      expect(made['Fn::Join']).to.deep.equal([delimiter === '' ? '' : '\n', parts]);
    });
  }
});
