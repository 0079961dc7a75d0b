import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { type Compilation, compile } from '../../compiler/compile.js';

/** A blueprint of this project, and what it compiles to. */
export interface Subject {
  /** From the project's folder, with `/`. */
  readonly file: string;
  readonly compilation: Compilation;
}

/** The blueprints, and the examples of the built-in types and of the components that are shown. */
export function subjects(project: string): readonly Subject[] {
  const components = join(project, 'blueprints', 'components');
  const folders = [join(project, 'blueprints'), ...examplesIn(join(project, 'schemas')), ...examplesIn(components)];
  return folders.flatMap(blueprintsIn).map((path) => {
    const file = relative(project, path).replaceAll('\\', '/');
    const text = readFileSync(path, 'utf8');
    return { file, compilation: compile([{ file, text }], { components: [components] }, dirname(path)) };
  });
}

function examplesIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(folder, name, 'examples'))
    .sort();
}

function blueprintsIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => /\.ya?ml$|(?<!\.template)\.json$/.test(name))
      .map((name) => join(folder, name))
      .sort();
  } catch (error) {
    // Not every type has examples.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
