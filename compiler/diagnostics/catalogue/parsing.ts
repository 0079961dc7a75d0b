import { count } from '../count.js';
import { error, warning } from './entry.js';

/** What parsing can find. */
export const parsing = {
  'text-too-large': error(
    (a: { megabytes: number; limit: number }) =>
      `This text has ${a.megabytes} MiB, and at most ${a.limit} MiB are read.`,
  ),
  'text-too-deep': error((a: { limit: number }) => `This is nested deeper than ${a.limit} levels.`),
  'text-too-many-values': error((a: { limit: number }) => `This text has more than ${count(a.limit)} words and signs.`),
  'control-character': error((a: { character: string; count: number }) =>
    a.count > 1
      ? `The text has ${a.count} characters that YAML does not allow, the first is ${a.character}.`
      : `The text has a character that YAML does not allow, ${a.character}.`,
  ),
  'tab-indentation': error(() => 'A tab is used to indent this line, and YAML indents with spaces only.'),
  'yaml-syntax': error((a: { problem: string }) => a.problem),
  'unclosed-quote': error((a: { quote: string }) => `The text that starts here has no closing ${a.quote}.`),
  'unclosed-bracket': error((a: { open: string; close: string }) => `The "${a.open}" has no closing "${a.close}".`),
  'unquoted-reference': error((a: { text: string }) => `A text with "${a.text}" must be quoted inside { } and [ ].`),
  'duplicate-key': error((a: { key: string }) => `The key "${a.key}" is given twice.`),
  'several-documents': error(() => 'A second YAML document starts here, and a blueprint is one document.'),
  'merge-key': error(() => 'The merge key "<<" is not part of YAML 1.2.'),
  'standard-tag': error((a: { tag: string }) => `The YAML tag "${a.tag}" is not used in blueprints.`),
  'key-not-text': error(() => 'A key must be a plain or quoted text.'),
  'unknown-anchor': error((a: { name: string }) => `No anchor "&${a.name}" stands before this alias.`),
  'anchor-in-itself': error((a: { name: string }) => `The alias "*${a.name}" stands inside its own anchor.`),
  'too-many-aliases': error((a: { limit: number }) => `The aliases repeat more than ${count(a.limit)} values.`),
  'yaml-boolean': warning(
    (a: { written: string }) => `"${a.written}" is a boolean for some YAML readers and a text for others.`,
  ),
  'ambiguous-number': warning(
    (a: { written: string }) =>
      `"${a.written}" is a number for some YAML readers and is kept here as the text that was written.`,
  ),
};
