import { expect } from 'chai';
import fc from 'fast-check';
import { jitter, slowed, untilNews, untilReady } from '../../../deploy/flow/pace.js';

const times = fc.integer({ min: 0, max: 10_000_000 });

describe('the pace of asking', () => {
  it('notices a change set within 300 ms that becomes ready within half a minute', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 29_999 }), (waited) => untilReady(waited) <= 300));
  });

  it('asks seldom for what takes long, and never more seldom than every 3 seconds for a change set', () => {
    expect([untilReady(0), untilReady(30_000), untilReady(600_000)]).to.deep.equal([250, 3_000, 3_000]);
  });

  it('asks for events often while they come, and every 5 seconds when they do not', () => {
    expect([untilNews(0), untilNews(5_000), untilNews(60_000)]).to.deep.equal([400, 1_000, 5_000]);
  });

  it('never asks more often the longer nothing happens', () => {
    fc.assert(
      fc.property(times, times, (a, b) => a > b || (untilNews(a) <= untilNews(b) && untilReady(a) <= untilReady(b))),
    );
  });

  it('asks half as often each time it is told that it asks too often, at least every 30 seconds', () => {
    expect([0, 1, 2, 3, 20].map((times) => slowed(1_000, times))).to.deep.equal([1_000, 2_000, 4_000, 8_000, 30_000]);
  });

  it('does not ask when everybody does', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 100_000 }), times, (pause, now) => {
        const shaken = jitter(pause, now);
        return shaken <= pause && shaken >= Math.floor(pause * 0.8);
      }),
    );
    const shaken = new Set(Array.from({ length: 50 }, (_, at) => jitter(10_000, at * 997)));
    expect(shaken.size).to.be.greaterThan(25);
  });
});
