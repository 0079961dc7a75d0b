import { join } from 'node:path';
import { componentFolder, componentNames, type Reading, readTypeFile } from '../source/files.js';
import type { TypeFolder, TypeSource } from './load.js';
import { precompiled } from './precompiled.js';
import type { Schema } from './schema.js';

/** The folder of the built-in types, beside the compiled program. */
export const BUILT_IN = join(import.meta.dirname, '..', '..', '..', 'schemas');

/** Types are folders: the blueprint's own components first, then folders that are named, then the built-in types. */
export function typeFolders(roots: readonly string[]): TypeSource {
  const all = [...roots, BUILT_IN];
  return {
    find: (name) => {
      const folder = componentFolder(name, all);
      return folder === undefined ? undefined : read(folder, name);
    },
    names: () => componentNames(all),
  };
}

function read(folder: string, name: string): TypeFolder {
  const builtIn = folder === join(BUILT_IN, name);
  const template = present(readTypeFile(folder, 'template.yaml'));
  const root = template && builtIn ? precompiled(name, template.text) : undefined;
  return {
    name,
    builtIn,
    schema: present(readTypeFile(folder, 'schema.json')),
    template: template && { ...template, root },
  };
}

function present(reading: Reading): { readonly file: string; readonly text: string } | undefined {
  return reading.ok ? reading : undefined;
}

/** The schema of the language. @throws Where the installation is broken. */
export function blueprintSchema(): Schema {
  return installed('blueprint.schema.json');
}

/** The schema of a type's template.yaml. @throws Where the installation is broken. */
export function templateSchema(): Schema {
  return installed('component.schema.json');
}

function installed(name: string): Schema {
  const file = readTypeFile(BUILT_IN, name);
  if (!file.ok) throw new Error(`Cannot read "${file.file}": install jiml again.`);
  return JSON.parse(file.text);
}
