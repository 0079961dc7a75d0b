import { expect } from 'chai';
import { endpoint } from '../harness/endpoint.js';
import { isLoopback, listeningOf } from '../harness/listening.js';

/** Simulators open more ports as their services are used: looked at after every test. */
afterEach('nothing listens for other machines', async () => {
  const addresses = (await listeningOf(endpoint().group)) ?? [];
  expect(addresses.filter((address) => !isLoopback(address))).to.deep.equal([]);
});

describe('where a simulator listens', () => {
  it('is this machine', async function () {
    const addresses = await listeningOf(endpoint().group);
    if (addresses === undefined) this.skip();
    expect(addresses).to.include(new URL(endpoint().url).host);
  });
});
