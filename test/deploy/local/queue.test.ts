import { expect } from 'chai';
import fc from 'fast-check';
import { Queue } from '../../../deploy/local/simulation/queue.js';

describe('what is to happen', () => {
  it('comes in the order of time, and of the same time in its own order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20)), (times) => {
        const queue = new Queue();
        const dues = times.map((at, order) => ({ at, order, stackId: '', key: '' }));
        for (const due of [...dues].reverse()) queue.push(due);
        const found = times.map(() => queue.pop());
        const expected = [...dues].sort((a, b) => a.at - b.at);
        expect(found).to.deep.equal(expected);
        expect(queue.peek()).to.equal(undefined);
      }),
    );
  });
});
