import { expect } from 'chai';
import { placeOf } from '../../../deploy/progress/places.js';

describe('a place', () => {
  const text = 'a: 1\n  - b: 2  \n\nlast';
  for (const [where, column, end] of [
    ['a.yaml:1', 1, 5],
    ['a.yaml:2', 5, 9],
    ['a.yaml:2:7', 5, 9],
    ['a.yaml:3', 1, 1],
    ['C:\\a.yaml:4', 1, 5],
    ['a.yaml:9', 1, 1],
  ] as const) {
    it(`is the text of its line, for ${where}`, () => {
      const { span } = placeOf(where, text) ?? {};
      expect([span?.start.column, span?.end.column]).to.deep.equal([column, end]);
    });
  }

  it('is read back with its file and line', () => {
    const { file, span } = placeOf('git:HEAD:a.yaml:14', undefined) ?? {};
    expect([file, span?.start.line]).to.deep.equal(['git:HEAD:a.yaml', 14]);
  });

  it('is none without a line', () => {
    for (const where of ['', 'a.yaml', 'a.yaml:', ':3', 'a.yaml:x']) expect(placeOf(where, text)).to.equal(undefined);
  });
});
