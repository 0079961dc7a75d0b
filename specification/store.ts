import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { NAMES, type TypeFile, typePath } from '../compiler/specification/file.js';

/** Says what a folder was made from; written last, so that what was interrupted is made again. */
const STAMP = 'stamp';

/** Whether a folder was made, to its end, from what the stamp stands for. */
export function isCurrent(folder: string, stamp: string): boolean {
  try {
    return readFileSync(join(folder, STAMP), 'utf8') === stamp;
  } catch {
    return false;
  }
}

/**
 * Writes a folder anew, with the licence of what it was made from. The same types give the same bytes.
 * @throws Where no file can be called after a type.
 */
export function store(folder: string, types: ReadonlyMap<string, TypeFile>, licence: string, stamp: string): void {
  rmSync(folder, { recursive: true, force: true });
  const folders = new Set<string>();
  for (const [name, type] of types) {
    const path = typePath(name);
    if (path === undefined) throw new Error(`No file can be called after the type "${name}".`);
    const file = join(folder, ...path);
    if (!folders.has(dirname(file))) mkdirSync(dirname(file), { recursive: true });
    folders.add(dirname(file));
    writeFileSync(file, `${JSON.stringify(type)}\n`);
  }
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, NAMES), `${JSON.stringify([...types.keys()])}\n`);
  writeFileSync(join(folder, 'LICENSE'), licence);
  writeFileSync(join(folder, STAMP), stamp);
}

/** Reads a folder that was stored. @throws Where it was not, or not to its end. */
export function readStored(folder: string): ReadonlyMap<string, TypeFile> {
  const names: readonly string[] = JSON.parse(readFileSync(join(folder, NAMES), 'utf8'));
  return new Map(
    names.map((name) => [name, JSON.parse(readFileSync(join(folder, ...(typePath(name) ?? [])), 'utf8'))]),
  );
}
