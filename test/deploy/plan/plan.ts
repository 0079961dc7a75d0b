import type { Stack } from '../../../deploy/api/cloudformation.js';
import type { ParameterValue } from '../../../deploy/inputs/parameters.js';
import { Secret } from '../../../deploy/inputs/secret.js';
import { type PlanOptions, planOf } from '../../../deploy/plan/make.js';
import type { Plan } from '../../../deploy/plan/plan.js';
import { change, resources, review } from '../changes/reviewed.js';

const TABLE = 'AWS::DynamoDB::Table';

/** The text of the template that is planned. */
export const TEXT = '{"Resources":{}}';

/** The stack that is planned for. */
export const STACK: Stack = {
  StackName: 'shop',
  StackId: 'arn:stack',
  StackStatus: 'UPDATE_COMPLETE',
  CreationTime: new Date(1000),
  LastUpdatedTime: new Date(2000),
};

/** Values of parameters of every kind. */
export function values(secret = 'hunter2', stage = 'test'): readonly ParameterValue[] {
  return [
    { name: 'Password', source: 'given', value: new Secret(secret), key: false },
    { name: 'Size', source: 'default', value: '3', key: false },
    { name: 'Stage', source: 'given', value: stage, key: false },
    { name: 'Token', source: 'previous', value: undefined, key: false },
    { name: '__proto__', source: 'given', value: 'x', key: false },
  ];
}

/** A plan of a small change. */
export function plan(options: Partial<PlanOptions> = {}): Promise<Plan> {
  return planOf({
    jiml: '1.2.3',
    at: 5000,
    region: 'eu-west-1',
    account: '123456789012',
    stackName: 'shop',
    stack: STACK,
    changeSet: 'arn:set',
    text: TEXT,
    parameters: values(),
    tags: new Map([['Team', 'shop']]),
    capabilities: [{ name: 'CAPABILITY_IAM', ids: ['Role'] }],
    allow: ['replace:D'],
    review: review({
      before: resources({ D: [TABLE, { TableName: 'a' }] }),
      after: resources({ D: [TABLE, { TableName: 'b' }] }),
      listed: [change('Modify', 'D', { Replacement: 'True' })],
      parameters: values(),
    }),
    ...options,
  });
}
