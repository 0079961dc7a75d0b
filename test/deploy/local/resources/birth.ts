import type { Birth } from '../../../../deploy/local/resources/model.js';

/** What all resources of these tests have in common. */
export const BIRTH: Birth = {
  type: 'AWS::SNS::Topic',
  id: 'Thing',
  properties: {},
  account: '123456789012',
  region: 'eu-west-1',
  partition: 'aws',
  stackName: 'My-Shop',
  stackId: 'arn:aws:cloudformation:eu-west-1:123456789012:stack/My-Shop/0a1b',
  generation: 0,
};
