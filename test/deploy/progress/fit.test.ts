import { expect } from 'chai';
import fc from 'fast-check';
import { cellsIn, clip, fill } from '../../../deploy/progress/fit.js';

describe('a text in a column', () => {
  for (const [text, width, clipped] of [
    ['abc', 3, 'abc'],
    ['abcd', 3, 'ab…'],
    ['abc', 0, ''],
    ['', 3, ''],
    ['日本語', 6, '日本語'],
    ['日本語', 5, '日本…'],
    ['日本語', 4, '日…'],
    ['a\x1b[31m', 20, 'a\\x1b[31m'],
    ['👨‍👩‍👧 family', 4, '👨‍👩‍👧 …'],
  ] as const) {
    it(`of ${width} cells is ${JSON.stringify(clipped)} for ${JSON.stringify(text)}`, () => {
      expect(clip(text, width)).to.equal(clipped);
    });
  }

  it('is never wider than its column, and as wide where it is filled', () => {
    const texts = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(texts, fc.nat(30), (text, width) => {
        expect(cellsIn(clip(text, width))).to.be.at.most(width);
        expect(cellsIn(fill(text, width))).to.equal(width);
      }),
    );
  });

  it('costs nothing where it is very long', () => {
    expect(clip('x'.repeat(1e7), 5)).to.equal('xxxx…');
    expect(cellsIn(clip(`a${'\u0301'.repeat(1e6)}b`, 5))).to.be.at.most(5);
  });
});
