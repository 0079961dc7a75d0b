import { pair, parameterFile } from './parameterFile.js';

export type Values = ReadonlyMap<string, string>;

/** Values of parameters as they were given. */
export interface Given {
  /** `Key=Value`, each. */
  readonly pairs: readonly string[];
  /** A file for both sides. */
  readonly file: string | undefined;
  /** A file for the old side; what it says counts there before all else. */
  readonly fileBefore: string | undefined;
}

/** The values for either side. @throws Misuse for what is no pair, and for files that say something else. */
export function parameters({ pairs, file, fileBefore }: Given): { readonly before: Values; readonly after: Values } {
  const after = new Map([...fromFile(file), ...pairs.map(pair)]);
  return { after, before: new Map([...after, ...fromFile(fileBefore)]) };
}

/** What is to keep a value that only a stack knows stays unknown. */
function fromFile(file: string | undefined): Values {
  return file === undefined ? new Map() : parameterFile(file).values;
}
