import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PropertiesFile, SupersededFile, TypeFile, ValueFile } from '../compiler/specification/file.js';

/** The tables beside this file's source, which say what the data package does not. */
export const TABLES = join(import.meta.dirname, '..', '..', 'specification');

/** What was written by hand, by name of type. */
export interface Tables {
  readonly additions: {
    readonly types: Readonly<Record<string, Omit<TypeFile, 'name'>>>;
    readonly attributes: Readonly<Record<string, Readonly<Record<string, ValueFile>>>>;
    readonly open: readonly string[];
  };
  readonly policies: {
    readonly definitions: Readonly<Record<string, PropertiesFile>>;
    readonly creationPolicy: Readonly<Record<string, PropertiesFile>>;
    readonly updatePolicy: Readonly<Record<string, PropertiesFile>>;
    readonly snapshot: readonly string[];
  };
  readonly stateful: { readonly types: readonly string[]; readonly not: Readonly<Record<string, string>> };
  readonly superseded: { readonly types: Readonly<Record<string, SupersededFile & { readonly source: string }>> };
}

/** The names of the tables' files, without `.json`. */
export const TABLE_NAMES = ['additions', 'policies', 'stateful', 'superseded'] as const;

/** @throws Where a table cannot be read. */
export function readTables(folder: string = TABLES): Tables {
  const read = (name: string) => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
  return Object.fromEntries(TABLE_NAMES.map((name) => [name, read(name)])) as unknown as Tables;
}
