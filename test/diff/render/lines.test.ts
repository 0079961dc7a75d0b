import { expect } from 'chai';
import fc from 'fast-check';
import { type Hunk, hunks } from '../../../compiler/diff/render/lines.js';

const shown = (found: readonly Hunk[]) =>
  found.map(({ line, lines }) => [line, ...lines.map(({ mark, text }) => mark + text)]);

describe('lines that differ', () => {
  const rows: readonly (readonly [string, string, readonly (readonly (string | number)[])[]])[] = [
    ['a\nb', 'a\nb', []],
    ['', 'a', [[1, '-', '+a']]],
    ['a\n', 'a\nb\n', [[1, ' a', '+b']]],
    ['a\nb\nc', 'a\nc', [[1, ' a', '-b', ' c']]],
    ['a\nb\nc', 'a\nx\nc', [[1, ' a', '-b', '+x', ' c']]],
    ['1\n2\n3\n4\n5\n6', '1\n2\n3\n4\n5\nx', [[4, ' 4', ' 5', '-6', '+x']]],
    [
      'a\n1\n2\n3\n4\n5\nb',
      'x\n1\n2\n3\n4\n5\ny',
      [
        [1, '-a', '+x', ' 1', ' 2'],
        [5, ' 4', ' 5', '-b', '+y'],
      ],
    ],
    ['a\nb', 'a\nb\n', [[1, ' a', ' b', '+']]],
  ];
  for (const [before, after, expected] of rows) {
    it(`${JSON.stringify(before)} → ${JSON.stringify(after)}`, () => {
      expect(shown(hunks(before, after))).to.deep.equal(expected);
    });
  }

  it('make the one text of the other', () => {
    const texts = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 30 }).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const ended = before.endsWith('\n') && after.endsWith('\n');
        const lines = (text: string) => (ended ? text.slice(0, -1) : text).split('\n');
        const result = lines(before);
        // Where a part of the new text begins, the old one has the same number of lines more or less as were changed before.
        for (const { line, lines: part } of hunks(before, after)) {
          const old = part.filter(({ mark }) => mark !== '+').map(({ text }) => text);
          const now = part.filter(({ mark }) => mark !== '-').map(({ text }) => text);
          expect(result.slice(line - 1, line - 1 + old.length)).to.deep.equal(old);
          result.splice(line - 1, old.length, ...now);
        }
        expect(result).to.deep.equal(lines(after));
      }),
    );
  });

  it('take no longer for texts that have nothing in common', () => {
    const many = (mark: string) => Array.from({ length: 50_000 }, (_, index) => `${mark}${index}`).join('\n');
    const start = performance.now();
    expect(hunks(many('a'), many('b'))[0]?.lines).to.have.lengthOf(100_000);
    expect(performance.now() - start).to.be.below(4_000);
  });
});
