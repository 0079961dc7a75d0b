import { filesOf, type InputFile } from './inputs.js';
import { Misuse, type Outcome, outcome } from './outcome.js';

export interface FmtOptions {
  /** Files, folders, or `-`. */
  readonly blueprints: readonly string[];
  /** Whether to tell which files would change instead of changing them. */
  readonly check: boolean;
}

/** `jiml fmt`: blueprints in the form that all have, in place; standard input goes to standard output. */
export async function fmt({ blueprints, check }: FmtOptions): Promise<Outcome> {
  const files = [...new Set(blueprints)].flatMap(filesOf);
  const { format } = await import('../source/format.js');
  void files;
  void check;
  void format;
  void Misuse;
  void outcome;
  throw new Error('not yet');
}
export type { InputFile };
