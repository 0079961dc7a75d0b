import { StackStatus } from '@aws-sdk/client-cloudformation';
import { expect } from 'chai';
import { failureOf } from '../../../deploy/progress/failure.js';
import { events } from './play.js';

function failure(...lines: readonly string[]) {
  const told = events(...lines);
  return failureOf(
    told.flatMap((event) => (event.kind === 'resource' ? [event] : [])),
    told.flatMap((event) => (event.kind === 'stack' ? [event] : [])),
  );
}

/** Lines of events, the ids that failed first, and how many more were given up. */
const rows: Readonly<Record<string, readonly [readonly string[], readonly string[], number]>> = {
  'one resource': [['1 DB CREATE_FAILED No.'], ['DB'], 0],
  'what failed in the moment in which the stack turned': [
    ['1 DB CREATE_FAILED No.', '1 shop ROLLBACK_COMPLETE'],
    ['DB'],
    0,
  ],
  'what was cancelled because of it': [
    [
      '1 DB CREATE_FAILED No.',
      '1 Queue CREATE_FAILED Resource creation cancelled',
      '1 Topic UPDATE_FAILED Resource update cancelled',
      '1 Other CREATE_FAILED Operation canceled.',
    ],
    ['DB'],
    3,
  ],
  'a reason that only speaks of cancelling': [
    ['1 DB CREATE_FAILED The request was cancelled by its owner, who left.'],
    ['DB'],
    0,
  ],
  'several by themselves': [['1 DB CREATE_FAILED No.', '2 Queue CREATE_FAILED Nor I.'], ['DB', 'Queue'], 0],
  'a resource of a nested stack': [
    [
      '1 Data/Table CREATE_FAILED No.',
      '2 Data CREATE_FAILED Embedded stack arn:aws:x was not successfully created: The following resource(s) failed to create: [Table].',
    ],
    ['Table'],
    1,
  ],
  'a resource of a stack nested twice': [
    [
      '1 Data/More/Table CREATE_FAILED No.',
      '2 Data/More CREATE_FAILED The following resource(s) failed to create: [Table].',
      '3 Data CREATE_FAILED Embedded stack arn:aws:x was not successfully created.',
      '4 DB CREATE_FAILED Resource creation cancelled',
    ],
    ['Table'],
    3,
  ],
  'a nested stack of which nothing else is known': [
    [
      '2 Data CREATE_FAILED Embedded stack arn:aws:x was not successfully created: The following resource(s) failed to create: [Table].',
    ],
    ['Data'],
    0,
  ],
  'a nested stack that could not even begin': [['2 Data CREATE_FAILED Template error.'], ['Data'], 0],
  'a nested stack that only saw others be cancelled': [
    [
      '1 DB CREATE_FAILED No.',
      '2 Data/Table CREATE_FAILED Resource creation cancelled',
      '2 Data CREATE_FAILED Resource creation cancelled',
    ],
    ['DB'],
    2,
  ],
  nothing: [['1 DB CREATE_COMPLETE'], [], 0],
  'what fails on the way back': [
    [
      '1 DB UPDATE_FAILED No.',
      '2 shop UPDATE_ROLLBACK_IN_PROGRESS',
      '3 Queue UPDATE_FAILED Gone.',
      '4 shop UPDATE_ROLLBACK_FAILED',
    ],
    ['DB'],
    0,
  ],
  'what fails on the way back of a nested stack': [
    [
      '1 Data/Table CREATE_FAILED No.',
      '2 shop/Data ROLLBACK_IN_PROGRESS',
      '3 Data/Topic DELETE_FAILED Used.',
      '4 shop ROLLBACK_IN_PROGRESS',
    ],
    ['Table'],
    0,
  ],
  'a deletion': [['0 shop DELETE_IN_PROGRESS', '1 DB DELETE_FAILED Protected.', '2 shop DELETE_FAILED'], ['DB'], 0],
  'a creation that is deleted': [
    [
      '0 shop CREATE_IN_PROGRESS',
      '1 DB CREATE_FAILED No.',
      '2 shop DELETE_IN_PROGRESS',
      '3 Queue DELETE_FAILED Used.',
      '4 shop DELETE_FAILED',
    ],
    ['DB'],
    0,
  ],
  'a rollback that a person asked for': [
    ['0 shop UPDATE_ROLLBACK_IN_PROGRESS User Initiated', '1 DB UPDATE_COMPLETE'],
    [],
    0,
  ],
  'no reason at all': [['1 DB CREATE_FAILED'], ['DB'], 0],
};

describe('why a deployment failed', () => {
  for (const [name, [lines, first, cascade]] of Object.entries(rows)) {
    it(`is told from what followed: ${name}`, () => {
      const report = failure(...lines);
      expect(report.first.map(({ id }) => id)).to.deep.equal(first);
      expect(report.cascade).to.equal(cascade);
    });
  }

  it('comes with a hint where the reason is well known', () => {
    const { first } = failure(
      '1 DB CREATE_FAILED User: x is not authorized to perform: rds:CreateDBInstance on y',
      '1 Queue CREATE_FAILED No.',
    );
    expect(first.map(({ hint }) => hint)).to.deep.equal([
      'Allow rds:CreateDBInstance to who deploys, or to the role given with --role-arn.',
      undefined,
    ]);
  });

  it('says what CloudFormation did then, by the last state of the outermost stack', () => {
    expect(failure('1 DB CREATE_FAILED No.', '3 shop ROLLBACK_COMPLETE', '4 shop/Data CREATE_FAILED').then).to.equal(
      'CloudFormation deleted what had been created; the empty stack can only be deleted.',
    );
    expect(failure('1 DB CREATE_FAILED No.').then).to.equal('');
  });

  it('says what could not be put back', () => {
    const report = failure(
      '1 DB UPDATE_FAILED No.',
      '2 shop UPDATE_ROLLBACK_IN_PROGRESS',
      '3 Queue UPDATE_FAILED It is gone.',
      '3 Topic UPDATE_FAILED It is gone, too.',
      '4 shop UPDATE_ROLLBACK_FAILED',
    );
    expect(report.then).to.equal(
      'CloudFormation tried to put back what had been changed, and could not put back all of it. What failed on the way back is "Queue", and 1 more: It is gone.',
    );
  });

  it('has a sentence for every state of a stack', () => {
    for (const status of Object.values(StackStatus)) {
      expect(failure(`1 shop ${status}`).then, status).to.match(/^CloudFormation .*\.$/);
    }
  });

  it('is found among very many events', () => {
    const many = Array.from({ length: 20_000 }, (_, i) => `1 Data/R${i} CREATE_FAILED Resource creation cancelled`);
    expect(failure('0 DB CREATE_FAILED No.', ...many).cascade).to.equal(20_000);
  });
});
