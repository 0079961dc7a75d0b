import { error, warning } from './entry.js';

/**
 * What holding resources against the description of CloudFormation's types can find. AWS adds to its types every week,
 * so what the description does not list may be right.
 */
export const properties = {
  'unlisted-type': warning((a: { type: string }) => `There is no CloudFormation type "${a.type}".`),
  'unlisted-property': warning((a: { name: string; owner: string }) => `"${a.name}" is not a property of ${a.owner}.`),
  'unlisted-attribute': warning((a: { name: string; owner: string }) => `${a.owner} has no attribute "${a.name}".`),
  'unlisted-value': warning((a: { written: string; allowed: string }) => `"${a.written}" is not one of ${a.allowed}.`),
  'superseded-type': warning((a: { type: string }) => `${a.type} should not be used any more.`),
  'attribute-not-taken': warning(
    (a: { name: string; type: string }) => `A resource of type ${a.type} does not take "${a.name}".`,
  ),
  'other-identifier': warning(
    (a: { written: string; gives: string; wanted: string }) =>
      `"${a.written}" gives the ${a.gives}, and the ${a.wanted} is expected here.`,
  ),
  'other-resource': warning(
    (a: { written: string; type: string; expected: string }) =>
      `"${a.written}" is of type ${a.type}, and ${a.expected} is expected here.`,
  ),
  'text-for-list': error((a: { written: string }) => `"${a.written}" is one text, and a list belongs here.`),
  'local-file': warning(
    (a: { file: string }) => `"${a.file}" is a file of this machine, which CloudFormation cannot read.`,
  ),
  'bad-statement': error((a: { problem: string }) => a.problem),
};
