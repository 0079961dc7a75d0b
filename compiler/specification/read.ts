import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NAMES, type TypeFile, typePath } from './file.js';
import { TypeSpecification } from './specification.js';

/** The folder that the build fills, beside the compiled program. */
export const TYPES = join(import.meta.dirname, '..', '..', 'types');

/** What is known about CloudFormation's types: one small read a type, when it is first asked for. */
export class Specifications {
  private readonly known = new Map<string, TypeSpecification | undefined>();
  private all: readonly string[] | undefined;

  constructor(private readonly folder: string = TYPES) {}

  /** What is known about a type; undefined for one that is not in the data, whatever its name. */
  typeSpecification(name: string): TypeSpecification | undefined {
    if (!this.known.has(name)) this.known.set(name, read(this.folder, name));
    return this.known.get(name);
  }

  /** The names of all types, sorted: only for suggestions and lists. @throws Where the installation is broken. */
  typeNames(): readonly string[] {
    this.all ??= names(this.folder);
    return this.all;
  }
}

/**
 * Whether the data speaks of types of this kind, so that one that it does not have is unknown: AWS's own, but neither
 * custom resources nor modules nor what third parties registered.
 */
export function describable(name: string): boolean {
  return /^(?:AWS|Alexa)::\w+::\w+$/.test(name);
}

function read(folder: string, name: string): TypeSpecification | undefined {
  const path = typePath(name);
  const text = path === undefined ? undefined : textOf(join(folder, ...path));
  const file: TypeFile | undefined = text === undefined ? undefined : JSON.parse(text);
  // Where file systems know no case, a name in the wrong case finds a file, too.
  return file?.name === name ? new TypeSpecification(file) : undefined;
}

function names(folder: string): readonly string[] {
  const text = textOf(join(folder, NAMES));
  if (text === undefined) throw new Error(`Cannot read "${join(folder, NAMES)}": install jiml again.`);
  return JSON.parse(text);
}

/** @throws Where a file is there but cannot be read. */
function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
