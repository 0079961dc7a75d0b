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

/** Values of parameters by the side that they are for. */
export interface SidesValues {
  readonly before: Values;
  readonly after: Values;
  /** Of those for the old side, the ones that are only for it. */
  readonly onlyBefore: Values;
}

/** The values for either side. @throws Misuse for what is no pair, and for files that say something else. */
export function parameters({ pairs, file, fileBefore }: Given): SidesValues {
  const after = new Map([...fromFile(file), ...pairs.map(pair)]);
  const onlyBefore = fromFile(fileBefore);
  return { after, before: new Map([...after, ...onlyBefore]), onlyBefore };
}

/** What is to keep a value that only a stack knows stays unknown. */
function fromFile(file: string | undefined): Values {
  return file === undefined ? new Map() : parameterFile(file).values;
}
