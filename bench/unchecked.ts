import { copyFileSync, mkdirSync, symlinkSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Plugin } from 'esbuild';
import { bundle } from '../bundling.js';

/** The modules that checking is done in, and what is there instead: what is known about types is not even read. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  'check/properties/blueprint.js': 'export const checkResources = () => {};',
  'check/properties/resource.js': 'export const checkResource = () => {}; export const shapeOfType = () => undefined;',
  'lint/lint.js': 'export const lint = () => {};',
};

/**
 * Builds the command as it is installed, but without checking, into a folder, and gives the program's path. It is only
 * to be compared with: there is no way to have it off.
 *
 * @throws Where the modules are not where they were.
 */
export async function unchecked(folder: string): Promise<string> {
  const dist = join(import.meta.dirname, '..');
  const project = join(dist, '..');
  mkdirSync(join(folder, 'dist'), { recursive: true });
  copyFileSync(join(project, 'package.json'), join(folder, 'package.json'));
  for (const name of ['schemas', 'node_modules']) symlinkSync(join(project, name), join(folder, name), 'junction');
  for (const name of ['schemas', 'types']) symlinkSync(join(dist, name), join(folder, 'dist', name), 'junction');
  const left = new Set<string>();
  await bundle(join(folder, 'dist'), [leaveOut(join(dist, 'compiler'), left)]);
  const missed = Object.keys(LEFT_OUT).filter((module) => !left.has(module));
  if (missed.length > 0) throw new Error(`Checking is no longer done in ${missed.join(' and ')}.`);
  return join(folder, 'dist', 'jiml.js');
}

function leaveOut(compiler: string, left: Set<string>): Plugin {
  return {
    name: 'leave out',
    setup({ onLoad }) {
      onLoad({ filter: /\.js$/ }, ({ path }) => {
        const module = path.slice(compiler.length + 1).replaceAll(sep, '/');
        if (!path.startsWith(compiler) || !Object.hasOwn(LEFT_OUT, module)) return undefined;
        left.add(module);
        return { contents: LEFT_OUT[module] ?? '' };
      });
    },
  };
}
