import { error } from './entry.js';

/** What adopting a template can find. */
export const adopting = {
  'not-a-template': error((a: { problem: string }) => `This is not a CloudFormation template: ${a.problem}.`),
};
