import type { Report } from '../diagnostics/diagnostic.js';
import { type Asset, type Pack, packer } from './assets.js';
import { TextDocument } from './document.js';
import { type Reading, readIncluded } from './files.js';
import type { Document, Place } from './place.js';
import { type Problems, reportUnread } from './unread.js';

const PROBLEMS: Problems = {
  'too-large': 'it has more than 1 MiB',
  'not-text': 'it is not a text in UTF-8',
  'not-a-file': 'it is not a file',
  unreadable: 'the system says no',
};

/** Reads files as texts, and packs them. */
export interface Including {
  (file: string, place: Place): Document | undefined;
  readonly pack: Pack;
  readonly packed: () => readonly Asset[];
}

/** Reads the files that blueprints and components name, from inside their own folder only; each file once. */
export function includer(folder: string, report: Report): Including {
  const known = new Map<string, Reading>();
  const include = (file: string, place: Place): Document | undefined => {
    const reading = known.get(file) ?? readIncluded(folder, file);
    known.set(file, reading);
    if (reading.ok) return scriptDocument(reading.file, reading.text.replaceAll('\r\n', '\n'));
    return reportUnread(file, reading.reason, PROBLEMS, place, report);
  };
  return Object.assign(include, packer(folder, report));
}

/** A text that is one value: all of it. */
function scriptDocument(file: string, text: string): Document {
  const root = { kind: 'scalar' as const, text, style: 'literal' as const, start: 0, end: text.length };
  const plain = new TextDocument(file, text, root, { entries: new Map(), items: new Map(), contents: new Map() });
  return {
    file,
    text,
    root,
    span: (_path, part) =>
      typeof part === 'object' ? plain.between(part.from, part.to) : plain.between(0, text.length),
  };
}
