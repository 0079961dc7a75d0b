import { usersIn } from '../simulation/outputs.js';
import { refusal } from '../template/refuse.js';
import type { Handler } from './context.js';
import { pageOf } from './page.js';

/** How many exports, and how many stacks that use one, CloudFormation gives at once. */
const PAGE = 100;

/** ListExports (CloudFormation API Reference). */
export const listExports: Handler<'ListExports'> = ({ scene, region }, input) => {
  const own = scene.unit.account.exports
    .filter((one) => one.region === region)
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const { items, next } = pageOf(own, PAGE, input.NextToken);
  const shown = items.map(({ name, value, stackId }) => ({ ExportingStackId: stackId, Name: name, Value: value }));
  return { Exports: shown, ...next };
};

/** ListImports (CloudFormation API Reference). */
export const listImports: Handler<'ListImports'> = ({ scene, region }, input) => {
  const name = input.ExportName ?? '';
  const users = usersIn(scene, region, name);
  if (users.length === 0) throw refusal(`Export '${name}' is not imported by any stack.`);
  const { items, next } = pageOf([...users], PAGE, input.NextToken);
  return { Imports: items, ...next };
};
