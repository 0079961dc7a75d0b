import { expect } from 'chai';
import { elapsed, timeOfDay } from '../../../deploy/progress/time.js';

describe('times', () => {
  for (const [milliseconds, text] of [
    [0, '0s'],
    [-5000, '0s'],
    [999, '0s'],
    [59_999, '59s'],
    [60_000, '1m00s'],
    [242_000, '4m02s'],
    [3_599_000, '59m59s'],
    [4_020_000, '1h07m'],
    [Number.NaN, '0s'],
  ] as const) {
    it(`of ${milliseconds} milliseconds are ${text}`, () => {
      expect(elapsed(milliseconds)).to.equal(text);
    });
  }

  it('of the day are in UTC', () => {
    expect(timeOfDay(Date.UTC(2026, 10, 21, 1, 2, 3, 999))).to.equal('01:02:03Z');
    expect(timeOfDay(Date.UTC(123_456, 0, 1, 1, 2, 3))).to.equal('01:02:03Z');
    expect(timeOfDay(Number.NaN)).to.equal('00:00:00Z');
  });
});
