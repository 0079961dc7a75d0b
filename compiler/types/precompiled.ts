import { join } from 'node:path';
import { readTypeFile } from '../source/files.js';
import type { Node } from '../source/node.js';

/** Where the build puts the templates of the built-in types as they are after parsing. */
export const PRECOMPILED = join(import.meta.dirname, '..', '..', 'schemas');

/** A text, and what parsing it gave. */
export interface Precompiled {
  readonly text: string;
  readonly root: Node;
}

/**
 * What the build made of the template of a built-in type: parsing them all costs more than the rest of a small
 * blueprint. Undefined where there was no build since the text was changed.
 */
export function precompiled(name: string, text: string, folder: string = PRECOMPILED): Node | undefined {
  const reading = readTypeFile(folder, `${name}.json`);
  if (!reading.ok) return undefined;
  const made: Precompiled = JSON.parse(reading.text);
  return made.text === text ? made.root : undefined;
}
