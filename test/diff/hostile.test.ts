import { expect } from 'chai';
import type { Json } from '../../compiler/template/template.js';
import { difference, lines, only } from './sides.js';

/** A function around a function around … a value. */
function nest(times: number, inner: Json, around: (inner: Json) => Json): Json {
  let value = inner;
  for (let at = 0; at < times; at++) value = around(value);
  return value;
}

const twice = (x: Json): Json => ({ 'Fn::Sub': [`\${x}\${x}`, { x }] });

describe('templates that grow when they are evaluated', () => {
  const table: readonly (readonly [string, (inner: string) => Json])[] = [
    ['a text twice in a text', (inner) => nest(100, inner, twice)],
    ['a reference twice in a text', (inner) => nest(100, { 'Fn::GetAtt': ['R', inner] }, twice)],
    ['Base64 of Base64', (inner) => nest(150, inner, (x) => ({ 'Fn::Base64': x }))],
    ['an unknown function of two', (inner) => nest(90, inner, (x) => twice({ 'Fn::ImportValue': x }))],
    [
      'parts that are joined with more',
      (inner) =>
        nest(90, inner, (x) => ({ 'Fn::Join': ['aaaa', { 'Fn::Split': ['a', { 'Fn::Join': ['', ['a', x]] }] }] })),
    ],
  ];
  for (const [what, value] of table) {
    it(`are compared: ${what}`, () => {
      const template = (inner: string) => only('AWS::SNS::Topic', { DisplayName: value(inner) });
      expect(lines(difference(template('x'), template('x')))).to.deep.equal([]);
      expect(lines(difference(template('x'), template('y')))).to.deep.equal(['modify R false']);
    });
  }

  it('has conditions that need each other', () => {
    const condition = (name: string) => ({ 'Fn::Or': [{ Condition: name }, { 'Fn::Not': [{ Condition: name }] }] });
    const names = Array.from({ length: 3000 }, (_, at) => `C${at}`);
    const chain = Object.fromEntries(names.map((name, at) => [name, condition(`C${(at + 1) % names.length}`)]));
    const template = { Conditions: chain, ...only('AWS::SNS::Topic', {}, { Condition: 'C0' }) };
    expect(lines(difference(template, structuredClone(template)))).to.deep.equal([]);
  });
});
