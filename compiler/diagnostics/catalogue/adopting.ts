import { error, warning } from './entry.js';

/** What adopting a template can find. */
export const adopting = {
  'not-a-template': error((a: { problem: string }) => `This is not a CloudFormation template: ${a.problem}.`),
  'repeated-key': warning((a: { key: string }) => `The key "${a.key}" is given again, and the last one counts.`),
};
