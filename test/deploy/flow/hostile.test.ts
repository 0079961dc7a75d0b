import fc from 'fast-check';

import type { CloudFormation } from '../../../deploy/api/cloudformation.js';
import { Declined } from '../../../deploy/api/declined.js';
import { Fault } from '../../../deploy/api/fault.js';
import type { Session } from '../../../deploy/api/session.js';
import { deploy } from '../../../deploy/commands/deploy.js';
import { destroy } from '../../../deploy/commands/destroy.js';
import { FakeClock } from './clock.js';
import { Stage } from './stage.js';

const words = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', '', 'jobs', 'CREATE_COMPLETE', 'REVIEW_IN_PROGRESS', 'DELETE_COMPLETE'),
  fc.constantFrom(
    'UPDATE_COMPLETE',
    'FAILED',
    'AVAILABLE',
    'SOMETHING_NEW',
    'SOMETHING_NEW_IN_PROGRESS',
    'ROLLBACK_FAILED',
  ),
  fc.string(),
);

const names = fc.constantFrom(
  'StackStatus',
  'Status',
  'ExecutionStatus',
  'StackId',
  'StackName',
  'Id',
  'ChangeSetId',
  'NextToken',
  'LogicalResourceId',
  'PhysicalResourceId',
  'ResourceStatus',
  'ResourceType',
  'EventId',
  'StatusReason',
  'ParameterKey',
  'OutputKey',
  'OutputValue',
  'Key',
  'Value',
  'ChangeSetName',
  'Action',
  'Replacement',
);

const things = fc.dictionary(names, words, { maxKeys: 6 });

const answers = fc.record(
  {
    Stacks: fc.array(
      fc
        .tuple(
          things,
          fc.dictionary(fc.constantFrom('Parameters', 'Outputs', 'Tags'), fc.array(things, { maxLength: 2 })),
        )
        .map(([one, lists]) => ({ ...one, ...lists })),
      { maxLength: 2 },
    ),
    StackEvents: fc.array(things, { maxLength: 3 }),
    Summaries: fc.array(things, { maxLength: 2 }),
    StackResourceSummaries: fc.array(things, { maxLength: 3 }),
    OperationEvents: fc.array(things, { maxLength: 2 }),
    Changes: fc.array(fc.record({ ResourceChange: things }, { requiredKeys: [] }), { maxLength: 2 }),
    Status: words,
    StatusReason: words,
    Id: words,
    StackId: words,
    NextToken: words,
    TemplateBody: fc.constantFrom('{}', '{"Resources":{}}', 'not json', '<html>', '[]'),
  },
  { requiredKeys: [] },
);

/** A session whose CloudFormation says anything. */
function session(said: readonly object[]): Session {
  let at = 0;
  const clock = new FakeClock();
  const cloud = { call: async () => said[at++ % said.length] } as unknown as CloudFormation;
  const storage = { count: async () => 0, empty: async () => 0 } as unknown as Session['storage'];
  const rest = { person: undefined, report: () => {}, onInterrupt: () => () => {} };
  return { cloud, storage, region: 'us-east-1', local: true, clock, ...rest };
}

describe('an endpoint that says anything', () => {
  let stage: Stage;
  before(() => {
    stage = new Stage();
  });
  after(() => stage.remove());

  const ends = async (run: (session: Session) => Promise<unknown>) => {
    await fc.assert(
      fc.asyncProperty(fc.array(answers, { minLength: 1, maxLength: 6 }), async (said) => {
        const thrown = await run(session(said)).then(
          () => undefined,
          (error: unknown) => error,
        );
        if (thrown !== undefined && !(thrown instanceof Fault) && !(thrown instanceof Declined)) throw thrown;
      }),
      { numRuns: 60 },
    );
  };

  it('is borne by deploying', () => ends((one) => deploy(stage.deployOptions({ timeout: 600_000 }), one)));

  it('is borne by destroying', () =>
    ends((one) =>
      destroy(
        {
          ...stage.actOptions({ retain: [], emptyBuckets: false, allow: [] }),
          words: [],
          stack: 'jobs',
          timeout: 600_000,
        },
        one,
      ),
    ));
});
