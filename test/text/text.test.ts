import { expect } from 'chai';
import { readChain, readReference } from '../../compiler/text/chain.js';
import { type Chain, spell } from '../../compiler/text/expression.js';
import { dotted, readSub } from '../../compiler/text/sub.js';
import { readText } from '../../compiler/text/text.js';

/** Names in angle brackets, with their offsets where asked. */
function shown(parts: readonly (string | Chain)[]): string {
  return parts.map((part) => (typeof part === 'string' ? part : `<${spell(part)}@${part.from}-${part.to}>`)).join('');
}

describe('a text with references', () => {
  const table: [text: string, read: string][] = [
    ['', ''],
    ['plain', 'plain'],
    ['${{ A }}', '<A@4-5>'],
    ['a ${{A}}b', 'a <A@5-6>b'],
    ['${{ A.b.0 }}-${{  AWS::Region  }}', '<A.b.0@4-9>-<AWS::Region@18-29>'],
    ['${{ t(k)(l.m) }}', '<t(k)(l.m)@4-13>'],
    ['${{ A.b? }}', '<A.b?@4-8>'],
    ['$${{ A }}', '${{ A }}'],
    ['$${{ A }} ${{ A }}', '${{ A }} <A@14-15>'],
    ['$$${{ A }}', '$${{ A }}'],
    ['$HOME ${VAR} $(cmd) $? $1 ${aws:username} ${x}', '$HOME ${VAR} $(cmd) $? $1 ${aws:username} ${x}'],
    ['awk "{print $1}" {{ x }} }}', 'awk "{print $1}" {{ x }} }}'],
  ];
  for (const [text, read] of table) {
    it(JSON.stringify(text), () => {
      const { parts, problems } = readText(text);
      expect(shown(parts)).to.equal(read);
      expect(problems).to.deep.equal([]);
    });
  }

  const wrong: [text: string, kind: string, from: number, to: number][] = [
    ['a ${{ A', 'unclosed', 2, 5],
    ['${{ }}', 'empty', 0, 6],
    ['x${{ A + 1 }}', 'not-a-name', 1, 13],
    ['${{ ${{ A }} }}', 'not-a-name', 0, 12],
    ['${{ A. }}', 'not-a-name', 0, 9],
    ['${{ 1 }}', 'not-a-name', 0, 8],
    ['${{ A(b }}', 'not-a-name', 0, 10],
  ];
  for (const [text, kind, from, to] of wrong) {
    it(`${JSON.stringify(text)} is ${kind}`, () => {
      const [problem, ...more] = readText(text).problems;
      expect(problem).to.include({ kind, from, to });
      expect(more).to.deep.equal([]);
    });
  }
});

describe('a whole text that is a reference', () => {
  for (const text of ['$A', '$A.b', '$A.b?.0', '$AWS::Region', '$t(a)(b.c)', '$A.__proto__', '$each.a-b']) {
    it(text, () => {
      const chain = readReference(text);
      expect(chain && `$${spell(chain)}`).to.equal(text);
    });
  }

  for (const text of [
    'A',
    '$',
    '$$A',
    '$1',
    '$A ',
    '$A.',
    '$A/b',
    '$(cmd)',
    '${A}',
    '$A()',
    '$a?',
    '$?',
    '$_x',
    '$A.b c',
  ]) {
    it(`${text} is none`, () => expect(readReference(text)).to.equal(undefined));
  }

  it('does not nest deeper than anybody writes', () => {
    const deep = `a${'(a'.repeat(10_000)}${')'.repeat(10_000)}`;
    expect(readChain(deep, 0)?.to).to.equal(1);
  });
});

describe('the text of Fn::Sub', () => {
  const table: [text: string, read: string][] = [
    ['${A}', '<A@2-3>'],
    ['a ${A.B.C} b', 'a <A.B.C@4-9> b'],
    ['${AWS::Region}', '<AWS::Region@2-13>'],
    ['${!A}', '${A}'],
    ['x${!A}y${B}', 'x${A}y<B@9-10>'],
    ['${ A }', '<A@3-4>'],
    ['$A $(b) ${{A}}', '$A $(b) ${{A}}'],
    ['${A', '${A'],
    ['${aws:username}', '<aws:username@2-14>'],
  ];
  for (const [text, read] of table) it(text, () => expect(shown(readSub(text))).to.equal(read));

  it('takes a dotted name apart', () => {
    expect(dotted('A.B-c.0').steps.map(({ from, to }) => [from, to])).to.deep.equal([
      [2, 5],
      [6, 7],
    ]);
  });
});
