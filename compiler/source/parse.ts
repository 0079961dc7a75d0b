import type { Report } from '../diagnostics/diagnostic.js';
import { compose } from './compose.js';
import { convert, type Finding } from './convert.js';
import { TextDocument } from './document.js';
import { type Document, Place } from './place.js';
import { syntaxErrors } from './syntax.js';

/** More than this many UTF-16 code units are not read: 8 MiB. */
const LIMIT = 8 * 1024 * 1024;

const NOTHING = { entries: new Map(), items: new Map(), contents: new Map() };

/**
 * Reads a text as one YAML 1.2 document (JSON is YAML). What is wrong is reported at the smallest place; the document
 * holds what could be read all the same. Never throws, whatever the text.
 *
 * @param file How the file is called in messages.
 */
export function parse(file: string, text: string, report: Report): Document {
  const own = text.startsWith('\ufeff') ? text.slice(1) : text;
  const nothing = new TextDocument(file, own, undefined, NOTHING);
  const say = reporter(nothing, report);
  if (own.length > LIMIT) {
    const megabytes = Math.ceil(own.length / 1024 / 1024);
    say({ code: 'text-too-large', args: { megabytes, limit: 8 }, path: [], range: { start: 0, end: 0 } });
    return nothing;
  }
  const { readable, finding } = onlyCharacters(own);
  if (finding) say(finding);
  const composed = compose(readable);
  const lineOf = (offset: number) => nothing.between(offset, offset).start.line;
  const errors = syntaxErrors(readable, composed, lineOf, finding);
  for (const found of errors) say(found);
  if (composed.document === undefined) return nothing;
  const { root, origins, findings } = convert(composed.document, readable);
  // Where the syntax is wrong, what the values say is a consequence.
  const wrong = new Set(errors.map(({ range }) => lineOf(range.start)));
  for (const found of findings) if (wrong.size === 0 || !wrong.has(lineOf(found.range.start))) say(found);
  return new TextDocument(file, own, root, origins);
}

/** Reports findings at their offsets. Their paths may lead nowhere, as the document is still being read. */
function reporter(document: TextDocument, report: Report): (finding: Finding) => void {
  const place = ({ path, range }: Pick<Finding, 'path' | 'range'>): Place => {
    const inside = (offset: number) => Math.max(0, Math.min(offset, document.text.length));
    const span = document.between(inside(range.start), inside(Math.max(range.start, range.end)));
    const root = Place.root({ file: document.file, text: document.text, root: undefined, span: () => span });
    return path.reduce((at: Place, step) => at.at(step), root);
  };
  return ({ code, args, path, range, hint, related }) => {
    report(code, place({ path, range }), args as never, {
      ...(hint !== undefined && { hint }),
      ...(related && { related: [{ place: place({ path, range: related.range }), message: related.message }] }),
    });
  };
}

/** Line breaks are `\n` or `\r\n`; of what a text must not have, YAML 1.2 §5.1 allows less than Unicode does. */
const FORBIDDEN = /(?![\t\n\r\u0085])\p{Cc}|\r(?!\n)|\p{Cs}|[\ufffe\uffff]/gu;

/** Puts U+FFFD where a character is not allowed, so that every offset stays what it was. */
function onlyCharacters(text: string): { readable: string; finding?: Finding } {
  let count = 0;
  let first = 0;
  const readable = text.replace(FORBIDDEN, (_, offset: number) => {
    if (count++ === 0) first = offset;
    return '\ufffd';
  });
  if (count === 0) return { readable };
  const character = `U+${text.charCodeAt(first).toString(16).toUpperCase().padStart(4, '0')}`;
  const hint = 'Remove it, or write it as an escape in double quotes ("\\0", "\\x1b").';
  const range = { start: first, end: first + 1 };
  return { readable, finding: { code: 'control-character', args: { character, count }, path: [], range, hint } };
}
