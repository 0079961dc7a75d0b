import { count } from '../count.js';
import { error, warning } from './entry.js';

/** What expanding resources can find. */
export const expanding = {
  'unknown-name': error((a: { name: string }) => `There is nothing called "${a.name}".`),
  'unknown-attribute': error((a: { name: string; owner: string }) => `${a.owner} offers no "${a.name}".`),
  'nothing-there': error(
    (a: { name: string; owner: string }) => `${a.owner} has no "${a.name}", the way it is configured.`,
  ),
  'not-offered': error(
    (a: { owner: string; attribute: string }) => `${a.owner} offers no "${a.attribute}", which is needed here.`,
  ),
  'not-in-attribute': error(
    (a: { key: string; name: string; owner: string }) => `"${a.key}" is not among the ${a.name} of ${a.owner}.`,
  ),
  'not-in-table': error((a: { key: string; table: string }) => `"${a.key}" is not in the table "${a.table}".`),
  'unchecked-lookup': error(
    (a: { parameter: string }) =>
      `The parameter "${a.parameter}" is looked up in a table, and nothing says which values it can have.`,
  ),
  'value-cycle': error((a: { name: string }) => `"${a.name}" is made from itself, so it can never be known.`),
  'must-be-known': error(
    (a: { what: string; name: string }) =>
      `${a.what} depends on "${a.name}", which is not known until the stack is deployed.`,
  ),
  'duplicate-logical-id': error(
    (a: { id: string; one: string; other: string }) =>
      `${a.one} and ${a.other} both make a logical resource "${a.id}".`,
  ),
  'needs-id': error(
    (a: { type: string; id: string }) =>
      `This ${a.type} has no id, and would be called "${a.id}" like another resource.`,
  ),
  'shared-id-taken': error(
    (a: { id: string; type: string }) =>
      `A ${a.type} called "${a.id}" is needed here, and something else has that name.`,
  ),
  'several-shared': error(
    (a: { type: string; ids: string }) =>
      `There are several resources of type ${a.type} (${a.ids}), and this does not say which.`,
  ),
  'component-in-itself': error((a: { type: string }) => `The component "${a.type}" contains itself.`),
  'check-failed': error((a: { message: string }) => a.message),
  'check-warned': warning((a: { message: string }) => a.message),
  'bad-argument': error((a: { function: string; problem: string }) => `${a.function} ${a.problem}.`),
  'not-repeatable': error(() => 'This cannot be repeated over: it is neither a number, a list nor a map.'),
  'not-collected': error((a: { key: string; owner: string }) => `${a.owner} does not collect "${a.key}".`),
  'collected-too-late': error(
    (a: { key: string }) => `This depends on the collected "${a.key}", which is not complete yet.`,
  ),
  'condition-mismatch': error((a: { name: string }) => `"${a.name}" is not the name of a condition.`),
  'too-deep': error((a: { limit: number }) => `This leads through more than ${a.limit} values.`),
  'no-main-resource': error((a: { owner: string }) => `${a.owner} has no main resource that could stand here.`),
  'too-many-values': error((a: { most: number }) => `This leads to more than ${count(a.most)} values.`),
  'too-many-resources': error((a: { most: number }) => `This makes more than ${count(a.most)} resources.`),
};
