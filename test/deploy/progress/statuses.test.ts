import { ResourceStatus, StackStatus } from '@aws-sdk/client-cloudformation';
import { expect } from 'chai';
import { directionOf, meaningOf, stageOf } from '../../../deploy/progress/statuses.js';

describe('states', () => {
  it('of resources are read by their words, which agree with their endings', () => {
    for (const status of Object.values(ResourceStatus)) {
      expect(meaningOf(status).stage, status).to.equal(stageOf(status));
      expect(meaningOf(status).word.length, status).to.be.within(1, 9);
    }
  });

  it('that are not known are read by their endings', () => {
    for (const [status, stage] of [
      ['MOVE_IN_PROGRESS', 'active'],
      ['constructor', 'done'],
      ['MOVE_FAILED', 'failed'],
    ] as const) {
      expect(meaningOf(status as ResourceStatus).stage).to.equal(stage);
    }
    expect(directionOf('toString' as StackStatus)).to.equal('forward');
  });

  it('of stacks go back where they are rolled back', () => {
    for (const status of Object.values(StackStatus)) {
      expect(directionOf(status) === 'forward', status).to.equal(!/ROLLBACK|UPDATE_COMPLETE/.test(status));
    }
  });
});
