import { error } from './entry.js';

/** What checking the form of a blueprint can find. */
export const checking = {
  'empty-blueprint': error(() => 'This blueprint is empty.'),
  'no-resources': error(() => 'The blueprint has no resources.'),
  'unknown-key': error((a: { key: string; owner: string }) => `"${a.key}" is not a key of ${a.owner}.`),
  'unknown-property': error((a: { name: string; owner: string }) => `"${a.name}" is not a property of ${a.owner}.`),
  'missing-property': error((a: { name: string; owner: string }) => `${a.owner} needs "${a.name}".`),
  'wrong-kind': error((a: { written: string; expected: string }) => `${a.written} stands where ${a.expected} belongs.`),
  'not-allowed': error((a: { written: string; allowed: string }) => `"${a.written}" is not one of ${a.allowed}.`),
  'out-of-range': error((a: { written: string; limit: string }) => `${a.written} must be ${a.limit}.`),
  'bad-text': error((a: { written: string; problem: string }) => `"${a.written}" ${a.problem}.`),
  'boolean-word': error((a: { written: string }) => `"${a.written}" is a text, and a boolean belongs here.`),
  'both-names': error(
    (a: { name: string; other: string }) => `"${a.name}" and "${a.other}" are two names for the same.`,
  ),
  'unknown-type': error((a: { type: string }) => `There is no type "${a.type}".`),
  'bad-id': error((a: { id: string; problem: string }) => `"${a.id}" cannot be an id: ${a.problem}.`),
  'duplicate-id': error((a: { id: string }) => `The id "${a.id}" is given twice.`),
  'duplicate-name': error((a: { name: string; section: string }) => `"${a.name}" is defined twice in ${a.section}.`),
  'reserved-name': error(
    (a: { name: string }) => `"${a.name}" means something in every blueprint and cannot be a name.`,
  ),
  'bad-reference': error((a: { kind: 'unclosed' | 'empty' | 'not-a-name'; written: string }) =>
    a.kind === 'unclosed'
      ? 'The "${{" has no "}}".'
      : a.kind === 'empty'
        ? 'There is no name between "${{" and "}}".'
        : `"${a.written}" is not a name with attributes.`,
  ),
  'unknown-function': error((a: { name: string }) => `"${a.name}" is not a function of CloudFormation.`),
  'unknown-tag': error((a: { tag: string }) => `"${a.tag}" is not a tag of CloudFormation.`),
  'literal-secret': error(() => 'A secret stands here as text.'),
  'file-missing': error((a: { file: string }) => `The file "${a.file}" cannot be found.`),
  'file-outside': error((a: { file: string }) => `The file "${a.file}" is outside of the blueprint's folder.`),
  'file-unreadable': error(
    (a: { file: string; problem: string }) => `The file "${a.file}" cannot be read: ${a.problem}.`,
  ),
};
