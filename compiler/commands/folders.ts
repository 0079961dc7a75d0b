import { join } from 'node:path';
import { componentFolder, componentNames, readBlueprint, readTypeFile } from '../source/files.js';
import { BUILT_IN } from '../types/folders.js';
import type { Schema } from '../types/schema.js';
import { isSchema } from '../types/schema-shape.js';
import { Misuse, Refused } from './outcome.js';

/** A type's folder, as far as people are told about it. */
export interface TypeEntry {
  readonly name: string;
  readonly builtIn: boolean;
  readonly folder: string;
  readonly schema: Schema;
}

const installed = join(BUILT_IN, '..');

/** A file of the installed package, such as its documentation. */
export function installedFile(folder: string, name: string): string {
  const text = textIn(join(installed, folder), name);
  if (text === undefined) throw new Refused(`Cannot read "${join(installed, folder, name)}": install jiml again.`);
  return text;
}

/**
 * All types that a blueprint in the current folder can use, sorted by name; as in a blueprint, its own components come
 * before those of the folders given, and these before the built-in types.
 */
export function typeEntries(components: readonly string[]): ReadonlyMap<string, TypeEntry> {
  const roots = ['components', ...components, BUILT_IN];
  return new Map(
    componentNames(roots).flatMap((name) => {
      const folder = componentFolder(name, roots);
      const schema = folder === undefined ? undefined : schemaIn(folder);
      if (folder === undefined || schema === undefined) return [];
      return [[name, { name, builtIn: folder === join(BUILT_IN, name), folder, schema }] as const];
    }),
  );
}

function schemaIn(folder: string): Schema | undefined {
  const text = textIn(folder, 'schema.json');
  return text === undefined ? undefined : parsed(text, join(folder, 'schema.json'));
}

function parsed(text: string, file: string): Schema {
  const schema = attempt(text);
  if (isSchema(schema)) return schema;
  throw new Misuse(`"${file}" is not a JSON Schema: check a blueprint that uses it to see where.`);
}

function attempt(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A file of a type's folder, or undefined where there is none that can be read. */
export function textIn(folder: string, name: string): string | undefined {
  const reading = readTypeFile(folder, name);
  return reading.ok ? reading.text : undefined;
}

/** The first of a type's example blueprints. */
export function exampleOf({ folder }: TypeEntry): string | undefined {
  const readings = readBlueprint(join(folder, 'examples'));
  return readings.flatMap((reading) => (reading.ok && reading.file.endsWith('.yaml') ? [reading.text] : []))[0];
}
