import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

/** The project's folder. */
export const ROOT = join(import.meta.dirname, '..', '..', '..');

/** An import as it is written: `type` is gone in the compiled program, `lazy` is an `import()`. */
export interface Import {
  readonly kind: 'runtime' | 'type' | 'lazy';
  /** A path from the project's folder, or the name of a package. */
  readonly to: string;
}

const STATEMENT = /^(?:import|export) (type )?(?:[^;'"]*? from )?'([^']+)'/gm;
const LAZY = /\bimport\('([^']+)'\)/g;

/** The files of a folder that end in `.ts`, as paths from the project's folder. */
export function sourcesOf(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => posix.join(folder, name.replaceAll('\\', '/')))
    .sort();
}

export function textOf(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}

/** What a text of TypeScript, standing in a file of that path, imports. */
export function importsIn(file: string, text: string): readonly Import[] {
  const found = (kind: Import['kind'], name: string): Import => ({ kind, to: target(file, name) });
  return [
    ...[...text.matchAll(STATEMENT)].map(([, type, name = '']) => found(type === undefined ? 'runtime' : 'type', name)),
    ...[...text.matchAll(LAZY)].map(([, name = '']) => found('lazy', name)),
  ];
}

function target(file: string, name: string): string {
  if (!name.startsWith('.')) return name;
  return posix.join(posix.dirname(file), name).replace(/\.js$/, '.ts');
}

/** A way round in a graph of names, or undefined where there is none. */
export function cycleIn(graph: ReadonlyMap<string, readonly string[]>): readonly string[] | undefined {
  const left = new Set<string>();
  const walk = (name: string, way: readonly string[]): readonly string[] | undefined => {
    if (way.includes(name)) return [...way.slice(way.indexOf(name)), name];
    if (left.has(name)) return undefined;
    for (const next of graph.get(name) ?? []) {
      const found = walk(next, [...way, name]);
      if (found !== undefined) return found;
    }
    left.add(name);
    return undefined;
  };
  for (const name of graph.keys()) {
    const found = walk(name, []);
    if (found !== undefined) return found;
  }
  return undefined;
}
