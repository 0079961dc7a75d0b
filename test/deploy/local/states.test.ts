import { expect } from 'chai';
import { withAccount } from './account.js';
import { WAYS } from './ways.js';

describe('the states of a stack in the local CloudFormation', () => {
  for (const [status, way] of Object.entries(WAYS)) {
    it(`reach ${status}`, async () => expect(await withAccount(way)).to.equal(status));
  }
});
