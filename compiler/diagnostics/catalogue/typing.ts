import { error, warning } from './entry.js';

/** What loading a component can find. */
export const typing = {
  'incomplete-component': error(
    (a: { name: string; file: string }) => `The component "${a.name}" has no ${a.file} that can be read.`,
  ),
  'schema-not-json': error(() => 'A schema.json must be a JSON object.'),
  'bad-schema': error((a: { problem: string }) => `This is wrong in a schema.json: ${a.problem}.`),
  'name-clash': error((a: { name: string; other: string }) => `"${a.name}" is also the name of ${a.other}.`),
  'unused-value': warning((a: { name: string }) => `The value "${a.name}" is not used.`),
  'unused-config': warning((a: { name: string }) => `The config key "${a.name}" is not used by the template.`),
  'unused-shared': warning((a: { name: string }) => `The shared resource "${a.name}" is not used.`),
};
