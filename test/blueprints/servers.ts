import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../types/compiled.js';

/** Gives all servers of a project other defaults: a component of the project goes before a type that is built in. */
export function setDefaults(project: string, defaults: Readonly<Record<string, unknown>>): void {
  const type = join(project, 'components', 'server');
  cpSync(join(root, 'schemas', 'server'), type, { recursive: true });
  const file = join(type, 'schema.json');
  const schema = JSON.parse(readFileSync(file, 'utf8'));
  for (const [key, value] of Object.entries(defaults)) schema.properties[key].default = value;
  writeFileSync(file, JSON.stringify(schema));
}
