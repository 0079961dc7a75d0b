import { Diagnostics } from '../diagnostics/diagnostic.js';
import { format } from '../source/format.js';
import { parse } from '../source/parse.js';
import { filesOf, type InputFile } from './inputs.js';
import { type Outcome, outcome } from './outcome.js';

export interface FmtOptions {
  /** Files, folders, or `-`. */
  readonly blueprints: readonly string[];
  /** Whether to tell which files would change instead of changing them. */
  readonly check: boolean;
}

/** `jiml fmt`: blueprints in the one form, in place; what comes from standard input goes to standard output. */
export async function fmt({ blueprints, check }: FmtOptions): Promise<Outcome> {
  const files = [...new Set(blueprints)].flatMap(filesOf);
  const diagnostics = new Diagnostics();
  const readable = files.filter((file) => isReadable(file, diagnostics));
  const formatted = readable.map(({ file, text }) => ({ file, before: text, text: format(text) }));
  const changed = formatted.filter(({ before, text }) => text !== before);
  const piped = formatted.filter(({ file }) => file === '-');
  return outcome({
    diagnostics: diagnostics.sorted,
    sources: new Map(files.map(({ file, text }) => [file, text])),
    failed: diagnostics.failed || (check && changed.length > 0),
    output: check ? changed.map(({ file }) => `${file}\n`).join('') : piped.map(({ text }) => text).join(''),
    files: check ? [] : changed.flatMap(({ file, text }) => (file === '-' ? [] : [{ path: file, text }])),
  });
}

function isReadable({ file, text }: InputFile, all: Diagnostics): boolean {
  const own = new Diagnostics();
  parse(file, text, (...finding) => {
    own.report(...finding);
    all.report(...finding);
  });
  return !own.failed;
}
